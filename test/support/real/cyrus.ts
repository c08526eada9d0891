import { createInterface } from 'node:readline'
import { connect } from 'node:tls'
import { ANNA } from './mail-pair.ts'
import type { RealUser } from './dovecot.ts'
import { freePorts } from './free-ports.ts'
import { createJail, isUnpacked, type Jail } from './jail.ts'
import { waitForPort } from './wait.ts'

export interface CyrusOptions {
  readonly certificate: string
  readonly key: string
  readonly users?: readonly RealUser[]
  /** What is announced; all that the modules can do if not given. */
  readonly mechanisms?: readonly string[]
  /** Who judges passwords: a data base, or a service that does not run. */
  readonly judge?: 'auxprop' | 'saslauthd'
  /** Users who may not sign in to any service, and what they are told. */
  readonly denied?: readonly { readonly name: string; readonly message: string }[]
}

export interface Cyrus {
  readonly ports: {
    readonly imap: number
    readonly imaps: number
    readonly pop3: number
    readonly pop3s: number
    /** Takes mail for the mailboxes from every server of this computer. */
    readonly lmtp: number
  }
  /** Puts more into the mailbox of a user than its quota, which is set afterwards, allows. */
  readonly overfill: (user: RealUser) => Promise<void>
  readonly log: () => string
  readonly stop: () => Promise<void>
}

export const hasCyrus: boolean = isUnpacked('cyrus')

/** May change quotas. */
const ADMIN: RealUser = { name: 'admin@example.test', password: 'the-admins' }

const BIN = '/usr/lib/cyrus/bin'
const CONFIGURED = ['-C', '/etc/imapd.conf'] as const
/** Without any time zone it does not start. */
const ZONES = 'usr/share/zoneinfo'
const FOLDERS = [
  ZONES,
  'etc',
  'run/cyrus',
  'run/cyrus/socket',
  'run/cyrus/lock',
  'run/cyrus/proc',
  'var/cyrus',
  'var/mail',
]

/** A real Cyrus with IMAP and POP3 on free loopback ports. */
export async function startCyrus(options: CyrusOptions): Promise<Cyrus> {
  const jail = await createJail('cyrus')
  const [imap = 0, imaps = 0, pop3 = 0, pop3s = 0, lmtp = 0] = await freePorts(5)
  const ports = { imap, imaps, pop3, pop3s, lmtp }
  try {
    await prepare(jail, options, ports)
    jail.start([`${BIN}/master`, ...CONFIGURED, '-M', '/etc/cyrus.conf', '-p', '/run/cyrus/pid', '-D'])
    for (const port of Object.values(ports)) await waitForPort(port)
  } catch (error) {
    await jail.stop()
    throw new Error(`cyrus did not start: ${jail.said()}`, { cause: error })
  }
  return {
    ports,
    overfill: (user) => overfill(imaps, user),
    log: jail.said,
    stop: jail.stop,
  }
}

async function prepare(jail: Jail, options: CyrusOptions, ports: Cyrus['ports']): Promise<void> {
  for (const folder of FOLDERS) await jail.makeFolder(folder)
  await jail.write(`${ZONES}/zone.tab`, 'DE\t+5230+01322\tEurope/Berlin\n')
  await jail.write('etc/cert.pem', options.certificate)
  await jail.write('etc/key.pem', options.key)
  await jail.write('etc/imapd.conf', configuration(options))
  await jail.write('etc/cyrus.conf', services(ports))
  for (const { name, password } of [...(options.users ?? [ANNA]), ADMIN]) {
    const [local = '', domain = ''] = name.split('@')
    jail.run(['/usr/sbin/saslpasswd2', '-p', '-c', '-f', '/etc/sasldb', '-u', domain, local], password)
  }
  for (const { name, message } of options.denied ?? [])
    jail.run([`${BIN}/cyr_deny`, ...CONFIGURED, '-m', message, name], '')
}

function configuration({ mechanisms, judge = 'auxprop' }: CyrusOptions): string {
  return `
configdirectory: /var/cyrus
defaultpartition: default
partition-default: /var/mail
proc_path: /run/cyrus/proc
mboxname_lockpath: /run/cyrus/lock
lmtpsocket: /run/cyrus/socket/lmtp
idlesocket: /run/cyrus/socket/idle
notifysocket: /run/cyrus/socket/notify
cyrus_user: nobody
servername: mail.example.test
virtdomains: userid
defaultdomain: internal
unixhierarchysep: yes
admins: ${ADMIN.name}
autocreate_quota: 0
allowplaintext: no
failedloginpause: 0
popminpoll: 0
tls_server_cert: /etc/cert.pem
tls_server_key: /etc/key.pem
sasl_pwcheck_method: ${judge}
sasl_saslauthd_path: /run/saslauthd
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: /etc/sasldb
${mechanisms === undefined ? '' : `sasl_mech_list: ${mechanisms.join(' ')}`}
`
}

async function overfill(port: number, user: RealUser): Promise<void> {
  const message = `Subject: large\r\n\r\n${'large '.repeat(1_400)}\r\n`
  await converse(port, [login(user), `APPEND INBOX {${Buffer.byteLength(message)}+}\r\n${message}`])
  await converse(port, [login(ADMIN), `SETQUOTA "user/${user.name}" (STORAGE 1)`])
}

function login({ name, password }: RealUser): string {
  const literal = (text: string) => `{${Buffer.byteLength(text)}+}\r\n${text}`
  return `LOGIN ${literal(name)} ${literal(password)}`
}

/** Says one IMAP command after the other, each when the one before is answered with OK. */
async function converse(port: number, commands: readonly string[]): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false })
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  try {
    for (const [index, command] of commands.entries()) {
      socket.write(`T${index} ${command}\r\n`)
      let answer = ''
      while (!answer.startsWith(`T${index} `)) {
        const { value, done } = await lines.next()
        if (done === true) throw new Error(`no answer to ${command}`)
        answer = value
      }
      if (!answer.startsWith(`T${index} OK`)) throw new Error(answer)
    }
  } finally {
    socket.destroy()
  }
}

function services({ imap, imaps, pop3, pop3s, lmtp }: Cyrus['ports']): string {
  const service = (name: string, program: string, port: number) =>
    `  ${name} cmd="${BIN}/${program} -C /etc/imapd.conf" listen="127.0.0.1:${port}" prefork=0\n`
  return `
START {
  recover cmd="${BIN}/ctl_cyrusdb -C /etc/imapd.conf -r"
}
SERVICES {
${service('imap', 'imapd', imap)}${service('imaps', 'imapd -s', imaps)}
${service('pop3', 'pop3d', pop3)}${service('pop3s', 'pop3d -s', pop3s)}
${service('lmtp', 'lmtpd -a', lmtp)}
}
`
}
