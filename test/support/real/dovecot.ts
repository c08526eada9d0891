import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { freePorts } from './free-ports.ts'
import { findProgram, isRoot } from './programs.ts'
import { waitForPort } from './wait.ts'

export interface RealUser {
  readonly name: string
  readonly password: string
  /** What is kept of the password, where it is not the password itself: `{SHA512-CRYPT}$6$…`. */
  readonly stored?: string
  /** What the administrator tells a user who may not sign in, without blanks. */
  readonly lockedBecause?: string
}

export interface DovecotOptions {
  readonly certificate: string
  readonly key: string
  readonly users: readonly RealUser[]
  readonly mechanisms?: string
  /** Where to ask whether a token is good (RFC 7662); it takes XOAUTH2 and OAUTHBEARER then. */
  readonly introspectionUrl?: string
  /** How that judge is to be asked, where it is one with a certificate and a name for the asker. */
  readonly introspection?: {
    readonly client: { readonly id: string; readonly secret: string }
    /** PEM of the authority behind its certificate. */
    readonly authority: string
    /** What it calls the user. */
    readonly nameAttribute: string
  }
  /** More lines for dovecot.conf. */
  readonly settings?: string
}

export interface Dovecot {
  readonly ports: {
    readonly imap: number
    readonly imaps: number
    readonly pop3: number
    readonly pop3s: number
    readonly submission: number
    readonly submissions: number
    /** Where Postfix asks whether a password is right. */
    readonly sasl: number
  }
  /** Maildirs by address, owned by the account that Postfix delivers as. */
  readonly mailDirectory: string
  readonly log: () => Promise<string>
  readonly stop: () => Promise<void>
}

const PARTS = ['imap-login', 'pop3-login', 'submission-login']
const FOLDERS = ['/usr/lib/dovecot', '/usr/libexec/dovecot']

/** Dovecot with every protocol: systems ship each as a package of its own. */
export const hasDovecot: boolean =
  findProgram('dovecot') !== null &&
  PARTS.every((part) => FOLDERS.some((folder) => existsSync(join(folder, part))))

export const NOBODY = { name: 'nobody', group: 'nogroup', uid: 65_534, gid: 65_534 }

/** A real Dovecot as an ordinary user on free loopback ports, in a folder of its own. */
export async function startDovecot(options: DovecotOptions): Promise<Dovecot> {
  const program = findProgram('dovecot')
  if (program === null) throw new Error('dovecot is not installed')
  const directory = await mkdtemp(join(tmpdir(), 'mailwright-dovecot-'))
  const [imap = 0, imaps = 0, pop3 = 0, pop3s = 0, submission = 0, submissions = 0, sasl = 0] =
    await freePorts(7)
  const ports = { imap, imaps, pop3, pop3s, submission, submissions, sasl }
  await prepare(directory, options, ports)
  const owner = isRoot ? { uid: NOBODY.uid, gid: NOBODY.gid } : {}
  const server = spawn(program, ['-F', '-c', join(directory, 'dovecot.conf')], { stdio: 'ignore', ...owner })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const log = () => readFile(join(directory, 'dovecot.log'), 'utf8').catch(() => '')
  const stop = async () => {
    server.kill('SIGTERM')
    await ended
    await rm(directory, { recursive: true, force: true })
  }
  try {
    await waitForPort(ports.submission)
  } catch (error) {
    const said = await log()
    await stop()
    throw new Error(`dovecot did not start: ${said}`, { cause: error })
  }
  return { ports, mailDirectory: join(directory, 'mail'), log, stop }
}

async function prepare(directory: string, options: DovecotOptions, ports: Dovecot['ports']): Promise<void> {
  const write = (name: string, content: string) => writeFile(join(directory, name), content, { mode: 0o644 })
  await write('cert.pem', options.certificate)
  await write('key.pem', options.key)
  await write('users', options.users.map(userLine).join(''))
  await write('oauth2.conf', introspection(directory, options))
  await write('authority.pem', options.introspection?.authority ?? '')
  await write('dovecot.conf', configuration(directory, options, ports))
  for (const folder of ['run', 'state', 'mail']) await mkdir(join(directory, folder))
  await chmod(directory, 0o755)
  if (isRoot)
    for (const path of ['.', 'run', 'state', 'mail'])
      await chown(join(directory, path), NOBODY.uid, NOBODY.gid)
}

function userLine({ name, password, stored, lockedBecause }: RealUser): string {
  const extra = lockedBecause === undefined ? '' : `nologin reason=${lockedBecause}`
  return `${name}:${stored ?? `{PLAIN}${password}`}::::::${extra}\n`
}

function configuration(directory: string, options: DovecotOptions, ports: Dovecot['ports']): string {
  const user = isRoot ? NOBODY.name : userInfo().username
  const group = isRoot ? NOBODY.group : String(process.getgid?.() ?? '')
  return `
base_dir = ${directory}/run
state_dir = ${directory}/state
log_path = ${directory}/dovecot.log
listen = 127.0.0.1
protocols = imap pop3 submission
default_internal_user = ${user}
default_login_user = ${user}
default_internal_group = ${group}
ssl = yes
ssl_cert = <${directory}/cert.pem
ssl_key = <${directory}/key.pem
ssl_min_protocol = TLSv1.2
auth_failure_delay = 0
auth_mechanisms = ${options.mechanisms ?? 'plain login'}
mail_location = maildir:${directory}/mail/%u
first_valid_uid = 1
first_valid_gid = 1
hostname = mail.example.test
submission_relay_host = 127.0.0.1
submission_relay_port = 1
passdb {
  driver = passwd-file
  mechanisms = plain login cram-md5 scram-sha-1 scram-sha-256 apop
  args = username_format=%u ${directory}/users
}
${tokens(directory, options)}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${directory}/mail/%u
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
service auth {
  inet_listener sasl {
    address = 127.0.0.1
    port = ${ports.sasl}
  }
}
${listeners('imap', ports.imap, ports.imaps)}
${listeners('pop3', ports.pop3, ports.pop3s)}
${listeners('submission', ports.submission, ports.submissions)}
${options.settings ?? ''}
`
}

/** Tokens have a judge of their own: a refused one must not be tried as a password as well. */
function tokens(directory: string, { introspectionUrl }: DovecotOptions): string {
  if (introspectionUrl === undefined) return ''
  return `passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${directory}/oauth2.conf
}`
}

function introspection(directory: string, { introspectionUrl = '', introspection: judge }: DovecotOptions) {
  const asker =
    judge === undefined
      ? ''
      : `client_id = ${judge.client.id}
client_secret = ${judge.client.secret}
tls_ca_cert_file = ${directory}/authority.pem
`
  return `introspection_url = ${introspectionUrl}
introspection_mode = post
username_attribute = ${judge?.nameAttribute ?? 'username'}
active_attribute = active
active_value = true
openid_configuration_url = https://login.example.test/.well-known/openid-configuration
timeout_msecs = 3000
${asker}`
}

function listeners(service: string, plain: number, tls: number): string {
  return `
service ${service}-login {
  chroot =
  inet_listener ${service} {
    port = ${plain}
  }
  inet_listener ${service}s {
    port = ${tls}
    ssl = yes
  }
}`
}
