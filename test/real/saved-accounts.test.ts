import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { inRoot } from '../../scripts/lib/paths.ts'
import { authority } from '../support/certificates.ts'
import type { CliRun } from '../support/cli.ts'
import {
  createKeyringSession,
  hasKeyring,
  type Command,
  type KeyringState,
} from '../support/real/keyring-session.ts'
import { ANNA, startMailPair, type MailPair } from '../support/real/mail-pair.ts'
import { hasServers } from './terminal-world.ts'

let pair: MailPair
let folder: string

/** The account as it would have been saved after a test of these servers. */
function accountAt({ dovecot, postfix }: MailPair): SavedAccount {
  const common = { userName: ANNA.name, origin: 'typed', signIn: 'password', slot: 'account' } as const
  const rest = { ...common, auth: 'plain', pin: null, seen: null } as const
  const at = (protocol: 'imap' | 'smtp', port: number, security: 'tls' | 'starttls') => ({
    endpoint: { protocol, host: 'localhost', port, security },
    ...rest,
  })
  return {
    address: ANNA.name,
    providerId: null,
    services: [at('imap', dovecot.ports.imaps, 'tls'), at('smtp', postfix.ports.submission, 'starttls')],
    secretStore: 'secret-service',
    oauth: null,
    provedAt: '2026-11-01T12:00:00.000Z',
  }
}

/** An organisation whose servers are others than the saved ones. */
const POLICY = JSON.stringify({
  schema: 1,
  organisation: 'Contoso',
  locked: ['servers'],
  providers: [
    {
      id: 'own',
      name: 'Own',
      domains: ['example.test'],
      servers: { imap: ['mail.contoso.example:993:tls'] },
    },
  ],
})

type Steps = Readonly<Record<string, CliRun>> & { readonly saved: unknown; readonly left: unknown }

async function walk(state: KeyringState): Promise<{ readonly steps: Steps; readonly files: string }> {
  const data = await mkdtemp(join(folder, 'data-'))
  const session = createKeyringSession(state === 'locked' ? 'unlocked' : state)
  const env = {
    ...process.env,
    ...session.env,
    MAILWRIGHT_DATA_DIR: data,
    STEPS_ACCOUNT: JSON.stringify(accountAt(pair)),
    STEPS_PASSWORD: ANNA.password,
    STEPS_CA: join(folder, 'ca.pem'),
    STEPS_POLICY: join(folder, 'policy.json'),
  }
  const script: Command = [process.execPath, inRoot('test/real/saved-account-steps.ts')]
  // What is locked has to have something in it.
  if (state === 'locked') await outputOf(session.wrap(script), { ...env, STEPS_ONLY: 'save' })
  const output = await outputOf(state === 'locked' ? session.wrapLocked(script) : session.wrap(script), env)
  session.dispose()
  const names = await readdir(data)
  const files = (await Promise.all(names.map((name) => readFile(join(data, name), 'utf8')))).join('\n')
  return { steps: JSON.parse(output) as Steps, files }
}

async function outputOf([program, ...args]: Command, env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'ignore'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
  await new Promise((resolve) => child.once('close', resolve))
  return output
}

const json = (run: CliRun | undefined): unknown => JSON.parse(run?.results ?? '')

// A dozen runs of the program, one after the other.
describe.skipIf(!hasServers || !hasKeyring)(
  'saved accounts in the terminal, with a real keyring',
  { timeout: 90_000 },
  () => {
    beforeAll(async () => {
      pair = await startMailPair()
      folder = await mkdtemp(join(tmpdir(), 'mailwright-saved-'))
      await writeFile(join(folder, 'ca.pem'), authority.certificate)
      await writeFile(join(folder, 'policy.json'), POLICY)
    })
    afterAll(async () => {
      await pair.stop()
      await rm(folder, { recursive: true, force: true })
    })

    test('are tested with nothing typed, compared with the last time, and never tried twice with a wrong password', async () => {
      const { steps, files } = await walk('unlocked')
      expect(steps['first']?.status).toBe(0)
      expect(json(steps['first'])).toMatchObject({
        schema: 1,
        accounts: [{ address: ANNA.name, verdict: 'ok', changes: [] }],
      })
      expect(json(steps['again'])).toMatchObject({ accounts: [{ verdict: 'ok', changes: [] }] })
      expect(steps['list']?.results).toContain('Password in the system keyring.')
      expect(steps['wrong']?.status).toBe(1)
      expect(json(steps['wrong'])).toMatchObject({ accounts: [{ verdict: 'problem' }] })
      expect(json(steps['wrongAgain'])).toMatchObject({
        accounts: [{ verdict: 'problem', error: { code: 'AUTH_PAUSED' }, endpoints: [] }],
      })
      expect(json(steps['check'])).toMatchObject({ verdict: 'ok' })
      expect(steps['policy']).toMatchObject({ status: 2, results: '' })
      expect(steps['policy']?.progress).toContain('[CFG_LOCKED]')
      expect(steps['wrongCheck']).toMatchObject({ status: 1, results: '' })
      expect(steps['wrongCheck']?.progress).toContain('[AUTH_PAUSED]')
      const logs = (await pair.dovecot.log()) + (await pair.postfix.log())
      expect(logs.match(/auth failed|SASL \w+ authentication failed/g)).toHaveLength(1)
      expect(steps['removed']?.results).toContain('its password is deleted from the keychain')
      expect(steps.left).toEqual({ ok: true, value: null })
      const said = JSON.stringify([steps, files])
      expect(said).not.toContain(JSON.stringify(ANNA.password).slice(1, -1))
      expect(said).not.toContain('not it')
    })

    test.each([
      ['locked', 'KEY_LOCKED'],
      ['no service', 'KEY_ABSENT'],
    ] as const)('with a keyring that has %s say so, and touch no server', async (state, code) => {
      const { steps } = await walk(state)
      expect(json(steps['first'])).toMatchObject({ accounts: [{ error: { code }, endpoints: [] }] })
      expect(json(steps['removed'])).toMatchObject({ error: { code } })
      expect(steps['leaving']?.results).toContain('Its password is still in the keychain')
    })
  },
)
