import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HOST } from '../support/certificates.ts'
import { runHere } from '../support/cli-here.ts'
import type { CliRun } from '../support/cli.ts'
import { REFUSES, startMailWorld, WANTS_SIGN_IN, type MailWorld } from '../support/mail-world.ts'

const SECRET = 'mended-secret-7f3a'

let world: MailWorld
let home = ''
beforeAll(async () => {
  world = await startMailWorld({
    smtp: ['smtp', 'starttls'],
    smtps: ['smtp', 'tls'],
    imaps: ['imap', 'tls'],
    refusing: ['smtp', 'tls', REFUSES],
    'wants-sign-in': ['smtp', 'starttls', WANTS_SIGN_IN],
  })
})
afterAll(() => world.stop())
beforeEach(async () => {
  home = await mkdtemp(join(world.folder, 'home-'))
})

/** @param typed what a user types at the questions; `null`: no user is there, and the secret is piped in */
function run(args: readonly string[], typed: string | null = null): Promise<CliRun> {
  const env = { HOME: home, MAILWRIGHT_DATA_DIR: join(home, 'data') }
  const given = typed === null ? { input: SECRET } : { typed }
  return runHere(['inspect', ...args, ...world.options], { env, ...given })
}

const GMX = `# mail
defaults
tls on

account gmx
host mail.gmx.net
port 465   
from anna@gmx.net
auth on
user anna@gmx.net
password ${SECRET}
`
const MSMTP = `account a
host ${HOST}
port PORT
from anna@example.test
tls on
auth on
user anna@example.test
`

async function put(name: string, content: string): Promise<string> {
  const path = join(home, name)
  await writeFile(path, content)
  return path
}

describe('inspect --fix', () => {
  test('shows the lines, asks, writes them and takes them back', async () => {
    const path = await put('.msmtprc', GMX)
    const { status, results, progress } = await run(['--client', 'msmtp', '--fix'], 'y\n')
    expect({ status, progress }).toMatchObject({ status: 0, progress: expect.stringContaining('Write it?') })
    expect(results).toContain(`This changes in ${path}:\n  after line 11\n  + tls_starttls off\n`)
    expect(results).toMatch(/Changed\. The file as it was is beside it: \.msmtprc-before-mailwright-\w{32}/)
    expect(results + progress).not.toContain(SECRET)
    expect(await readFile(path, 'utf8')).toBe(`${GMX}tls_starttls off\n`)
    const undone = await run(['--client', 'msmtp', '--undo'], '')
    expect(undone).toMatchObject({ status: 0, results: `${path} is as it was before.\n` })
    expect(await readFile(path, 'utf8')).toBe(GMX)
    expect(JSON.parse((await run(['--client', 'msmtp', '--undo', '--json'])).results)).toMatchObject({
      programs: [{ undone: false }],
    })
    expect(await run(['--client', 'msmtp', '--undo'])).toMatchObject({
      status: 1,
      progress: expect.stringContaining('[PROFILE_NO_BACKUP]'),
    })
  })

  test.each([
    ['the user says no', 'n\n', 1],
    ['no user is there, and no --yes', null, 2],
  ])('writes nothing where %s, and has shown it', async (_what, answer, status) => {
    const path = await put('.msmtprc', GMX)
    const said = await run(['--client', 'msmtp', '--fix'], answer)
    expect(said.status).toBe(status)
    expect(said.results).toContain('+ tls_starttls off')
    expect(await readFile(path, 'utf8')).toBe(GMX)
    expect(await readdir(home)).not.toContainEqual(expect.stringContaining('before-mailwright'))
  })

  test('tells a script everything as JSON', async () => {
    const path = await put('.msmtprc', GMX)
    const { status, results } = await run(['--client', 'msmtp', '--fix', '--yes', '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(results)).toMatchObject({
      schema: 1,
      programs: [
        {
          client: 'msmtp',
          profile: path,
          accounts: [{ findings: [{ code: 'SET_ENCRYPTION_PORT' }] }],
          fix: {
            written: true,
            changes: [{ line: 11, before: null, after: 'tls_starttls off' }],
            backup: expect.stringMatching(/^\.msmtprc-before-mailwright-/) as unknown,
            error: null,
          },
        },
      ],
    })
    expect(results).not.toContain(SECRET)
  })
})

