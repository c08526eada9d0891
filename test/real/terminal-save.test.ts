import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { authority } from '../support/certificates.ts'
import { runCli, type CliOptions } from '../support/cli.ts'
import { CLIENT_ID } from '../support/oauth/oauth-server.ts'
import { Person } from '../support/oauth/person.ts'
import { hasDovecot, startDovecot, type Dovecot } from '../support/real/dovecot.ts'
import { createKeyringSession, hasKeyring, type KeyringSession } from '../support/real/keyring-session.ts'
import { ANNA } from '../support/real/mail-pair.ts'
import { startOAuthTerminalWorld } from './oauth-terminal-world.ts'

let folder: string
let keyring: KeyringSession
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-save-'))
  await writeFile(join(folder, 'ca.pem'), authority.certificate)
  keyring = createKeyringSession('unlocked')
})
afterEach(async () => {
  keyring.dispose()
  await rm(folder, { recursive: true })
})

/** The terminal of one user: every run finds what the last one has left. */
function run(args: readonly string[], options: CliOptions = {}) {
  const env = { ...keyring.env, DISPLAY: '', WAYLAND_DISPLAY: '', MAILWRIGHT_DATA_DIR: join(folder, 'data') }
  return runCli(args, { ...options, env, wrap: keyring.wrap })
}

const TIME = { timeout: 60_000 }

describe.skipIf(!hasDovecot || !hasKeyring)('check --save', TIME, () => {
  test('keeps the password in the keyring, and the user need not type it again', async () => {
    const issued = await authority.issue({ dnsNames: ['localhost'] })
    const dovecot: Dovecot = await startDovecot({ ...issued, users: [ANNA] })
    const ca = ['--ca', join(folder, 'ca.pem')]
    const imap = ['--imap', `localhost:${dovecot.ports.imaps}:tls`]
    const check = ['check', ANNA.name, ...imap, ...ca, '--password-stdin', '--save']
    const saved = await run(check, { input: `${ANNA.password}\n` })
    expect(saved.progress).toContain('Saved. Password or sign-in is in the system keyring.')
    expect(saved.status).toBe(0)
    const again = await run(['accounts', 'test', '--json', ...ca])
    expect(JSON.parse(again.results)).toMatchObject({ accounts: [{ address: ANNA.name, verdict: 'ok' }] })
    const file = await readFile(join(folder, 'data', 'accounts.json'), 'utf8')
    expect(`${file}${saved.progress}${saved.results}`).not.toContain(ANNA.password)
    const checked = await run(['check', ANNA.name, '--saved', '--json', ...ca])
    expect(JSON.parse(checked.results)).toMatchObject({ verdict: 'ok', endpoints: [{ code: 'OK' }] })
    const empty = await run(['check', ANNA.name, '--saved', '--protocols', 'pop3', ...ca])
    expect(empty).toMatchObject({ status: 2, results: '' })
    expect(empty.progress).toContain('no saved server of this address is for pop3')
    await dovecot.stop()
  })

  test('keeps nothing of an account that does not work', async () => {
    const { status, progress } = await run(
      ['check', ANNA.name, '--imap', 'localhost:1:tls', '--password-stdin', '--save'],
      { input: 'x\n' },
    )
    expect(status).toBe(1)
    expect(progress).toContain('Nothing was saved, because no server was proved to work.')
    const list = await run(['accounts'])
    expect(list.progress).toContain('No account has been set up')
  })

  test('keeps what gets the next token, and the user need not sign in again', async () => {
    const world = await startOAuthTerminalWorld()
    const person = new Person()
    let opened = false
    const saved = await run([...world.check, '--sign-in', 'browser', '--client-id', CLIENT_ID, '--save'], {
      onProgress: (text) => {
        const url = /^(https:\/\/\S+)\n/m.exec(text)?.[1]
        if (url === undefined || opened) return
        opened = true
        void person.signIn(url, ANNA.name)
      },
    })
    expect(saved.progress).toContain('Saved.')
    const again = await run(['accounts', 'test', '--json', ...world.network])
    expect(JSON.parse(again.results)).toMatchObject({ accounts: [{ address: ANNA.name, verdict: 'ok' }] })
    await world.stop()
  })

  test.each(['--no-login', '--saved', '--token-stdin'])('is wrong usage with %s', async (option) => {
    const { status, progress } = await run(['check', ANNA.name, '--save', option])
    expect(status).toBe(2)
    expect(progress).toContain(`--save cannot be used with ${option}`)
  })
})
