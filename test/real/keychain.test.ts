import { spawn } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'
import { createKeyringSession, hasKeyring, type KeyringState } from '../support/real/keyring-session.ts'

const SECRET = 'gehäim-🔑 "quoted" \\ and long '.repeat(40)

interface Steps {
  readonly probe: unknown
  readonly save: unknown
  readonly read: unknown
  readonly remove: unknown
  readonly removeAgain: unknown
  readonly readAfter: unknown
}

async function tryKeychain(state: KeyringState): Promise<Steps> {
  const session = createKeyringSession(state)
  const [program, ...args] = session.wrap([process.execPath, inRoot('test/real/keyring-probe.ts')])
  const child = spawn(program, args, {
    env: { ...process.env, ...session.env, PROBE_SECRET: SECRET },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
  await new Promise((resolve) => child.once('close', resolve))
  session.dispose()
  return JSON.parse(output) as Steps
}

const failed = (error: string) => ({ ok: false, error })

describe.skipIf(!hasKeyring)('the keychain of the system, a real gnome-keyring', () => {
  test('keeps a secret, gives it back unchanged, and removes it', async () => {
    expect(await tryKeychain('unlocked')).toEqual({
      probe: { ok: true, value: null },
      save: { ok: true, value: null },
      read: { ok: true, value: SECRET },
      remove: { ok: true, value: null },
      removeAgain: { ok: true, value: null },
      readAfter: { ok: true, value: null },
    })
  })

  test('says that it is locked when the user does not unlock it (82)', async () => {
    expect(await tryKeychain('locked')).toMatchObject({ save: failed('KEY_LOCKED') })
  })

  test('says that it is absent when no service keeps secrets (81)', async () => {
    expect(await tryKeychain('no service')).toMatchObject({
      probe: failed('KEY_ABSENT'),
      save: failed('KEY_ABSENT'),
    })
  })
})

describe.runIf(process.platform === 'linux')('without a session bus', () => {
  test('the keychain is absent, and the kernel keyring is not used instead (81)', async () => {
    expect(await tryKeychain('no bus')).toMatchObject({
      probe: failed('KEY_ABSENT'),
      save: failed('KEY_ABSENT'),
      read: failed('KEY_ABSENT'),
    })
  })
})
