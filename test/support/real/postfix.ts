import { execFile } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { NOBODY } from './dovecot.ts'
import { freePorts } from './free-ports.ts'
import { findProgram, isRoot } from './programs.ts'
import { waitForPort } from './wait.ts'

const run = promisify(execFile)

export interface PostfixOptions {
  readonly certificate: string
  readonly key: string
  /** The port on which Dovecot judges passwords. */
  readonly saslPort: number
  /** Addresses at `example.test`; each gets a Maildir of its name in `mailDirectory`. */
  readonly mailboxes: readonly string[]
  readonly mailDirectory: string
  /** More `-o` options for both ports. */
  readonly overrides?: readonly string[]
}

export interface Postfix {
  /** `relay` passes mail of this computer on without a sign-in, over STARTTLS. */
  readonly ports: { readonly submission: number; readonly submissions: number; readonly relay: number }
  readonly log: () => Promise<string>
  readonly stop: () => Promise<void>
}

/** Postfix only starts as root. */
export const hasPostfix: boolean = findProgram('postfix') !== null && isRoot

/** A real Postfix on free loopback ports, with a configuration, a queue and a log of its own. */
export async function startPostfix(options: PostfixOptions): Promise<Postfix> {
  const program = findProgram('postfix')
  if (program === null) throw new Error('postfix is not installed')
  const directory = await mkdtemp(join(tmpdir(), 'mailwright-postfix-'))
  const [submission = 0, submissions = 0, relay = 0] = await freePorts(3)
  const ports = { submission, submissions, relay }
  const logFile = join(directory, 'postfix.log')
  await prepare(directory, options, ports)
  const log = () => readFile(logFile, 'utf8').catch(() => '')
  const stop = async () => {
    await run(program, ['-c', directory, 'stop']).catch(() => {})
    await rm(directory, { recursive: true, force: true })
  }
  try {
    await run(program, ['-c', directory, 'start'])
    await waitForPort(submissions)
    await waitForPort(relay)
  } catch (error) {
    const said = await log()
    await stop()
    throw new Error(`postfix did not start: ${said}`, { cause: error })
  }
  return { ports, log, stop }
}

async function prepare(directory: string, options: PostfixOptions, ports: Postfix['ports']): Promise<void> {
  await chmod(directory, 0o755)
  for (const folder of ['queue', 'data']) await mkdir(join(directory, folder))
  const { stdout } = await run('id', ['-u', 'postfix'])
  await chown(join(directory, 'data'), Number(stdout), -1)
  await writeFile(join(directory, 'chain.pem'), `${options.key}\n${options.certificate}`, { mode: 0o600 })
  await writeFile(
    join(directory, 'mailboxes'),
    options.mailboxes.map((name) => `${name} ${name}/\n`).join(''),
  )
  await writeFile(join(directory, 'main.cf'), mainCf(directory, options))
  await writeFile(join(directory, 'master.cf'), masterCf(options, ports))
}

function mainCf(directory: string, { saslPort, mailDirectory }: PostfixOptions): string {
  return `
compatibility_level = 3.6
queue_directory = ${directory}/queue
data_directory = ${directory}/data
maillog_file = ${directory}/postfix.log
maillog_file_prefixes = ${directory}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example.test
mydestination =
virtual_mailbox_domains = example.test
virtual_mailbox_base = ${mailDirectory}
virtual_mailbox_maps = texthash:${directory}/mailboxes
virtual_minimum_uid = 100
virtual_uid_maps = static:${NOBODY.uid}
virtual_gid_maps = static:${NOBODY.gid}
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${saslPort}
smtpd_sasl_auth_enable = yes
smtpd_tls_chain_files = ${directory}/chain.pem
smtpd_tls_auth_only = yes
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
alias_maps =
default_transport = discard
`
}

function masterCf(
  { overrides = [] }: PostfixOptions,
  { submission, submissions, relay }: Postfix['ports'],
): string {
  const more = overrides.map((option) => `  -o ${option}\n`).join('')
  return `
127.0.0.1:${submission} inet n - n - - smtpd
  -o smtpd_tls_security_level=encrypt
${more}127.0.0.1:${submissions} inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
${more}127.0.0.1:${relay} inet n - n - - smtpd
  -o smtpd_tls_security_level=encrypt
  -o smtpd_sasl_auth_enable=no
  -o mynetworks=127.0.0.0/8
  -o smtpd_relay_restrictions=permit_mynetworks,reject_unauth_destination
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
anvil unix - - n - 1 anvil
proxymap unix - - n - - proxymap
virtual unix - n n - - virtual
discard unix - - n - - discard
error unix - - n - - error
postlog unix-dgram n - n - 1 postlogd
`
}
