import { assertNever } from '#shared/outcome.ts'
import { freePorts } from './free-ports.ts'
import { createJail, isUnpacked } from './jail.ts'
import type { RealUser } from './dovecot.ts'
import { waitForPort } from './wait.ts'

export const EXIM_MECHANISMS = ['PLAIN', 'LOGIN', 'CRAM-MD5', 'SCRAM-SHA-1', 'SCRAM-SHA-256'] as const
export type EximMechanism = (typeof EXIM_MECHANISMS)[number]

export interface EximOptions {
  readonly certificate: string
  readonly key: string
  readonly users: readonly RealUser[]
  /** What is announced, in this order. */
  readonly mechanisms: readonly EximMechanism[]
  /** Who judges passwords: the configuration, or a file that is not there. */
  readonly judge?: 'configuration' | 'missing file'
  /** Whether SCRAM finds what it needs: the secret itself, where the others may have a hash. */
  readonly secrets?: 'missing'
  /** The port of the server that takes mail for its own mailboxes (LMTP). */
  readonly deliversTo?: number
  /** What the server says to MAIL or RCPT of a user that has signed in, in the language of its access lists. */
  readonly refusal?: { readonly command: 'mail' | 'rcpt'; readonly statement: string }
}

export interface Exim {
  readonly ports: { readonly submission: number; readonly submissions: number }
  readonly log: () => Promise<string>
  readonly stop: () => Promise<void>
}

export const hasExim: boolean = isUnpacked('exim')

/** A real Exim on free loopback ports that takes passwords inside encryption alone. */
export async function startExim(options: EximOptions): Promise<Exim> {
  const jail = await createJail('exim')
  const [submission = 0, submissions = 0] = await freePorts(2)
  const ports = { submission, submissions }
  const log = async () =>
    jail.said() + (await jail.read('var/exim/mainlog')) + (await jail.read('var/exim/paniclog'))
  try {
    for (const folder of ['etc', 'var/exim']) await jail.makeFolder(folder)
    await jail.write('etc/cert.pem', options.certificate)
    await jail.write('etc/key.pem', options.key)
    await jail.write('etc/exim.conf', configuration(options, ports))
    for (const { name, password } of options.secrets === 'missing' ? [] : options.users) {
      const [local = '', domain = ''] = name.split('@')
      jail.run(['/usr/sbin/saslpasswd2', '-p', '-c', '-f', '/etc/sasldb2', '-u', domain, local], password)
    }
    jail.start(['/usr/sbin/exim4', '-C', '/etc/exim.conf', '-bdf'])
    for (const port of Object.values(ports)) await waitForPort(port)
  } catch (error) {
    const said = await log()
    await jail.stop()
    throw new Error(`exim did not start: ${said}`, { cause: error })
  }
  return { ports, log, stop: jail.stop }
}

function configuration(options: EximOptions, { submission, submissions }: Exim['ports']): string {
  const { command, statement } = options.refusal ?? { command: 'mail', statement: '' }
  return `
exim_user = nobody
exim_group = nogroup
keep_environment =
never_users =
primary_hostname = mail.example.test
qualify_domain = example.test
spool_directory = /var/exim
log_file_path = /var/exim/%slog
pid_file_path = /var/exim/pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${submission} : ${submissions}
tls_on_connect_ports = ${submissions}
tls_advertise_hosts = *
tls_certificate = /etc/cert.pem
tls_privatekey = /etc/key.pem
auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}
acl_smtp_mail = mail
acl_smtp_rcpt = rcpt
begin acl
mail:
${command === 'mail' ? statement : ''}
  accept
rcpt:
${command === 'rcpt' ? statement : ''}
  accept authenticated = *
  deny message = relay not permitted
begin routers
everyone:
  driver = manualroute
  route_list = * 127.0.0.1
  self = send
  transport = lmtp
begin transports
lmtp:
  driver = smtp
  protocol = lmtp
  hosts_override
  allow_localhost
  port = ${options.deliversTo ?? 1}
begin authenticators
${options.mechanisms.map((mechanism) => authenticator(mechanism, options)).join('')}`
}

function authenticator(mechanism: EximMechanism, { users, judge }: EximOptions): string {
  const lookUp = (user: string) =>
    judge === 'missing file'
      ? `\${lookup{${user}}lsearch{/etc/passwords}{$value}fail}`
      : users.reduceRight(
          (rest, { name, password }) => `\${if eq{${user}}{${name}}{${quoted(password)}}${rest}}`,
          'fail',
        )
  const condition = (user: string, given: string) => `\${if eq{${given}}{${lookUp(user)}}}`
  switch (mechanism) {
    case 'PLAIN':
      return entry(mechanism, 'plaintext', [
        'server_prompts = :',
        `server_condition = ${condition('$auth2', '$auth3')}`,
      ])
    case 'LOGIN':
      return entry(mechanism, 'plaintext', [
        'server_prompts = Username:: : Password::',
        `server_condition = ${condition('$auth1', '$auth2')}`,
      ])
    case 'CRAM-MD5':
      return entry(mechanism, 'cram_md5', [`server_secret = ${lookUp('$auth1')}`])
    case 'SCRAM-SHA-1':
    case 'SCRAM-SHA-256':
      return entry(mechanism, 'cyrus_sasl', ['server_realm = example.test'])
    default:
      return assertNever(mechanism)
  }
}

function entry(name: string, driver: string, options: readonly string[]): string {
  const lines = [`driver = ${driver}`, `public_name = ${name}`, ...options, 'server_set_id = $auth1']
  return `${name.toLowerCase().replaceAll('-', '_')}:\n${lines.map((line) => `  ${line}\n`).join('')}`
}

/** As Exim expands strings: braces, dollars and backslashes are its own. */
const quoted = (text: string) => text.replaceAll(/[\\${}]/g, (sign) => `\\${sign}`)
