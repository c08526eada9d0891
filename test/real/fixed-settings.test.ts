import { chownSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadableClient } from '#shared/programs/readers/readers.ts'
import { authority } from '../support/certificates.ts'
import { startDnsServer, type DnsServer } from '../support/dns-server.ts'
import { runHere } from '../support/cli-here.ts'
import { holds, runConsumer } from '../support/exports/consumer.ts'
import { hasDovecot, NOBODY } from '../support/real/dovecot.ts'
import { startMailPair, type MailPair } from '../support/real/mail-pair.ts'
import { hasPostfix } from '../support/real/postfix.ts'
import { findProgram } from '../support/real/programs.ts'
import { signsIn } from '../support/real/signs-in.ts'

const ADDRESS = 'anna@example.test'
const PASSWORD = 'quiet-4711'
const FETCHED = 'fetched by a real program'

let pair: MailPair
let home = ''
let ca = ''
let names: DnsServer

beforeAll(async () => {
  if (!hasDovecot || !hasPostfix) return
  home = await mkdtemp(join(tmpdir(), 'mailwright-fixed-'))
  await chmod(home, 0o755)
  ca = join(home, 'ca.pem')
  await writeFile(ca, authority.certificate)
  // Nothing is known of the address: what the test says decides alone.
  names = await startDnsServer(() => [])
  pair = await startMailPair({ users: [{ name: ADDRESS, password: PASSWORD }] })
  const mailbox = join(pair.dovecot.mailDirectory, ADDRESS)
  const folders = ['', 'cur', 'new', 'tmp'].map((part) => join(mailbox, part))
  for (const folder of folders) mkdirSync(folder, { recursive: true })
  const message = join(mailbox, 'new/1.M1P1.mail')
  writeFileSync(message, `From: ben@example.test\nTo: ${ADDRESS}\nSubject: x\n\n${FETCHED}\n`)
  for (const path of [...folders, message]) chownSync(path, NOBODY.uid, NOBODY.gid)
})
afterAll(async () => {
  if (!hasDovecot || !hasPostfix) return
  await pair.stop()
  await names.stop()
  await rm(home, { recursive: true, force: true })
})

/** A file that works, with the ports, the authority and the folder in their places. */
const TEXTS = {
  msmtp: `# sends
defaults
tls on
tls_trust_file @CA@
account default
host localhost
port @SUBMISSION@
from ${ADDRESS}
auth on
user ${ADDRESS}
passwordeval "printf %s ${PASSWORD}"
`,
  mbsync: `IMAPAccount mail
Host localhost
Port @IMAPS@
User ${ADDRESS}
PassCmd "echo ${PASSWORD}"
SSLType IMAPS
CertificateFile @CA@

IMAPStore mail-remote
Account mail

MaildirStore mail-local
Path @FOLDER@/Maildir/
Inbox @FOLDER@/Maildir/INBOX

Channel mail
Far :mail-remote:
Near :mail-local:
Patterns *
Create Near
`,
  fetchmail: `set no bouncemail
poll localhost protocol imap service @IMAPS@ # here
  user "${ADDRESS}" there with password "${PASSWORD}" ssl
  sslcertfile "@CA@" keep mda "@FOLDER@/mda"
`,
  getmail: `[retriever]
type = SimpleIMAPSSLRetriever
server = localhost
port = @IMAPS@
username = ${ADDRESS}
password = ${PASSWORD}
ca_certs = @CA@

[destination]
type = Maildir
path = @FOLDER@/Maildir/
`,
  offlineimap: `[general]
accounts = mail
[Account mail]
localrepository = local
remoterepository = remote
[Repository local]
type = Maildir
localfolders = @FOLDER@/Maildir
[Repository remote]
type = IMAP
remotehost = localhost
remoteport = @IMAPS@
remoteuser = ${ADDRESS}
remotepass = ${PASSWORD}
ssl = yes
sslcacertfile = @CA@
`,
  neomutt: `set from = ${ADDRESS} realname="Anna" # me
set ssl_force_tls = yes ssl_ca_certificates_file = "@CA@"
set smtp_url = 'smtp://${ADDRESS.replace('@', '%40')}:${PASSWORD}@localhost:@SUBMISSION@/'
`,
} as const satisfies Partial<Record<ReadableClient, string>>

