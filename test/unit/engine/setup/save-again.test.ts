import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fail, ok } from '#shared/outcome.ts'
import { createMemoryStore } from '#engine/secrets/memory-store.ts'
import { Secret } from '#engine/secret.ts'
import type { Setup } from '#engine/setup/setups.ts'
import {
  IMAP,
  imap,
  placeToSave,
  serviceAt,
  SIGNED_IN,
  SMTP,
  smtp,
  testedSetup,
  type Tested,
} from './tested-setup.ts'

const KEPT_AS = 'anna@example.org/password'
const SENDING = 'anna@example.org/password-sending'
const both: readonly Tested[] = [
  [imap, SIGNED_IN],
  [smtp, SIGNED_IN],
]

describe('86: the account cannot be written after its password was saved', () => {
  /** A list behind a link can be read, and is not written. */
  async function placeThatRefuses() {
    const place = await placeToSave()
    await writeFile(join(place.folder, 'elsewhere.json'), JSON.stringify({ schema: 2, accounts: [] }))
    await symlink('elsewhere.json', join(place.folder, 'accounts.json'))
    return place
  }

  test('then a first password is taken out of the keychain again', async () => {
    const place = await placeThatRefuses()
    expect(await place.save(testedSetup(both, 'new'), 'keep')).toEqual(fail('FILE_UNSAFE'))
    expect(await place.valueOf(KEPT_AS)).toBeNull()
  })

  test('and an older password is put back', async () => {
    const place = await placeThatRefuses()
    await place.secrets.save(KEPT_AS, 'old')
    await place.secrets.save(SENDING, 'old for sending')
    expect(await place.save(testedSetup(both, 'new', 'new for sending'), 'keep')).toEqual(fail('FILE_UNSAFE'))
    expect(await place.valueOf(KEPT_AS)).toBe('old')
    expect(await place.valueOf(SENDING)).toBe('old for sending')
  })
})

describe('a keychain that does not do as it is told', () => {
  test.each([
    'KEY_LOCKED',
    'KEY_ABSENT',
    'KEY_DENIED',
    'KEY_TIMEOUT',
    'KEY_MISMATCH',
    'KEY_TOO_LONG',
  ] as const)('%s: no account is saved that would be taken for complete', async (problem) => {
    const place = await placeToSave({ save: () => Promise.resolve(fail(problem)) })
    expect(await place.save(testedSetup(both, 'new'), 'keep')).toEqual(fail(problem))
    expect(await place.accounts.read()).toEqual(ok({ accounts: [], notice: null }))
  })

  test('85: what was overwritten by something else is put back, so that the older account still works', async () => {
    const store = createMemoryStore('practice')
    await store.save(KEPT_AS, 'old')
    const place = await placeToSave({
      ...store,
      save: async (name, secret) => {
        await store.save(name, secret === 'old' ? secret : secret.slice(0, 4))
        return secret === 'old' ? ok(null) : fail('KEY_MISMATCH')
      },
    })
    expect(await place.save(testedSetup(both, 'sunflower'), 'keep')).toEqual(fail('KEY_MISMATCH'))
    expect(await place.valueOf(KEPT_AS)).toBe('old')
  })

  test('what cannot be read beforehand is not overwritten', async () => {
    const store = createMemoryStore('practice')
    const place = await placeToSave({ ...store, read: () => Promise.resolve(fail('KEY_LOCKED')) })
    expect(await place.save(testedSetup(both, 'new'), 'keep')).toEqual(fail('KEY_LOCKED'))
    expect(await store.read(KEPT_AS)).toEqual(ok(null))
  })
})

describe('a password of its own for sending', () => {
  test('is kept apart, and the account knows which service uses which', async () => {
    const place = await placeToSave()
    expect(await place.save(testedSetup(both, 'for reading', 'for sending'), 'keep')).toMatchObject({
      ok: true,
      value: {
        services: [
          { endpoint: IMAP, slot: 'account' },
          { endpoint: SMTP, slot: 'sending' },
        ],
      },
    })
    expect(await place.valueOf(KEPT_AS)).toBe('for reading')
    expect(await place.valueOf(SENDING)).toBe('for sending')
  })

  test('goes when the account is saved again with one password for everything', async () => {
    const place = await placeToSave()
    await place.save(testedSetup(both, 'for reading', 'for sending'), 'keep')
    await place.save(testedSetup(both, 'one for all'), 'keep')
    expect(await place.valueOf(KEPT_AS)).toBe('one for all')
    expect(await place.valueOf(SENDING)).toBeNull()
  })
})

describe('saving again without the password', () => {
  test('takes the one that was there out of the keychain', async () => {
    const place = await placeToSave()
    await place.save(testedSetup(both, 'new'), 'keep')
    expect(await place.save(testedSetup(both, 'new'), 'leave')).toMatchObject({
      value: { secretStore: null },
    })
    expect(await place.valueOf(KEPT_AS)).toBeNull()
  })

  test('does not claim that it is gone where the keychain would not let it go', async () => {
    const place = await placeToSave({ remove: () => Promise.resolve(fail('KEY_LOCKED')) })
    await place.save(testedSetup(both, 'new'), 'keep')
    const again = await place.save(testedSetup(both, 'new'), 'leave')
    expect(again).toMatchObject({ ok: true, value: { secretStore: 'practice' } })
  })

  test.each<readonly [string, Setup]>([
    [
      'other servers',
      testedSetup([[serviceAt({ ...IMAP, host: 'imap.evil.example' }, 'password'), SIGNED_IN]], 'x'),
    ],
    ['another use of its passwords', testedSetup(both, 'x', 'y')],
  ])('leaves one that the keychain would not let go to no account with %s', async (_, changed) => {
    const place = await placeToSave({ remove: () => Promise.resolve(fail('KEY_LOCKED')) })
    await place.save(testedSetup(both, 'new'), 'keep')
    const before = await place.accounts.read()
    expect(await place.save(changed, 'leave')).toEqual(fail('KEY_LOCKED'))
    expect(await place.accounts.read()).toEqual(before)
  })
})

test('what an account that was removed has left in the keychain does not come back with the next one', async () => {
  const place = await placeToSave()
  await place.secrets.save(SENDING, 'left behind')
  const setup = testedSetup(both, 'new')
  setup.sendingCredential = { kind: 'token', secret: new Secret('for an hour') }
  expect(await place.save(setup, 'keep')).toMatchObject({ value: { secretStore: 'practice' } })
  expect(await place.valueOf(KEPT_AS)).toBe('new')
  expect(await place.valueOf(SENDING)).toBeNull()
})

test('what was seen of each server is kept beside it, to be compared with another day', async () => {
  const place = await placeToSave()
  expect(await place.save(testedSetup(both, 'new'), 'keep')).toMatchObject({
    value: { services: [{ origin: 'typed', seen: { addresses: [], certificate: null } }, {}] },
  })
})
