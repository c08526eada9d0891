import { reportDoor, type DoorReport } from '#shared/survey/door-report.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import type { Setups } from '#engine/setup/setups.ts'
import { surveyPorts } from '#engine/survey/survey-ports.ts'

/** All usual doors of the hosts of one setup; nothing where the setup is gone or the look was called off. */
export async function* surveySetup(
  setups: Setups,
  setupId: string,
  tools: ProbeTools,
  signal: AbortSignal,
): AsyncIterable<readonly DoorReport[]> {
  const setup = setups.find(setupId)
  if (setup === null) return
  const hosts = [...new Set(setup.services.map(({ endpoint }) => endpoint.host))]
  const sightings = await surveyPorts(hosts, tools, signal)
  if (signal.aborted) return
  const date = tools.clock.date().toISOString().slice(0, 10)
  yield sightings.map((sighting) => reportDoor(sighting, sightings, setup.address.ascii, date))
}