type Client = keyof typeof TEXTS

interface Place {
  readonly folder: string
  readonly file: string
}

/** Each with a home of its own, that belongs to an ordinary user where the program insists on one. */
function prepare(client: Client, what: string, from: string, to: string): Place {
  const { dovecot, postfix } = pair
  const folder = join(home, `${client}-${what.replaceAll(/\W+/g, '-')}`)
  for (const part of ['INBOX/cur', 'INBOX/new', 'INBOX/tmp', 'cur', 'new', 'tmp'])
    mkdirSync(join(folder, 'Maildir', part), { recursive: true })
  const values: Readonly<Record<string, string | number>> = {
    CA: ca,
    FOLDER: folder,
    IMAP: dovecot.ports.imap,
    IMAPS: dovecot.ports.imaps,
    SUBMISSION: postfix.ports.submission,
    SUBMISSIONS: postfix.ports.submissions,
  }
  const placed = (text: string) =>
    text.replaceAll(/@([A-Z]+)@/g, (_whole, name: string) => String(values[name]))
  const file = join(folder, 'settings')
  const sound = placed(TEXTS[client])
  const broken = sound.replace(placed(from), placed(to))
  expect(broken).not.toBe(sound)
  writeFileSync(file, broken, { mode: 0o600 })
  writeFileSync(join(folder, 'mda'), `#!/bin/sh\ncat >> ${folder}/fetched\n`, { mode: 0o700 })
  return { folder, file }
}

/** How the program is called, and what it is given. */
const ORDERS: Readonly<
  Record<Client, (place: Place, subject: string) => readonly [readonly string[], string]>
> = {
  msmtp: ({ file }, subject) => [
    ['msmtp', '-C', file, ADDRESS],
    `Subject: ${subject}\nTo: ${ADDRESS}\n\nsent\n`,
  ],
  neomutt: ({ file }, subject) => [['neomutt', '-n', '-F', file, '-s', subject, ADDRESS], 'sent\n'],
  mbsync: ({ file }) => [['mbsync', '-c', file, 'mail'], ''],
  fetchmail: ({ file }) => [['fetchmail', '-f', file, '--all', '--nosyslog'], ''],
  offlineimap: ({ file }) => [['offlineimap', '-o', '-c', file], ''],
  getmail: ({ file, folder }) => [['getmail', '--getmaildir', folder, '--rcfile', file], ''],
}

/** A program that waits for a server which waits for it does not work either. */
const PATIENCE_S = { before: '1', after: '10' } as const

async function works(client: Client, place: Place, when: 'before' | 'after') {
  const [order, input] = ORDERS[client](place, when)
  const patience = ['timeout', '--signal=KILL', PATIENCE_S[when]]
  // It refuses to write mail as root.
  const isMistrustful = client === 'getmail' && process.getuid?.() === 0
  const owned = ['', ...readdirSync(place.folder, { recursive: true, encoding: 'utf8' })]
  const own = (uid: number, gid: number) =>
    owned.forEach((part) => chownSync(join(place.folder, part), uid, gid))
  if (isMistrustful) own(NOBODY.uid, NOBODY.gid)
  const user = ['setpriv', `--reuid=${NOBODY.uid}`, `--regid=${NOBODY.gid}`, '--clear-groups']
  const { status, output } = await runConsumer([...patience, ...(isMistrustful ? user : []), ...order], {
    env: { HOME: place.folder, LC_ALL: 'C.UTF-8' },
    input,
  })
  if (isMistrustful) own(0, 0)
  const isDone = SENDERS.has(client) ? status === 0 : holds(place.folder, FETCHED)
  return { isDone, output }
}

const SENDERS: ReadonlySet<Client> = new Set(['msmtp', 'neomutt'])

const fix = (client: ReadableClient, { file }: Pick<Place, 'file'>) =>
  runHere(
    [
      'inspect',
      '--client',
      client,
      '--profile',
      file,
      '--test',
      '--password-stdin',
      '--fix',
      '--yes',
      '--ca',
      ca,
      '--dns',
      names.address,
      '--timeout',
      '2',
    ],
    { input: PASSWORD, env: { MAILWRIGHT_DATA_DIR: join(home, 'data') } },
  )

