import { ANNA } from './mail-pair.ts'
import type { RealUser } from './dovecot.ts'
import { freePorts } from './free-ports.ts'
import { createJail, isUnpacked, type Jail, type RunningProgram } from './jail.ts'
import { waitForPort } from './wait.ts'

export interface CourierUser extends RealUser {
  /** As a Maildir counts: `1000S` is a thousand bytes. */
  readonly quota?: string
  /** May sign in to nothing. */
  readonly disabled?: 'everywhere'
}

export interface CourierOptions {
  readonly certificate: string
  readonly key: string
  readonly users?: readonly CourierUser[]
  /** What is announced inside TLS; nothing is announced outside. */
  readonly mechanisms?: readonly string[]
}

export interface Courier {
  readonly ports: Readonly<Record<keyof typeof SERVICES, number>>
  readonly log: () => string
  /** Puts a message into the mailbox of a user, as a delivery does. */
  readonly deliver: (name: string, message: string) => Promise<void>
  /** Ends the service that knows the passwords, and leaves the servers running. */
  readonly stopJudge: () => Promise<void>
  readonly stop: () => Promise<void>
}

export const hasCourier: boolean = isUnpacked('courier')

const ROOM = '/usr/lib/courier/courier'
const JUDGE_SOCKET = 'run/courier/authdaemon'
const OWNER = 65_534
const FOLDERS = ['etc/courier', JUDGE_SOCKET, 'var/mail', 'var/lib/courier']
const CAPABILITIES = 'IMAP4rev1 UIDPLUS CHILDREN NAMESPACE THREAD=REFERENCES SORT QUOTA IDLE'
const IMAP = [`${ROOM}/imaplogin`, '/usr/bin/imapd', 'Maildir'] as const
const POP3 = [`${ROOM}/courierpop3login`, `${ROOM}/courierpop3d`, 'Maildir'] as const
const SMTP = ['/usr/sbin/courieresmtpd'] as const
const IN_TLS = ['/usr/bin/couriertls', '-server', '-tcpd', '-user=courier'] as const

/** What stands behind a port, and how it is told that it is spoken to inside TLS. */
const SERVICES = {
  imap: { command: IMAP, env: { IMAP_STARTTLS: 'YES', IMAP_TLS_REQUIRED: '1' } },
  imaps: { command: [...IN_TLS, ...IMAP], env: { IMAP_TLS: '1' } },
  pop3: { command: POP3, env: { POP3_STARTTLS: 'YES', POP3_TLS_REQUIRED: '1' } },
  pop3s: { command: [...IN_TLS, ...POP3], env: { POP3_TLS: '1' } },
  submission: { command: SMTP, env: { ESMTP_TLS_REQUIRED: '1' } },
  submissions: { command: [...IN_TLS, ...SMTP], env: { ESMTP_TLS: '1' } },
} as const satisfies Readonly<Record<string, { command: readonly string[]; env: Record<string, string> }>>

const NAMES = Object.keys(SERVICES) as readonly (keyof typeof SERVICES)[]

/** A real Courier with IMAP, POP3 and submission on free loopback ports. */
export async function startCourier(options: CourierOptions): Promise<Courier> {
  const jail = await createJail('courier')
  const free = await freePorts(NAMES.length)
  const ports = Object.fromEntries(NAMES.map((name, index) => [name, free[index] ?? 0])) as Courier['ports']
  try {
    await prepare(jail, options)
    const judge = startJudge(jail)
    for (const name of NAMES) startService(jail, name, { ...options, port: ports[name] })
    for (const port of free) await waitForPort(port)
    return {
      ports,
      deliver: (user, message) => deliver(jail, user, message),
      log: jail.said,
      stopJudge: judge.stop,
      stop: jail.stop,
    }
  } catch (error) {
    const said = jail.said()
    await jail.stop()
    throw new Error(`courier did not start: ${said}`, { cause: error })
  }
}

