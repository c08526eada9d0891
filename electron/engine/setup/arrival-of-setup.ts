import type { MessageFacts } from '#shared/domain/message-facts.ts'
import type { ArrivalReport } from '#shared/arrival/report.ts'
import { isOwnMessage } from '#shared/arrival/aligned.ts'
import { arrivedMessage } from '#shared/arrival/arrived-message.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { SETUP_GONE, type SetupGone } from '#shared/domain/setup-gone.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { queryArrival } from '#engine/arrival/query-arrival.ts'
import { redactorFor } from '#engine/check/secrets-redactor.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import type { Setups } from '#engine/setup/setups.ts'

export interface SetupToLookAt {
  readonly setupId: string
  /** A message the user has opened, `null` for the one that a test has sent. */
  readonly message: MessageFacts | null
}

/** Whether mail of one setup is believed; nothing where the look was called off. */
export async function* arrivalOfSetup(
  setups: Setups,
  { setupId, message: opened }: SetupToLookAt,
  tools: ProbeTools,
  signal: AbortSignal,
): AsyncIterable<ArrivalReport | SetupGone> {
  const setup = setups.find(setupId)
  if (setup === null) {
    yield SETUP_GONE
    return
  }
  const { address, provider, results } = setup
  const smtpHost = setup.services.find(({ endpoint }) => endpoint.protocol === 'smtp')?.endpoint.host ?? null
  // A message of another domain says nothing about this one.
  const isOwn = opened !== null && isOwnMessage(opened, address.domain.ascii)
  const message = isOwn ? opened : arrivedMessage(results)
  const report = await queryArrival(
    { domain: address.domain.ascii, smtpHost, provider, message, redact: redactorFor(setup.secrets, tools) },
    tools,
    signal,
  )
  if (!signal.aborted) yield report
}

export interface DomainToLookAt {
  readonly domain: EmailAddress['domain']
  /** The server that mail of the domain is handed to, `null` where it is not known. */
  readonly smtpHost: string | null
  readonly providerId: string | null
  /** A message of the domain that arrived, or `null`. */
  readonly message: MessageFacts | null
}

/** The same for a domain that a technician names: no page can. */
export function arrivalOfDomain(
  { domain, providerId, ...rest }: DomainToLookAt,
  providerById: (id: string) => Provider | null,
  tools: ProbeTools,
  signal: AbortSignal,
): Promise<ArrivalReport> {
  const provider = providerId === null ? null : providerById(providerId)
  return queryArrival({ domain: domain.ascii, provider, ...rest }, tools, signal)
}
