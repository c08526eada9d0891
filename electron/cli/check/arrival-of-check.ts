import type { ArrivalReport } from '#shared/arrival/report.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import type { CheckResult } from '#shared/finding/check-result.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { arrivedMessage } from '#engine/arrival/arrived-message.ts'
import { lookAtArrival } from '#engine/arrival/look-at-arrival.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'

/** What the message that arrived proves; `null` where none did, or where its headers were not to be had. */
export async function arrivalOfCheck(
  { endpoints }: CheckResult,
  { address, provider }: { readonly address: EmailAddress; readonly provider: Provider | null },
  tools: ProbeTools,
  signal: AbortSignal,
): Promise<ArrivalReport | null> {
  const message = arrivedMessage(endpoints)
  if (message === null || signal.aborted) return null
  const smtpHost = endpoints.find(({ endpoint }) => endpoint.protocol === 'smtp')?.endpoint.host ?? null
  return lookAtArrival({ domain: address.domain.ascii, smtpHost, provider, message }, tools, signal)
}