async function prepare(jail: Jail, { certificate, key, users = [ANNA] }: CourierOptions): Promise<void> {
  for (const folder of FOLDERS) await jail.makeFolder(folder)
  await jail.write('etc/courier/chain.pem', `${key}\n${certificate}`)
  await jail.write('etc/courier/me', 'mail.example.test\n')
  await jail.write('etc/courier/authdaemonrc', 'authmodulelist="authuserdb"\ndaemons=2\n')
  makeTable(jail, 'userdb', users.map(accountLine))
  makeTable(
    jail,
    'userdbshadow',
    users.map(({ name, password }) => {
      const hash = (...flags: string[]) => jail.run(['/usr/sbin/userdbpw', ...flags], `${password}\n`).trim()
      return `${name}\tsystempw=${hash()}|hmac-md5pw=${hash('-hmac-md5')}`
    }),
  )
  const make = '/usr/bin/maildirmake.courier'
  for (const { name, quota } of users) {
    jail.run([make, `/var/mail/${name}`], '')
    if (quota !== undefined) jail.run([make, '-q', quota, `/var/mail/${name}`], '')
  }
}

/** A delivery counts what it has put there, in a line of a file beside. */
async function deliver(jail: Jail, user: string, message: string): Promise<void> {
  const maildir = `var/mail/${user}`
  await jail.write(`${maildir}/new/1.${user}`, message)
  const counted = await jail.read(`${maildir}/maildirsize`)
  await jail.write(`${maildir}/maildirsize`, `${counted}${Buffer.byteLength(message)} 1\n`)
}

function accountLine({ name, disabled }: CourierUser): string {
  const off = ['imap', 'pop3', 'smtp'].map((service) => `disable${service}=1`).join(',')
  const fields = [
    `uid=${OWNER}`,
    `gid=${OWNER}`,
    'home=/var/mail',
    `mail=/var/mail/${name}`,
    ...(disabled === undefined ? [] : [`options=${off}`]),
  ]
  return `${name}\t${fields.join('|')}`
}

function makeTable(jail: Jail, name: string, lines: readonly string[]): void {
  const [temporary, table] = [`/etc/courier/${name}.tmp`, `/etc/courier/${name}.dat`]
  const program = '/usr/lib/courier/courier-authlib/makedatprog'
  jail.run([program, '-', temporary, table], [...lines, '.', ''].join('\n'))
}

function startJudge(jail: Jail): RunningProgram {
  const env = { authmodulelist: 'authuserdb', authdaemonvar: `/${JUDGE_SOCKET}` }
  return jail.start(['/usr/lib/courier/courier-authlib/authdaemond'], { env })
}

function startService(
  jail: Jail,
  name: keyof typeof SERVICES,
  { mechanisms = ['PLAIN', 'LOGIN', 'CRAM-MD5'], port }: CourierOptions & { readonly port: number },
): void {
  const { command, env } = SERVICES[name]
  const listed = mechanisms.join(' ')
  // IMAP's own LOGIN command is always there.
  const inImap = mechanisms
    .filter((mechanism) => mechanism !== 'LOGIN')
    .map((mechanism) => ` AUTH=${mechanism}`)
  const listener = ['-address=127.0.0.1', '-nodnslookup', '-noidentlookup', '-maxprocs=40', '-maxperip=40']
  jail.start(['/usr/sbin/couriertcpd', ...listener, String(port), ...command], {
    as: 'root',
    env: {
      ...env,
      IMAP_CAPABILITY: CAPABILITIES,
      IMAP_CAPABILITY_TLS: CAPABILITIES + inImap.join(''),
      POP3AUTH_TLS: listed,
      ESMTPAUTH_TLS: listed,
      AUTHMODULES: 'authdaemon',
      AUTH_REQUIRED: '1',
      COURIERTLS: '/usr/bin/couriertls',
      TLS_CERTFILE: '/etc/courier/chain.pem',
      TLS_VERIFYPEER: 'NONE',
      MAILDIRPATH: 'Maildir',
    },
  })
}
