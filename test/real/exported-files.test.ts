import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createTransport, type TransportOptions } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExportFormatName } from '#shared/domain/program-names.ts'
import { shellQuoted } from '#shared/exporters/quoting.ts'
import { authority } from '../support/certificates.ts'
import { holds, runConsumer } from '../support/exports/consumer.ts'
import { exported, setupOf } from '../support/exports/exported.ts'
import { hasDovecot, NOBODY } from '../support/real/dovecot.ts'
import { startMailPair, type MailPair } from '../support/real/mail-pair.ts'
import { hasPostfix } from '../support/real/postfix.ts'
import { findProgram } from '../support/real/programs.ts'
import { signsIn } from '../support/real/signs-in.ts'

const ADDRESS = 'anna@example.test'
const PASSWORD = 'quiet-4711'
/** Everything that a shell, a comment, a placeholder or a quote could take for its own. */
const ODD = `o'n "$(touch pwned)" \`touch pwned\` %h %(x)s #ü;\\e`

const USERS = [
  ['a plain user name', ADDRESS],
  ['a user name full of what other readers take for commands', ODD],
] as const

let pair: MailPair
let home = ''
let ca = ''

beforeAll(async () => {
  if (!hasDovecot || !hasPostfix) return
  home = await mkdtemp(join(tmpdir(), 'mailwright-exports-'))
  await chmod(home, 0o755)
  ca = join(home, 'ca.pem')
  await writeFile(ca, authority.certificate)
  pair = await startMailPair({
    // Dovecot looks quotes up with a backslash before them.
    users: USERS.map(([, name]) => ({ name: backslashed(name), password: PASSWORD })),
    // Every character, and each as it is.
    settings: 'auth_username_chars =\nauth_username_format = %u',
  })
  for (const [, name] of USERS) receive(name)
})
afterAll(async () => {
  if (!hasDovecot || !hasPostfix) return
  await pair.stop()
  await rm(home, { recursive: true, force: true })
})

