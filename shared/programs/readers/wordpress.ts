import { ok, type Outcome } from '#shared/outcome.ts'
import {
  addressIn,
  portFrom,
  readAccounts,
  type ProgramAccount,
  type ProgramEncryption,
  type ProgramService,
  type ReadAccounts,
  type ReadNote,
  type SettingsProblem,
} from '#shared/programs/program-account.ts'
import { fieldsOf, jsonIn, wordAt, type JsonFields } from '#shared/programs/readers/json-fields.ts'
import { methodOf } from '#shared/programs/readers/mechanism-method.ts'
import { isNo, isYes } from '#shared/programs/readers/words.ts'

/**
 * How a WordPress site sends: the option of a plug-in as JSON (`wp option get NAME --format=json`, or its export), of WP Mail
 * SMTP, Post SMTP and FluentSMTP, or the constants of WP Mail SMTP in `wp-config.php`.
 */
export function readWordPress(text: string): Outcome<ReadAccounts, SettingsProblem> {
  const file = fieldsOf(jsonIn(text))
  if (file === null) return ok(constantsOf(text))
  const named = OPTIONS.map((name) => fieldsOf(file[name])).filter((option) => option !== null)
  const accounts = [file, ...named].flatMap((option) => [
    ...wpMailSmtp(option),
    ...postSmtp(option),
    ...fluentSmtp(option),
  ])
  return ok(readAccounts(accounts))
}

const OPTIONS = ['wp_mail_smtp', 'postman_options', 'fluentmail-settings'] as const

/** `host`, `port` and so on, under whatever name each plug-in has for them. */
type Named = (name: 'host' | 'port' | 'encryption' | 'auth' | 'user' | 'autotls') => string | undefined

/** What they call `tls` is STARTTLS, and `ssl` SSL/TLS. PHPMailer uses STARTTLS by itself where it is offered, if it may. */
function serviceOf(of: Named): ProgramService | null {
  const host = of('host')
  if (host === undefined) return null
  const named = (of('encryption') ?? '').toLowerCase()
  const encryption: ProgramEncryption =
    named === 'ssl' ? 'tls' : named === 'tls' ? 'starttls' : isYes(of('autotls')) ? 'if-offered' : 'none'
  const auth = of('auth')
  const signsIn = auth !== undefined && !isNo(auth) && auth.toLowerCase() !== 'none'
  return {
    protocol: 'smtp',
    host,
    port: portFrom(of('port'), encryption === 'tls' ? 465 : encryption === 'starttls' ? 587 : 25),
    encryption,
    userName: signsIn ? (of('user') ?? null) : null,
    method: !signsIn ? 'none' : isYes(auth) ? 'any' : methodOf(auth.replace(/^crammd5$/i, 'CRAM-MD5')),
    certificate: 'checked',
  }
}

function account(address: string | undefined, service: ProgramService | null): readonly ProgramAccount[] {
  const bare = addressIn(address)
  return service === null ? [] : [{ name: bare ?? 'WordPress', address: bare, services: [service] }]
}

/** One that hands the mail to a service by its own interface has no server to be wrong about. */
function wpMailSmtp(option: JsonFields): readonly ProgramAccount[] {
  const [mail, smtp] = [fieldsOf(option['mail']), fieldsOf(option['smtp'])]
  if (mail === null || smtp === null || wordAt(mail, 'mailer') !== 'smtp') return []
  const of: Named = (name) => wordAt(smtp, name)
  return account(wordAt(mail, 'from_email'), serviceOf(of))
}

const POST_SMTP = {
  host: 'hostname',
  port: 'port',
  encryption: 'enc_type',
  auth: 'auth_type',
  user: 'basic_auth_username',
  autotls: 'autotls',
} as const

function postSmtp(option: JsonFields): readonly ProgramAccount[] {
  const kind = wordAt(option, 'transport_type')
  if (wordAt(option, 'enc_type') === undefined || (kind !== undefined && kind !== 'smtp')) return []
  return account(
    wordAt(option, 'sender_email'),
    serviceOf((name) => wordAt(option, POST_SMTP[name])),
  )
}

const FLUENT_SMTP = {
  host: 'host',
  port: 'port',
  encryption: 'encryption',
  auth: 'auth',
  user: 'username',
  autotls: 'auto_tls',
} as const

function fluentSmtp(option: JsonFields): readonly ProgramAccount[] {
  return Object.values(fieldsOf(option['connections']) ?? {}).flatMap((connection) => {
    const settings = fieldsOf(fieldsOf(connection)?.['provider_settings'])
    if (settings === null || wordAt(settings, 'provider') !== 'smtp') return []
    return account(
      wordAt(settings, 'sender_email'),
      serviceOf((name) => wordAt(settings, FLUENT_SMTP[name])),
    )
  })
}

const CONSTANT =
  /^[^\S\r\n]{0,40}(?:Config::)?define\(\s{0,9}['"](WPMS_\w{1,40})['"]\s{0,9},\s{0,9}(?:'([^'\r\n]{0,500})'|"([^"\r\n]{0,500})"|([^)\r\n]{0,500}))/gim

/** A value that PHP works out is not read, and neither is what a comment has put out of use. */
function constantsOf(text: string): ReadAccounts {
  const notes: ReadNote[] = []
  const values = new Map<string, string>()
  for (const [, name = '', single, double, other] of text.matchAll(CONSTANT)) {
    const value = single ?? double ?? other?.trim() ?? ''
    if (other === undefined || /^(?:true|false|\d{1,5})$/i.test(value)) values.set(name.toUpperCase(), value)
    else notes.push('variable')
  }
  if (values.get('WPMS_MAILER') !== 'smtp' && values.get('WPMS_MAILER') !== undefined)
    return readAccounts([], notes)
  const constants = {
    host: 'WPMS_SMTP_HOST',
    port: 'WPMS_SMTP_PORT',
    encryption: 'WPMS_SSL',
    auth: 'WPMS_SMTP_AUTH',
    user: 'WPMS_SMTP_USER',
    autotls: 'WPMS_SMTP_AUTOTLS',
  } as const
  return readAccounts(
    account(
      values.get('WPMS_MAIL_FROM'),
      serviceOf((name) => {
        const value = values.get(constants[name])
        return value === '' ? undefined : value
      }),
    ),
    notes,
  )
}