describe('inspect --fix of a program', () => {
  test('that keeps its settings itself changes nothing, and says where to', async () => {
    const path = await put(
      'accountrc',
      '[Account: 1]\naddress=anna@gmx.net\nprotocol=3\nreceive_server=pop.gmx.net\nuser_id=anna@gmx.net\nssl_imap=1\n',
    )
    const before = await readFile(path, 'utf8')
    const { status, results, progress } = await run([
      '--client',
      'claws-mail',
      '--profile',
      path,
      '--fix',
      '--yes',
    ])
    expect(status).toBe(1)
    expect(results).toContain('Configuration > Edit accounts > Edit > Receive')
    expect(progress).toContain('Change this in Claws Mail itself')
    expect(await readFile(path, 'utf8')).toBe(before)
  })

  test('changes the profile of Thunderbird that is found', async () => {
    const profile = join(home, '.thunderbird/abcd.default')
    await mkdir(profile, { recursive: true })
    await put('.thunderbird/profiles.ini', '[Profile0]\nName=default\nIsRelative=1\nPath=abcd.default\n')
    const prefs = [
      'user_pref("mail.accountmanager.accounts", "account1");',
      'user_pref("mail.account.account1.server", "server1");',
      'user_pref("mail.account.account1.identities", "id1");',
      'user_pref("mail.identity.id1.useremail", "anna@gmx.net");',
      'user_pref("mail.identity.id1.smtpServer", "smtp1");',
      'user_pref("mail.server.server1.type", "imap");',
      'user_pref("mail.server.server1.hostname", "imap.gmx.net");',
      'user_pref("mail.server.server1.socketType", 3);',
      'user_pref("mail.server.server1.userName", "anna@gmx.net");',
      'user_pref("mail.smtpserver.smtp1.hostname", "mail.gmx.net");',
      'user_pref("mail.smtpserver.smtp1.port", 587);',
      'user_pref("mail.smtpserver.smtp1.try_ssl", 3);',
      'user_pref("mail.smtpserver.smtp1.username", "anna@gmx.net");',
      '',
    ].join('\n')
    await writeFile(join(profile, 'prefs.js'), prefs)
    const { status } = await run(['--client', 'thunderbird', '--fix', '--yes'])
    expect(status).toBe(0)
    expect(await readFile(join(profile, 'prefs.js'), 'utf8')).toBe(
      prefs.replace('try_ssl", 3', 'try_ssl", 2'),
    )
  })

  test('does not follow a link', async () => {
    const elsewhere = await put('elsewhere', GMX)
    await symlink(elsewhere, join(home, '.msmtprc'))
    const { status, results } = await run(['--client', 'msmtp', '--fix', '--yes', '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(results)).toMatchObject({ programs: [{ error: { code: 'FILE_UNSAFE' } }] })
    expect(await readFile(elsewhere, 'utf8')).toBe(GMX)
  })
})

const LIKELY = [
  [
    'SSL/TLS on a port with STARTTLS',
    'smtp',
    'tls on\n',
    'tls on\ntls_starttls off\n',
    'tls on\ntls_starttls on\n',
  ],
  ['no encryption', 'smtp', 'tls on\n', 'tls off\n', 'tls on\n'],
  ['a token where passwords alone are taken', 'smtp', 'auth on\n', 'auth xoauth2\n', 'auth on\n'],
  ['an encrypted password where none is taken', 'smtp', 'auth on\n', 'auth cram-md5\n', 'auth on\n'],
  ['any certificate', 'smtp', 'tls on\n', 'tls_certcheck off\ntls on\n', 'tls_certcheck on\ntls on\n'],
] as const

describe('inspect --test --fix', () => {
  const TESTED = ['--client', 'msmtp', '--test', '--password-stdin', '--fix', '--yes']

  test.each(LIKELY)('proves the other value first: %s', async (_what, server, from, to, after) => {
    const sound = MSMTP.replace('PORT', world.portOf(server))
    const path = await put('.msmtprc', sound.replace(from, to))
    const { status, results, progress } = await run(TESTED)
    expect(await readFile(path, 'utf8'), results + progress).toBe(sound.replace(from, after))
    expect(status).toBe(0)
    expect(progress).toContain('as it would be set up in msmtp after the change')
    expect(results + progress).not.toContain(SECRET)
  })

  test('no sign-in where one is required', async () => {
    const sound = MSMTP.replace('PORT', world.portOf('wants-sign-in'))
    const path = await put('.msmtprc', sound.replace('auth on', 'auth off'))
    await run(TESTED)
    expect(await readFile(path, 'utf8')).toBe(sound)
  })

  test.each([
    ['the password alone is wrong', 'refusing', 'tls on\n', 'tls on\ntls_starttls off\n', 'FIX_NOTHING'],
    ['nothing listens on the port', 'none', 'x', 'x', 'FIX_NOTHING'],
  ])('changes nothing where %s', async (_what, server, from, to, code) => {
    const content = MSMTP.replace('PORT', world.portOf(server)).replace(from, to)
    const path = await put('.msmtprc', content)
    const { status, progress } = await run(TESTED)
    expect(status).toBe(1)
    expect(progress).toContain(`[${code}]`)
    expect(await readFile(path, 'utf8')).toBe(content)
  })

  test('a wrong setting is changed although the password is wrong, too', async () => {
    const sound = MSMTP.replace('PORT', world.portOf('refusing')).replace(
      'tls on\n',
      'tls on\ntls_starttls off\n',
    )
    const path = await put('.msmtprc', sound.replace('starttls off', 'starttls on'))
    const { status } = await run(TESTED)
    expect(status).toBe(1)
    expect(await readFile(path, 'utf8')).toBe(sound)
  })

  test('the password goes to changed servers only with a yes', async () => {
    const content = MSMTP.replace('PORT', world.portOf('smtp')).replace(
      'tls on\n',
      'tls on\ntls_starttls off\n',
    )
    const path = await put('.msmtprc', content)
    const signIns = () => world.serverOf('smtp').received.filter((chunk) => /^AUTH/i.test(chunk.text)).length
    const before = signIns()
    const { status, progress } = await run(['--client', 'msmtp', '--test', '--fix'], `${SECRET}\rn\n`)
    expect(signIns()).toBe(before)
    expect(progress).toContain('Sign in there with the same password?')
    expect(progress).toContain('not tested, so nothing is changed')
    expect(status).toBe(1)
    expect(await readFile(path, 'utf8')).toBe(content)
  })
})
