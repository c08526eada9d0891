import { describe, expect, test } from 'vitest'
import { fail, ok } from '#shared/outcome.ts'
import type { SecretStore } from '#engine/environment.ts'
import { createMemoryStore } from '#engine/secrets/memory-store.ts'
import { createSplitStore } from '#engine/secrets/split-store.ts'

const NAME = 'anna@example.org/sign-in'
const LONG = Array.from({ length: 40 }, (_, index) => `part ${index} ü€😀`).join('|')

/** A store that refuses long entries as Windows does, and can break at a chosen write. */
function smallStore(most: number) {
  const memory = createMemoryStore('windows-credentials')
  const names = new Set<string>()
  const remove: SecretStore['remove'] = (account) => {
    names.delete(account)
    return memory.remove(account)
  }
  let writesLeft = Number.POSITIVE_INFINITY
  const store: SecretStore = {
    ...memory,
    save: async (account, secret) => {
      if (secret.length > most) return fail('KEY_TOO_LONG')
      if (writesLeft <= 0) return fail('KEY_LOCKED')
      writesLeft -= 1
      names.add(account)
      // As the system's libraries do with half of a surrogate pair; what is read back is then another text.
      await memory.save(account, secret.toWellFormed())
      return secret.isWellFormed() ? ok(null) : fail('KEY_MISMATCH')
    },
    remove,
    settle: (account, secret) => {
      if (secret === null) return remove(account)
      names.add(account)
      return memory.settle(account, secret)
    },
  }
  return { store, names, breakAfter: (writes: number) => (writesLeft = writes) }
}

const cases = [
  ['short', 'secret'],
  ['as long as one entry', 'x'.repeat(120)],
  ['a little longer', 'x'.repeat(121)],
  ['long, with letters of every size', LONG],
  ['full of surrogate pairs, at every offset', `${'x'.repeat(119)}${'😀'.repeat(300)}`],
  ['full of surrogate pairs, from the first unit on', '😀'.repeat(300)],
  ['like a head itself', 'mailwright-parts:1:000000000000:2:00'],
] as const

describe('a store that takes short entries only', () => {
  test.each(cases)('keeps a secret that is %s', async (_, secret) => {
    const { store, names } = smallStore(120)
    const split = createSplitStore(store, 120)
    expect(await split.save(NAME, secret)).toMatchObject({ ok: true })
    expect(await split.read(NAME)).toEqual({ ok: true, value: secret })
    await split.remove(NAME)
    expect(await split.read(NAME)).toEqual({ ok: true, value: null })
    expect([...names]).toEqual([])
  })

  test.each(cases)('puts back one that is %s, and takes the newer away', async (_, secret) => {
    const { store, names } = smallStore(120)
    const split = createSplitStore(store, 120)
    await split.save(NAME, secret)
    const before = names.size
    await split.save(NAME, LONG)
    expect(await split.settle(NAME, secret)).toEqual(ok(null))
    expect(await split.read(NAME)).toEqual(ok(secret))
    expect(names.size).toBe(before)
    await split.settle(NAME, null)
    expect([...names]).toEqual([])
  })
})

describe('a secret that takes the place of another', () => {
  test('leaves nothing of an older and longer one behind', async () => {
    const { store, names } = smallStore(120)
    const split = createSplitStore(store, 120)
    await split.save(NAME, LONG)
    await split.save(NAME, 'short')
    expect([...names]).toEqual([NAME])
  })

  test('shows the old secret or the new one, wherever a writing breaks off', async () => {
    for (let writes = 0; writes < 8; writes += 1) {
      const { store, names, breakAfter } = smallStore(120)
      const split = createSplitStore(store, 120)
      await split.save(NAME, LONG)
      const before = names.size
      breakAfter(writes)
      const saved = await split.save(NAME, LONG.toUpperCase())
      const now = await split.read(NAME)
      expect(now).toEqual({ ok: true, value: saved.ok ? LONG.toUpperCase() : LONG })
      expect(names.size).toBe(before)
    }
  })

  test.each([
    ['a part is gone', (store: SecretStore, part: string) => store.remove(part)],
    ['a part was changed', (store: SecretStore, part: string) => store.save(part, 'y')],
  ])('gives no wrong secret when %s', async (_, damage) => {
    const { store, names } = smallStore(120)
    const split = createSplitStore(store, 120)
    await split.save(NAME, LONG)
    await damage(store, [...names].find((name) => name !== NAME) ?? '')
    expect(await split.read(NAME)).toEqual({ ok: false, error: 'KEY_MISMATCH' })
  })
})
