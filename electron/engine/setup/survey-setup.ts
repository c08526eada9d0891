import { SETUP_GONE, type SetupGone } from '#shared/domain/setup-gone.ts'
import { reportSurvey, type SurveyReport } from '#shared/survey/survey-report.ts'
import type { Redactor } from '#shared/report/redact.ts'
import { redactorFor } from '#engine/check/secrets-redactor.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import type { Setups } from '#engine/setup/setups.ts'
import { surveyPorts } from '#engine/survey/survey-ports.ts'

/** All usual ports of the hosts of one setup; nothing where the look was called off. */
export async function* surveySetup(
  setups: Setups,
  setupId: string,
  tools: ProbeTools,
  signal: AbortSignal,
): AsyncIterable<SurveyReport | SetupGone> {
  const setup = setups.find(setupId)
  if (setup === null) {
    yield SETUP_GONE
    return
  }
  const hosts = [...new Set(setup.services.map(({ endpoint }) => endpoint.host))]
  const redact = redactorFor(setup.secrets, tools)
  const report = await surveyHosts({ hosts, address: setup.address.ascii }, tools, signal, redact)
  if (!signal.aborted) yield report
}

export interface HostsToSurvey {
  readonly hosts: readonly string[]
  /** Who would use them; `''` where it is about the hosts alone. */
  readonly address: string
}

/**
 * The same for hosts that a technician names: no page can.
 * @param redact where a server of them has been told a secret before
 */
export async function surveyHosts(
  { hosts, address }: HostsToSurvey,
  tools: ProbeTools,
  signal: AbortSignal,
  redact?: Redactor,
): Promise<SurveyReport> {
  const survey = await surveyPorts(hosts, address, tools, signal, redact)
  const surveyedAt = tools.clock.date().toISOString()
  return { ...reportSurvey(survey, address, surveyedAt.slice(0, 10)), surveyedAt }
}
