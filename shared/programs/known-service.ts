import { providerById } from '#shared/catalogue/look-up.ts'
import type { DiscoveredProvider, Discovery } from '#shared/discovery/discovery.ts'
import type { RankedCandidate } from '#shared/domain/candidate.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { isLoopbackHost, parseHostName } from '#shared/domain/host-name.ts'
import { userNameFor } from '#shared/domain/user-name.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ProgramAccount, ProgramService } from '#shared/programs/program-account.ts'

/** What is known about the address of an account, beside what its program has. */
export type KnownSettings = Pick<Discovery, 'day' | 'candidates'> & {
  readonly provider: Pick<DiscoveredProvider, 'id' | 'name'> | null
}

/** One server of a program beside all that is known of it. */
export interface JudgedService {
  readonly service: ProgramService
  readonly account: ProgramAccount
  readonly day: string
  /** In wire form; `null` where it is none. */
  readonly host: string | null
  /** Of the same service, best first; those that are only guessed are none. */
  readonly known: readonly RankedCandidate[]
  /** Of those, the ones at this very host. */
  readonly here: readonly RankedCandidate[]
  /** Another form of the user name, which only the user's own sign-in can decide about. */
  readonly otherName: string | null
  /** A program on this computer stands for the server: nothing of it is known to anyone else. */
  readonly place: 'this-computer' | 'elsewhere'
}

export function judgedService(
  service: ProgramService,
  account: ProgramAccount,
  { day, candidates, provider }: KnownSettings,
): JudgedService {
  const parsed = parseHostName(service.host.trim())
  const host = parsed.ok ? parsed.value.ascii : null
  const known = candidates.filter(
    ({ endpoint, trust }) => endpoint.protocol === service.protocol && trust !== 'guess',
  )
  return {
    service,
    account,
    day,
    host,
    known,
    here: known.filter(({ endpoint }) => endpoint.host === host),
    otherName: otherName(account, provider),
    place: host !== null && isLoopbackHost(host) ? 'this-computer' : 'elsewhere',
  }
}

function otherName({ address }: ProgramAccount, provider: KnownSettings['provider']): string | null {
  const form = provider === null ? undefined : providerById(provider.id)?.otherUserName
  const own = parseEmailAddress(address ?? '')
  return form === undefined || !own.ok ? null : userNameFor(form, own.value)
}

/**
 * The endpoint that a test would go to, `null` where the program has none: STARTTLS where it is used only if offered,
 * because nothing is ever sent in clear to find out.
 */
export function endpointOf({ protocol, host, port, encryption }: ProgramService): ServerEndpoint | null {
  const parsed = parseHostName(host.trim())
  if (!parsed.ok || port < 1) return null
  const security = encryption === 'if-offered' ? 'starttls' : encryption
  return { protocol, host: parsed.value.ascii, port, security }
}
