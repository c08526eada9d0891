import { describe, expect, test } from 'vitest'
import { fail, ok } from '#shared/outcome.ts'
import type { KeychainEntry } from '#engine/secrets/kept-entry.ts'
import { createKeyringStore } from '#engine/secrets/keyring-store.ts'

/** A keychain in memory that does one thing in its own way. */
function keychain(odd: Partial<KeychainEntry> = {}) {
  const kept = new Map<string, string>()
  return (account: string): Promise<KeychainEntry> =>
    Promise.resolve({
      setPassword: (secret) => {
        kept.set(account, secret)
        return Promise.resolve()
      },
      getPassword: () => Promise.resolve(kept.get(account) ?? null),
      deleteCredential: () => Promise.resolve(kept.delete(account)),
      ...odd,
    })
}

const refuse = (message: string) => () => Promise.reject(new Error(message))
const never = () => new Promise<never>(() => {})
const NAME = 'anna@example.org/password'

/** The Credential Manager counts bytes of UTF-16, and has room for 2,560. */
const WINDOWS_UNITS = 1_280

function credentialManager(onTooLong: 'refuse' | 'cut') {
  const kept = new Map<string, string>()
  return (account: string): Promise<KeychainEntry> =>
    Promise.resolve({
      setPassword: (secret) => {
        if (secret.length > WINDOWS_UNITS && onTooLong === 'refuse')
          return Promise.reject(
            new Error("Attribute 'password encoded as UTF-16' is longer than platform limit of 2560 chars"),
          )
        kept.set(account, secret.slice(0, WINDOWS_UNITS))
        return Promise.resolve()
      },
      getPassword: () => Promise.resolve(kept.get(account) ?? null),
      deleteCredential: () => Promise.resolve(kept.delete(account)),
    })
}

describe('saving in a keychain', () => {
  test.each<readonly [string, Partial<KeychainEntry>, string]>([
    [
      '82: a prompt that was dismissed',
      { setPassword: refuse('Secret Service: unlock prompt was dismissed') },
      'KEY_LOCKED',
    ],
    ['83: macOS, its owner said no', { setPassword: refuse('User canceled the operation.') }, 'KEY_DENIED'],
    [
      '83: macOS, another program may not read the item',
      { getPassword: refuse('User interaction is not allowed.') },
      'KEY_DENIED',
    ],
    ['84: an answer that never comes', { setPassword: never }, 'KEY_TIMEOUT'],
    ['84: a prompt at reading back that the user does not answer', { getPassword: never }, 'KEY_TIMEOUT'],
    ['85: removed before it was read back', { getPassword: () => Promise.resolve(null) }, 'KEY_MISMATCH'],
    ['85: changed before it was read back', { getPassword: () => Promise.resolve('tulip') }, 'KEY_MISMATCH'],
    [
      '81: no keychain at all',
      { setPassword: refuse('The name org.freedesktop.secrets was not provided') },
      'KEY_ABSENT',
    ],
  ])('%s: %s', async (_, odd, problem) => {
    const store = createKeyringStore('darwin', 30, keychain(odd))
    expect(await store.save(NAME, 'sunflower')).toEqual(fail(problem))
  })

  test('while it waits for its owner everything else goes on', async () => {
    const store = createKeyringStore('darwin', 80, keychain({ setPassword: never }))
    let ticks = 0
    const timer = setInterval(() => (ticks += 1), 5)
    await store.save(NAME, 'sunflower')
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(2)
  })
})

describe('the Windows Credential Manager', () => {
  const longest = 'ü'.repeat(WINDOWS_UNITS)

  test('keeps what fits, letters of any kind', async () => {
    const store = createKeyringStore('win32', 100, credentialManager('refuse'))
    expect(store.id).toBe('windows-credentials')
    expect(await store.save(NAME, longest)).toEqual(ok(null))
    expect(await store.read(NAME)).toEqual(ok(longest))
  })

  test.each([
    ['refuse', 'KEY_TOO_LONG'],
    ['cut', 'KEY_MISMATCH'],
  ] as const)('is not believed about a secret that is too long, should it %s it', async (way, problem) => {
    const store = createKeyringStore('win32', 100, credentialManager(way))
    expect(await store.save(NAME, `${longest}x`)).toEqual(fail(problem))
  })
})

test.each([
  ['darwin', 'macos-keychain'],
  ['win32', 'windows-credentials'],
  ['linux', 'secret-service'],
] as const)('on %s the store is named %s', (platform, id) => {
  expect(createKeyringStore(platform, 100, keychain()).id).toBe(id)
})