const backslashed = (text: string) => text.replaceAll(/['"\\]/g, String.raw`\$&`)

/** A message that lies in the mailbox, as a delivery would leave it. */
function receive(user: string): void {
  const folders = ['', 'cur', 'new', 'tmp'].map((part) => join(pair.dovecot.mailDirectory, user, part))
  for (const folder of folders) mkdirSync(folder, { recursive: true })
  const message = join(pair.dovecot.mailDirectory, user, 'new', '1.M1P1.mail')
  writeFileSync(
    message,
    `From: ben@example.test\nTo: ${ADDRESS}\nSubject: fetched\n\nfetched by a real program\n`,
  )
  for (const path of [...folders, message]) chownSync(path, NOBODY.uid, NOBODY.gid)
}

/** The setup as exported, written where the program looks; each with a home of its own. */
function prepare(
  format: ExportFormatName,
  user: string,
  security: 'tls' | 'starttls',
  incoming: 'imap' | 'pop3' = 'imap',
) {
  const { dovecot, postfix } = pair
  const isTls = security === 'tls'
  const receiving = `localhost:${dovecot.ports[isTls ? (`${incoming}s` as const) : incoming]}:${security}`
  const sending = `localhost:${isTls ? postfix.ports.submissions : postfix.ports.submission}:${security}`
  const servers = { [incoming]: receiving, smtp: sending }
  const folder = join(home, `${format}-${incoming}-${security}-${user === ODD ? 'odd' : 'plain'}`)
  for (const part of ['INBOX', 'cur', 'new', 'tmp'])
    mkdirSync(join(folder, 'Maildir', part), { recursive: true })
  if (format === 'mbsync')
    for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(folder, 'Maildir/INBOX', part))
  const file = join(folder, 'exported')
  // The authority of the test, in place of those of the system.
  const content = exported(format, setupOf({ servers, userName: user }))
    .replace('OS-DEFAULT', ca)
    .replace('/etc/ssl/certs/ca-certificates.crt', ca)
  writeFileSync(file, content, { mode: 0o600 })
  return { folder, file, env: { HOME: folder, SSL_CERT_FILE: ca, LC_ALL: 'C.UTF-8' } }
}

/** Postfix delivers when it gets to it. */
async function arrived(subject: string): Promise<boolean> {
  const mailbox = join(pair.dovecot.mailDirectory, ADDRESS)
  for (let tries = 0; tries < 200; tries++) {
    if (holds(mailbox, `Subject: ${subject}`)) return true
    await delay(50)
  }
  return false
}

type Fetcher = (place: ReturnType<typeof prepare>) => readonly [words: readonly string[], input: string]

const FETCHERS: readonly (readonly [ExportFormatName, string, readonly ('tls' | 'starttls')[], Fetcher])[] = [
  ['mbsync', 'mbsync', ['tls', 'starttls'], ({ file }) => [['mbsync', '-c', file, 'mail'], `${PASSWORD}\n`]],
  [
    'getmail',
    'getmail',
    ['tls'],
    ({ file, folder }) => {
      // It refuses to write mail as root.
      for (const part of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
        chownSync(join(folder, part), NOBODY.uid, NOBODY.gid)
      chownSync(folder, NOBODY.uid, NOBODY.gid)
      const user = ['setpriv', `--reuid=${NOBODY.uid}`, `--regid=${NOBODY.gid}`, '--clear-groups']
      return [[...user, 'getmail', '--getmaildir', folder, '--rcfile', file], `${PASSWORD}\n`]
    },
  ],
  [
    'offlineimap',
    'offlineimap',
    ['tls'],
    ({ file }) => [
      ['offlineimap', '-o', '-c', file, '-k', `Repository_mail-remote:remotepass=${PASSWORD}`],
      '',
    ],
  ],
  [
    'fetchmail',
    'fetchmail',
    ['tls', 'starttls'],
    ({ file, folder }) => {
      writeFileSync(join(folder, 'mda'), `#!/bin/sh\ncat >> ${folder}/fetched\n`, { mode: 0o700 })
      const words = ['fetchmail', '-f', '-', '--all', '--sslcertfile', ca, '--mda', join(folder, 'mda')]
      return [words, `${readFileSync(file, 'utf8')}  password "${PASSWORD}"\n`]
    },
  ],
]

const FETCHES = FETCHERS.flatMap(([format, program, securities, order]) =>
  // Python's IMAP library gives user names without quotes: getmail gets plain ones only.
  USERS.filter(([, user]) => format !== 'getmail' || user !== ODD).flatMap(([named, user]) =>
    securities.map((security) => ({ format, program, security, order, named, user })),
  ),
)

describe.skipIf(!hasDovecot || !hasPostfix)(
  'the real program fetches a message with the exported file',
  () => {
    test.for(FETCHES)('$program over $security with $named', async (one, { skip }) => {
      const { format, program, security, order, user } = one
      skip(findProgram(program) === null, `${program} is not installed`)
      const place = prepare(format, user, security)
      const [words, input] = order(place)
      const { output } = await runConsumer(words, { env: place.env, input })
      expect(holds(place.folder, 'fetched by a real program'), output).toBe(true)
      expect(existsSync(join(place.folder, 'pwned')) || existsSync('pwned')).toBe(false)
    })
  },
)

describe.skipIf(!hasDovecot || !hasPostfix)('the real program fetches a message over POP3', () => {
  const cases = FETCHERS.filter(([format]) => format === 'getmail' || format === 'fetchmail')

  test.for(cases)('%s', async ([format, program, securities, order], { skip }) => {
    skip(findProgram(program) === null, `${program} is not installed`)
    for (const security of securities) {
      const place = prepare(format, ADDRESS, security, 'pop3')
      const [words, input] = order(place)
      const { output } = await runConsumer(words, { env: place.env, input })
      expect(holds(place.folder, 'fetched by a real program'), output).toBe(true)
    }
  })
})

type Sender = (
  place: ReturnType<typeof prepare>,
  subject: string,
) => readonly [words: readonly string[], input: string]

const SENDERS: readonly (readonly [ExportFormatName, string, Sender])[] = [
  [
    'msmtp',
    'msmtp',
    ({ file, folder }, subject) => {
      writeFileSync(join(folder, 'password'), PASSWORD)
      const options = [`--tls-trust-file=${ca}`, `--passwordeval=cat ${folder}/password`]
      return [['msmtp', '-C', file, ...options, ADDRESS], `Subject: ${subject}\nTo: ${ADDRESS}\n\nsent\n`]
    },
  ],
  [
    'neomutt',
    'neomutt',
    ({ file }, subject) => {
      const settings = [`set smtp_pass = ${PASSWORD}`, `set ssl_ca_certificates_file = ${ca}`]
      const commands = settings.flatMap((setting) => ['-e', setting])
      return [['neomutt', '-n', '-F', file, ...commands, '-s', subject, ADDRESS], 'sent\n']
    },
  ],
]

const SENDINGS = SENDERS.flatMap(([format, program, order]) =>
  USERS.flatMap(([named, user]) =>
    (['tls', 'starttls'] as const).map((security) => ({ format, program, order, security, named, user })),
  ),
)

describe.skipIf(!hasDovecot || !hasPostfix)('the real program sends a message with the exported file', () => {
  test.for(SENDINGS)('$program over $security with $named', async (one, { skip }) => {
    const { format, program, order, security, user } = one
    skip(findProgram(program) === null, `${program} is not installed`)
    const place = prepare(format, user, security)
    const subject = `${format}-${security}-${user === ODD ? 'odd' : 'plain'}`
    const [words, input] = order(place, subject)
    const { output } = await runConsumer(words, { env: place.env, input })
    expect(await arrived(subject), output).toBe(true)
    expect(existsSync(join(place.folder, 'pwned')) || existsSync('pwned')).toBe(false)
  })

  test.each(USERS)('nodemailer with %s', async (_, user) => {
    const { file } = prepare('nodemailer', user, 'starttls')
    const options = JSON.parse(readFileSync(file, 'utf8')) as { readonly auth: object }
    const subject = `nodemailer-${user === ODD ? 'odd' : 'plain'}`
    const transport = createTransport({
      ...options,
      auth: { ...options.auth, pass: PASSWORD },
      tls: { ca: authority.certificate },
    } as TransportOptions)
    await transport.sendMail({ from: ADDRESS, to: ADDRESS, subject, text: 'sent' })
    expect(await arrived(subject)).toBe(true)
  })
})

describe.skipIf(!hasDovecot || !hasPostfix)(
  'the real program opens the mailbox with the exported file',
  () => {
    const cases = USERS.flatMap(([named, user]) =>
      (['tls', 'starttls'] as const).map((security) => ({ named, user, security })),
    )

    test.for(cases)('neomutt over $security with $named', async ({ user, security }, { skip }) => {
      skip(findProgram('neomutt') === null, 'neomutt is not installed')
      const place = prepare('neomutt', user, security)
      const settings = [`set imap_pass = ${PASSWORD}`, `set ssl_ca_certificates_file = ${ca}`]
      const words = ['neomutt', '-n', '-F', place.file, ...settings.flatMap((setting) => ['-e', setting])]
      expect(await signsIn(pair.dovecot, user, { ...place, command: words.map(shellQuoted).join(' ') })).toBe(
        true,
      )
      expect(existsSync(join(place.folder, 'pwned')) || existsSync('pwned')).toBe(false)
    })

    test.for(['tls', 'starttls'] as const)(
      'aerc over %s, its command gives the password',
      async (security, { skip }) => {
        skip(findProgram('aerc') === null, 'aerc is not installed')
        const place = prepare('aerc', ADDRESS, security)
        const asked = join(place.folder, 'asked')
        const stand = `#!/bin/sh\nprintf '%s\\n' "$*" >> ${asked}\nprintf '%s' ${PASSWORD}\n`
        writeFileSync(join(place.folder, 'secret-tool'), stand, { mode: 0o700 })
        mkdirSync(join(place.folder, '.config/aerc'), { recursive: true })
        renameSync(place.file, join(place.folder, '.config/aerc/accounts.conf'))
        expect(await signsIn(pair.dovecot, ADDRESS, { ...place, command: 'aerc' })).toBe(true)
        expect(readFileSync(asked, 'utf8')).toContain(`lookup host localhost service imap user ${ADDRESS}\n`)
      },
    )
  },
)
