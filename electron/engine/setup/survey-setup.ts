import { reportSurvey, type SurveyReport } from '#shared/survey/survey-report.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import type { Setups } from '#engine/setup/setups.ts'
import { surveyPorts } from '#engine/survey/survey-ports.ts'

/** All usual doors of the hosts of one setup; nothing where the setup is gone or the look was called off. */
export async function* surveySetup(
  setups: Setups,
  setupId: string,
  tools: ProbeTools,
  signal: AbortSignal,
): AsyncIterable<SurveyReport> {
  const setup = setups.find(setupId)
  if (setup === null) return
  const hosts = [...new Set(setup.services.map(({ endpoint }) => endpoint.host))]
  const survey = await surveyPorts(hosts, setup.address.ascii, tools, signal)
  if (signal.aborted) return
  const date = tools.clock.date().toISOString().slice(0, 10)
  yield reportSurvey(survey, setup.address.ascii, date)
}
