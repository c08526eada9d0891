import type { Provider } from '#shared/catalogue/provider.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { breaksLock } from '#shared/policy/locks.ts'
import type { ConfirmedService } from '#engine/confirmed-service.ts'
import type { EnginePorts } from '#engine/create-engine.ts'
import { advise, adviseOnSignIn } from '#cli/check/advise.ts'
import { confirmServices } from '#cli/check/confirm-services.ts'
import { planServices, readEndpoints, readProtocols, readSmtpSignIn } from '#cli/check/plan-services.ts'
import { readSavedAccount, savedServices } from '#cli/check/saved-account.ts'
import type { Invocation } from '#cli/command.ts'
import { usableUserName } from '#cli/credential-input.ts'
import { discover } from '#cli/discover.ts'
import { UsageError } from '#cli/exit-status.ts'

/** What is tested. */
export interface CheckSubject {
  readonly services: readonly ConfirmedService[]
  readonly provider: Provider | null
  /** The sign-in server that the domain has announced. */
  readonly announced: string | null
  /** The account that was saved, where it is about one. */
  readonly saved: SavedAccount | null
}

/** The servers that were given, and what is found for the rest; `null` when the user did not agree to them. */
export async function planSubject(
  address: EmailAddress,
  ports: EnginePorts,
  invocation: Invocation,
): Promise<CheckSubject | null> {
  const { values, terminal } = invocation
  const explicit = readEndpoints(values)
  const userName = typeof values['user'] === 'string' ? usableUserName(values['user'], '--user') : null
  advise(explicit, invocation)
  const smtpSignIn = readSmtpSignIn(values)
  const protocols = wantedProtocols(invocation)
  const allGiven =
    explicit.length > 0 &&
    (protocols ?? []).every((name) => explicit.some(({ protocol }) => protocol === name))
  const network = allGiven ? 'leave-alone' : 'ask'
  const discovery = await discover(address, ports, { network }, terminal.signal)
  const planned = planServices(
    { explicit, smtpSignIn, protocols, userName, address: address.ascii },
    discovery,
  )
  if (planned.length === 0)
    throw new UsageError('no server is known for this address: give --imap, --pop3 or --smtp')
  const services = await confirmServices(planned, address, invocation)
  if (services === null) return null
  adviseOnSignIn(discovery, invocation)
  const provider = discovery.provider === null ? null : ports.providerById(discovery.provider.id)
  const announced = discovery.candidates.find(({ issuer }) => issuer !== undefined)?.issuer ?? null
  return { services, provider, announced, saved: null }
}

/** The servers of a saved account. */
export async function planSaved(
  address: EmailAddress,
  ports: EnginePorts,
  invocation: Invocation,
): Promise<CheckSubject> {
  const saved = await readSavedAccount(address, ports, invocation)
  // SECURITY: what the organisation has laid down holds for accounts that are older than its rule.
  if (ports.policy !== null && breaksLock(ports.policy, address, saved.services))
    throw new UsageError(
      `${ports.policy.organisation} has fixed the settings for ${address.unicode} [CFG_LOCKED]`,
    )
  const protocols = wantedProtocols(invocation)
  const services = savedServices(saved).filter(
    ({ endpoint }) => protocols === null || protocols.includes(endpoint.protocol),
  )
  const provider = saved.providerId === null ? null : ports.providerById(saved.providerId)
  return { services, provider, announced: null, saved }
}

function wantedProtocols({ values }: Invocation) {
  return readProtocols(typeof values['protocols'] === 'string' ? values['protocols'] : null)
}
