import { capabilitiesIn, mechanismsIn, reached } from '#shared/domain/evidence.ts'
import { MECHANISMS, takesCredential } from '#shared/domain/mechanism.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { isGood, type EndpointResult } from '#shared/finding/check-result.ts'
import type { Code } from '#shared/finding/codes.ts'

/** `unsupported`: Mailwright does not know it; `not-tried`: another credential is needed, or the trials were ended. */
export type MechanismVerdict = 'works' | 'failed' | 'waiting' | 'not-tried' | 'unsupported'

/** What came of one sign-in by one mechanism. */
export interface MechanismTrial {
  readonly name: string
  readonly verdict: MechanismVerdict
  /** `null` where there was no sign-in. */
  readonly code: Code | null
}

export interface ServiceMechanisms {
  readonly endpoint: ServerEndpoint
  readonly mechanisms: readonly MechanismTrial[]
}

/** Each announced mechanism, and whether it works. */
export interface MechanismReport {
  readonly services: readonly ServiceMechanisms[]
  /** What ended the trials before all were made: one refused password is enough. */
  readonly endedBy: Code | null
}

/** What says that the password is not refused, so that the next mechanism may be tried with it. */
const GOES_ON: ReadonlySet<Code> = new Set<Code>([
  'AUTH_MECHANISM',
  'AUTH_NONE_USABLE',
  'AUTH_SERVER_PROOF',
  'REPLY_BY_STATUS',
  'REPLY_UNKNOWN',
])

/** Whether more mechanisms may be tried after this result. */
export function mayGoOn({ verdict, code }: Pick<EndpointResult, 'verdict' | 'code'>): boolean {
  return isGood(verdict) || GOES_ON.has(code)
}

/** The mechanisms of a service that was tested, before any of them is tried. */
export function announcedMechanisms(
  result: EndpointResult,
  kind: 'password' | 'token',
): readonly MechanismTrial[] {
  const isOpen = result.signIn !== 'none' && reached(result.evidence, 'capabilities') && mayGoOn(result)
  return namesIn(result).map((name) => ({ name, verdict: verdictBefore(name, kind, isOpen), code: null }))
}

function verdictBefore(name: string, kind: 'password' | 'token', isOpen: boolean): MechanismVerdict {
  if (!MECHANISMS.some((known) => known === name)) return 'unsupported'
  return isOpen && takesCredential(name, kind) ? 'waiting' : 'not-tried'
}

/** With the commands of the protocol's own that show a password: LOGIN of IMAP, USER and PASS of POP3. */
function namesIn({ endpoint, evidence }: EndpointResult): readonly string[] {
  const capabilities = capabilitiesIn(evidence)
  const own = [
    ...(endpoint.protocol === 'imap' && !capabilities.includes('LOGINDISABLED') ? ['LOGIN'] : []),
    ...(endpoint.protocol === 'pop3' && capabilities.includes('USER') ? ['USER'] : []),
  ]
  return [...new Set([...mechanismsIn(evidence), ...own])]
}