/** What stands in the sound file, and what stands there instead. */
const BROKEN: readonly (readonly [what: string, client: Client, from: string, to: string])[] = [
  ['SSL/TLS on the port of STARTTLS', 'msmtp', 'tls on\n', 'tls on\ntls_starttls off\n'],
  ['STARTTLS on the port of SSL/TLS', 'msmtp', '@SUBMISSION@', '@SUBMISSIONS@'],
  ['a token where passwords alone are taken', 'msmtp', 'auth on', 'auth oauthbearer'],
  ['an encrypted password where none is taken', 'msmtp', 'auth on', 'auth cram-md5'],
  ['STARTTLS on the port of SSL/TLS', 'mbsync', 'SSLType IMAPS', 'SSLType STARTTLS'],
  ['SSL/TLS on the port of STARTTLS', 'mbsync', '@IMAPS@', '@IMAP@'],
  ['a mechanism that the server has not', 'mbsync', 'SSLType IMAPS', 'SSLType IMAPS\nAuthMechs CRAM-MD5'],
  ['no SSL/TLS on its port', 'fetchmail', ' ssl\n', '\n'],
  ['SSL/TLS on the port of STARTTLS', 'fetchmail', '@IMAPS@', '@IMAP@'],
  ['no SSL/TLS on its port', 'getmail', 'SimpleIMAPSSLRetriever', 'SimpleIMAPRetriever'],
  ['no SSL/TLS on its port', 'offlineimap', 'ssl = yes', 'ssl = no\nstarttls = no'],
  ['SSL/TLS on the port of STARTTLS', 'neomutt', "'smtp://", "'smtps://"],
]

describe.skipIf(!hasDovecot || !hasPostfix)('settings that were fixed make the real program work', () => {
  test.for(BROKEN)('%s: %s', async ([what, client, from, to], { skip }) => {
    skip(findProgram(client) === null, `${client} is not installed`)
    const place = prepare(client, what, from, to)
    expect(await works(client, place, 'before')).toMatchObject({ isDone: false })
    const { status, results, progress } = await fix(client, place)
    expect(status, results + progress).toBe(0)
    expect(results + progress).not.toContain(PASSWORD)
    const { isDone, output } = await works(client, place, 'after')
    expect(isDone, `${await readFile(place.file, 'utf8')}\n${output}`).toBe(true)
  })
})

/** They draw on a terminal, and are done when they have opened the mailbox. */
const READING: readonly (readonly [client: 'aerc' | 'neomutt', place: string, text: string])[] = [
  [
    'aerc',
    '.config/aerc/accounts.conf',
    `# mine\n[mail]\nfrom = <${ADDRESS}>\nsource = imap://${ADDRESS.replace('@', '%40')}@localhost:@IMAPS@\nsource-cred-cmd = printf %s ${PASSWORD}\n`,
  ],
  [
    'neomutt',
    '.neomuttrc',
    `set from = ${ADDRESS} imap_user = ${ADDRESS} imap_pass = ${PASSWORD}\nset ssl_ca_certificates_file = "@CA@"\nset folder = "imap://localhost:@IMAPS@/" # here\nset spoolfile = "+INBOX"\n`,
  ],
]

describe.skipIf(!hasDovecot || !hasPostfix)(
  'settings that were fixed open the mailbox in the real program',
  () => {
    test.for(READING)('%s', async ([client, path, text], { skip }) => {
      skip(findProgram(client) === null, `${client} is not installed`)
      const folder = join(home, client)
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text.replace('@IMAPS@', String(pair.dovecot.ports.imaps)).replace('@CA@', ca), {
        mode: 0o600,
      })
      const env = { HOME: folder, SSL_CERT_FILE: ca, LC_ALL: 'C.UTF-8' }
      const opens = (patienceMs: number) =>
        signsIn(pair.dovecot, ADDRESS, { command: client, env, patienceMs })
      expect(await opens(1_000)).toBe(false)
      const { status, results, progress } = await fix(client, { file })
      expect(status, results + progress).toBe(0)
      expect(await opens(8_000)).toBe(true)
    })
  },
)
