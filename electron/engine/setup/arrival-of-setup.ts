import type { ArrivalReport } from '#shared/arrival/report.ts'
import { arrivedMessage } from '#engine/arrival/arrived-message.ts'
import { lookAtArrival } from '#engine/arrival/look-at-arrival.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import type { Setups } from '#engine/setup/setups.ts'

/** Whether mail of one setup is believed; nothing where the setup is gone or the look was called off. */
export async function* arrivalOfSetup(
  setups: Setups,
  setupId: string,
  tools: ProbeTools,
  signal: AbortSignal,
): AsyncIterable<ArrivalReport> {
  const setup = setups.find(setupId)
  if (setup === null) return
  const smtp = setup.services.find(({ endpoint }) => endpoint.protocol === 'smtp')
  const report = await lookAtArrival(
    {
      domain: setup.address.domain.ascii,
      smtpHost: smtp?.endpoint.host ?? null,
      provider: setup.provider,
      message: arrivedMessage(setup.results),
    },
    tools,
    signal,
  )
  if (!signal.aborted) yield report
}
