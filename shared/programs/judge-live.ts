import { proofIn } from '#shared/domain/evidence.ts'
import { isGood, type EndpointResult } from '#shared/finding/check-result.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { ProgramMethod, ProgramService } from '#shared/programs/program-account.ts'
import { SETTING_FIELDS, type SettingField, type SettingFinding } from '#shared/programs/setting-finding.ts'

/** What is about the network, and not about any setting. */
const OF_NETWORK: ReadonlySet<Code> = new Set<Code>([
  'NET_OFFLINE',
  'NET_DNS_FAIL',
  'NET_DNS_FALSE',
  'NET_CAPTIVE',
  'NET_PROXY_NEEDED',
  'NET_IPV6',
  'NET_FAMILY',
  'PROXY_UNREACHABLE',
  'PROXY_UNUSABLE',
  'PROXY_AUTH',
  'PROXY_REFUSED',
  'SERVER_BUSY',
  'CANCELLED',
])
const BY_CODE: Partial<Record<Code, SettingField>> = {
  HOST_RETIRED: 'server',
  SERVERS_SWAPPED: 'server',
  PROTO_WRONG_SERVICE: 'server',
  NET_UNREACHABLE: 'server',
  TLS_NOT_TLS: 'encryption',
  TLS_EXPECTED: 'encryption',
  AUTH_MECHANISM: 'authentication',
  AUTH_NONE_USABLE: 'authentication',
  AUTH_REQUIRED: 'authentication',
  AUTH_BASIC_DISABLED: 'authentication',
  SEND_RELAY_DENIED: 'authentication',
  SEND_AS_DENIED: 'from',
}

function fieldOf({ code, stage }: Finding): SettingField {
  if (OF_NETWORK.has(code)) return 'network'
  const field = BY_CODE[code]
  if (field !== undefined) return field
  switch (stage) {
    case 'dns':
      return 'server'
    case 'connect':
    case 'proxy':
      return 'port'
    case 'greeting':
    case 'capabilities':
    case 'starttls':
    case 'tls':
      return 'encryption'
    case 'certificate':
      return 'certificate'
    default:
      return 'password'
  }
}

/**
 * What remains of a judgement once the server itself was tested. A server that works as it is set up is right, whatever
 * is known of it; what a test reached is no cause; what it stumbled on is one, and explained by the field that differs.
 */
export function withLive(
  service: ProgramService,
  judged: readonly SettingFinding[],
  result: EndpointResult,
): readonly SettingFinding[] {
  const method = methodFinding(service, result)
  const others = judged.filter(
    ({ code, field }) => field !== 'authentication' || (method === 'unknown' && code !== 'SET_NO_SIGN_IN'),
  )
  const bySign = method === 'unknown' || method === null ? [] : [method]
  const end = endOf(result)
  if (end === 'works') return [...others.filter(isUnsafe), ...bySign]
  if (end === 'reached')
    return [
      ...others.filter((one) => isUnsafe(one) || (one.field !== 'port' && one.field !== 'encryption')),
      ...bySign,
    ]
  const failed = result.findings.find(({ severity }) => severity === 'error') ?? result.findings[0]
  if (failed === undefined) return judged
  return explained(service, [...others, ...bySign], failed)
}

/** `reached`: the server answers as it is set up, and nothing was given to it to sign in with. */
function endOf({ verdict, evidence }: EndpointResult): 'works' | 'reached' | 'failed' {
  if (!isGood(verdict) && verdict !== 'skipped') return 'failed'
  return isGood(verdict) && proofIn(evidence) !== null ? 'works' : 'reached'
}

/** A setting that works, and lets an attacker read along. */
export function isUnsafe({ code }: Pick<SettingFinding, 'code'>): boolean {
  return code === 'SET_NO_ENCRYPTION' || code === 'SET_ENCRYPTION_OPTIONAL' || code === 'SET_UNCHECKED'
}

function explained(
  service: ProgramService,
  judged: readonly SettingFinding[],
  live: Finding,
): readonly SettingFinding[] {
  const field = fieldOf(live)
  const reached = SETTING_FIELDS.indexOf(field)
  const left = judged.filter(
    (finding) => isUnsafe(finding) || finding.field === 'server' || !isPassed(finding.field, reached),
  )
  const causes = left.filter(
    (finding) => !isUnsafe(finding) && (canExplain(finding.field, field) || isOtherPort(finding, live)),
  )
  const [cause] = causes.toSorted((a, b) => orderOf(a.field) - orderOf(b.field))
  if (cause !== undefined) {
    const explaining = left.map((finding) =>
      finding === cause ? { ...finding, severity: 'error' as const, live } : finding,
    )
    // What only differs from what is usual may be right all the same.
    return cause.severity === 'error' ? explaining : [...explaining, own(service, field, live)]
  }
  return [own(service, field, live), ...left]
}

