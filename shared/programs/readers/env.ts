import type { Protocol } from '#shared/domain/protocol.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import {
  addressIn,
  defaultPort,
  portFrom,
  readAccounts,
  type ProgramEncryption,
  type ProgramService,
  type ReadAccounts,
  type ReadNote,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { isNo, isYes, settingLines } from '#shared/programs/readers/words.ts'

type Variables = ReadonlyMap<string, string>

/** What the frameworks that send mail call their variables: Mailwright's own and most others, Laravel, Django. */
const PREFIXES: readonly (readonly [protocol: Protocol, prefixes: readonly string[]])[] = [
  ['imap', ['IMAP']],
  ['pop3', ['POP3']],
  ['smtp', ['SMTP', 'MAIL', 'EMAIL', 'MAILER']],
]

/** Variables for a program that sends, `.env`. Values are never put together. */
export function readEnv(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const notes: ReadNote[] = []
  const variables = new Map<string, string>()
  for (const line of settingLines(text)) {
    const [, name = '', raw = ''] = /^(?:export\s+)?([A-Z_][A-Z0-9_]*)\s*=\s*(.*)$/is.exec(line) ?? []
    const value = valueOf(raw)
    if (/\$\{?\w/.test(value)) notes.push('variable')
    else if (name !== '') variables.set(name.toUpperCase(), value)
  }
  const services = PREFIXES.flatMap(([protocol, prefixes]) => {
    const prefix = prefixes.find((one) => (variables.get(`${one}_HOST`) ?? '') !== '')
    return prefix === undefined ? [] : [serviceOf(protocol, prefix, variables)]
  })
  const address =
    ['MAIL_ADDRESS', 'MAIL_FROM_ADDRESS', 'MAIL_FROM', 'SMTP_FROM', 'EMAIL_FROM', 'DEFAULT_FROM_EMAIL']
      .map((name) => addressIn(variables.get(name)))
      .find((one) => one !== null) ?? null
  return ok(readAccounts([{ name: address ?? '.env', address, services }], notes))
}

/** In quotes, or up to a comment. */
function valueOf(raw: string): string {
  const [, double, single] = /^(?:"([^"]*)"|'([^']*)')/.exec(raw) ?? []
  return double ?? single ?? raw.replace(/\s#.*$/, '').trim()
}

function serviceOf(protocol: Protocol, prefix: string, variables: Variables): ProgramService {
  const of = (...names: readonly string[]) =>
    names
      .map((name) => variables.get(`${prefix}_${name}`))
      .find((value) => value !== undefined && value !== '')
  const encryption = encryptionOf(of, portFrom(of('PORT'), 0))
  const userName = of('USER', 'USERNAME', 'HOST_USER', 'LOGIN') ?? null
  return {
    protocol,
    host: of('HOST') ?? '',
    port: portFrom(of('PORT'), defaultPort(protocol, encryption)),
    encryption,
    userName,
    method: isNo(of('AUTH'))
      ? 'none'
      : variables.has(`${prefix}_TOKEN`)
        ? 'oauth'
        : userName === null
          ? 'none'
          : 'any',
    certificate: isNo(of('TLS_REJECT_UNAUTHORIZED', 'VERIFY_PEER', 'TLS_VERIFY')) ? 'unchecked' : 'checked',
  }
}

/** `secure` and `ssl` are SSL/TLS; what frameworks call `tls` is STARTTLS on any port but 465. */
function encryptionOf(
  of: (...names: readonly string[]) => string | undefined,
  port: number,
): ProgramEncryption {
  const own = of('SECURITY')
  if (own === 'tls' || own === 'starttls' || own === 'none') return own
  if (isYes(of('USE_SSL', 'SECURE', 'SSL'))) return 'tls'
  const named = (of('ENCRYPTION', 'SCHEME', 'SECURE') ?? '').toLowerCase()
  if (named === 'ssl' || named === 'smtps' || (named === 'tls' && port === 465)) return 'tls'
  if (named === 'tls' || named === 'starttls') return 'starttls'
  if (isYes(of('USE_TLS', 'REQUIRE_TLS', 'STARTTLS', 'TLS'))) return 'starttls'
  return named === 'null' || named === 'none' || isNo(of('USE_TLS', 'TLS')) ? 'none' : 'if-offered'
}
