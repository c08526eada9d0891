import type { Code } from '#shared/finding/codes.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { sentIn } from '#shared/domain/evidence.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { passwordWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** A failure that several services may have in common, with the one finding whose words and steps are shown for it. */
export interface Cause {
  readonly finding: Finding
  /** Whose finding it is. */
  readonly result: EndpointResult
  /** Every service that has it, in the order of the test; that of the finding is among them. */
  readonly results: readonly EndpointResult[]
}

/** Which passwords an account has: one for everything, or one of its own for sending. */
export type Passwords = 'one' | 'two'

/**
 * How far the same code is the same cause. `here`: on this computer or in this network. `sign-in`: for the same user
 * name and password. A code that is missing belongs to one service alone, because its fix does (another port, another
 * host).
 */
const REACH: Readonly<Partial<Record<Code, 'here' | 'sign-in'>>> = {
  NET_OFFLINE: 'here',
  NET_CAPTIVE: 'here',
  NET_DNS_FAIL: 'here',
  NET_PROXY_NEEDED: 'here',
  PROXY_UNREACHABLE: 'here',
  PROXY_UNUSABLE: 'here',
  PROXY_AUTH: 'here',
  TLS_CLOCK: 'here',
  AUTH_REJECTED: 'sign-in',
  AUTH_APP_PASSWORD: 'sign-in',
  AUTH_BASIC_DISABLED: 'sign-in',
  AUTH_LOCKED: 'sign-in',
  AUTH_PAUSED: 'sign-in',
  AUTH_SUSPENDED: 'sign-in',
  AUTH_EXPIRED: 'sign-in',
  AUTH_WEB_LOGIN: 'sign-in',
  AUTH_CONDITIONAL_ACCESS: 'sign-in',
  AUTH_SECURITY_DEFAULTS: 'sign-in',
  AUTH_TOKEN_REJECTED: 'sign-in',
  AUTH_TOKEN_OTHER_ACCOUNT: 'sign-in',
}

/** A certificate is one thing wherever it is shown. */
const OF_CERTIFICATE: ReadonlySet<Code> = new Set<Code>(['TLS_EXPIRED', 'TLS_OLD'])

/** Whether a failure is told once for all services that have it, above them. */
export function isShareable({ code, severity }: Pick<Finding, 'code' | 'severity'>): boolean {
  return severity === 'error' && (code in REACH || OF_CERTIFICATE.has(code))
}

/** The causes that are told above the services: each once, whatever number of services has met it. */
export function sharedCauses(results: readonly EndpointResult[], passwords: Passwords): readonly Cause[] {
  const groups = new Map<string, { finding: Finding; result: EndpointResult }[]>()
  for (const result of results)
    for (const finding of result.findings) {
      if (!isShareable(finding)) continue
      const key = keyOf(finding, result, passwords)
      groups.set(key, [...(groups.get(key) ?? []), { finding, result }])
    }
  return [...groups.values()].flatMap((group) => causeOf(group) ?? [])
}

function causeOf(group: readonly { finding: Finding; result: EndpointResult }[]): Cause | null {
  // One that was not tried because another was just refused has less to tell than that other.
  const told = group.find(({ result }) => result.verdict !== 'skipped') ?? group[0]
  return told === undefined ? null : { ...told, results: group.map(({ result }) => result) }
}

function keyOf({ code, turn, endpoint }: Finding, result: EndpointResult, passwords: Passwords): string {
  if (OF_CERTIFICATE.has(code)) return `${code} ${endpoint.host}`
  if (REACH[code] === 'here') return `${code} ${turn}`
  // The names of an account without its own for sending are told apart by their spelling alone (RFC 4616).
  return [code, result.userName, slotIn(endpoint.protocol, passwords)].join(' ')
}

/** Which password a service has got. */
export function slotIn(protocol: Protocol, passwords: Passwords): 'account' | 'sending' {
  return protocol === 'smtp' && passwords === 'two' ? 'sending' : 'account'
}

/**
 * Whether the password left this computer, and to which servers: one true sentence for all of them.
 * @param list how the reader's language joins names
 */
export function passwordSentence(
  results: readonly EndpointResult[],
  t: Translate,
  list: (names: readonly string[]) => string,
): string {
  const sent = results.filter(({ passwordSent }) => passwordSent !== 'no')
  if (sent.length === 0) return t('password-sent.no')
  const groups = Map.groupBy(sent, (result) =>
    [
      result.passwordSent,
      sentIn(result.evidence),
      result.endpoint.security === 'none' ? 'clear' : 'encrypted',
    ].join(' '),
  )
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group
      if (first === undefined) return []
      const hosts = list([...new Set(group.map(({ endpoint }) => endpoint.host))])
      const { security } = first.endpoint
      return passwordWords(first.passwordSent, { sent: sentIn(first.evidence), security, host: hosts }, t)
    })
    .join(' ')
}