/** The right host speaks of something else on a port of another service. */
function isOtherPort({ code }: SettingFinding, live: Finding): boolean {
  return code === 'SET_PORT' && live.code === 'PROTO_WRONG_SERVICE'
}

function orderOf(field: SettingField): number {
  return SETTING_FIELDS.indexOf(field)
}

/** The port and the encryption were right where the test came as far as the sign-in. */
function isPassed(field: SettingField, reached: number): boolean {
  return (field === 'port' || field === 'encryption') && reached > orderOf('certificate')
}

/** A refused password may come of everything that was wrong before it; a network of nothing in the program. */
function canExplain(field: SettingField, failed: SettingField): boolean {
  if (failed === 'network') return false
  if (failed === 'password') return field !== 'certificate' && field !== 'from'
  return orderOf(field) <= orderOf(failed) || (failed === 'port' && field === 'encryption')
}

function own(service: ProgramService, field: SettingField, live: Finding): SettingFinding {
  const instead = live.actions.find(
    (action) => action.kind === 'use-endpoint' || action.kind === 'use-server',
  )
  const endpoint =
    instead?.kind === 'use-endpoint' || instead?.kind === 'use-server' ? instead.endpoint : null
  const userName = live.actions.find((action) => action.kind === 'use-user-name')
  const values: Partial<Record<SettingField, readonly [has: string, should: string | null]>> = {
    server: [service.host, endpoint?.host ?? null],
    port: [String(service.port), endpoint === null ? null : String(endpoint.port)],
    encryption: [service.encryption, endpoint?.security ?? null],
    certificate: [service.certificate, null],
    authentication: [service.method, null],
    'user-name': [service.userName ?? '', userName?.kind === 'use-user-name' ? userName.userName : null],
  }
  const [has, should] = values[field] ?? ['', null]
  return {
    code: live.code,
    severity: live.severity,
    turn: live.turn,
    field,
    protocol: service.protocol,
    has,
    should,
    live,
  }
}

/** What a program may use for each way to sign in; POP3 has commands of its own. */
const MECHANISMS: Readonly<Record<ProgramMethod, RegExp | null>> = {
  password: /^(?:PLAIN|LOGIN|USER)$/,
  challenge: /^(?:CRAM-MD5|DIGEST-MD5|APOP|SCRAM-.+)$/,
  spa: /^NTLM$/,
  kerberos: /^(?:GSSAPI|GSS-SPNEGO)$/,
  certificate: /^EXTERNAL$/,
  oauth: /^(?:XOAUTH2|OAUTHBEARER)$/,
  any: null,
  none: null,
}

/** By what the server announces itself. `unknown`: the test did not come so far; `null`: it takes this way. */
function methodFinding(service: ProgramService, result: EndpointResult): SettingFinding | 'unknown' | null {
  const { method, protocol } = service
  const announced = announcedIn(result)
  const finding = (setting: SettingFinding['code'], should: string): SettingFinding => ({
    code: setting,
    severity: 'error',
    turn: 'you',
    field: 'authentication',
    protocol,
    has: method,
    should,
    live: null,
  })
  if (method === 'none')
    return result.code === 'AUTH_REQUIRED' || result.code === 'SEND_RELAY_DENIED'
      ? finding('SET_NO_SIGN_IN', 'password')
      : null
  // It was signed in with as the program does it.
  if ((method === 'password' || method === 'challenge') && endOf(result) === 'works') return null
  const wanted = MECHANISMS[method]
  if (wanted === null || announced.length === 0) return 'unknown'
  if (announced.some((name) => wanted.test(name))) return null
  const takesPassword = announced.some((name) => MECHANISMS.password?.test(name) === true)
  const setting = method === 'oauth' ? 'SET_OAUTH' : takesPassword ? 'SET_METHOD' : 'SET_PASSWORD_ENDED'
  return finding(setting, takesPassword ? 'password' : 'oauth')
}

/** What the server announced last, and the command for passwords that IMAP has besides (RFC 9051 section 6.2.3). */
function announcedIn({ endpoint, evidence }: EndpointResult): readonly string[] {
  const facts = evidence.stages
    .flatMap((record) => (record.stage === 'capabilities' ? [record.facts] : []))
    .at(-1)
  const names = (facts?.mechanisms ?? []).map((name) => name.toUpperCase())
  const hasLogin = endpoint.protocol === 'imap' && facts?.capabilities?.includes('LOGINDISABLED') === false
  // What POP3 says of APOP stands in its greeting.
  const isTold = endpoint.protocol !== 'pop3' || names.some((name) => name !== 'USER')
  return hasLogin ? [...names, 'LOGIN'] : isTold ? names : []
}
