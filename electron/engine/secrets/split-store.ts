import { createHash, randomBytes } from 'node:crypto'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { SecretProblem, SecretStore } from '#engine/environment.ts'

/** What stands in the place of a secret that is kept in parts. No secret of a person begins like this. */
const HEAD = 'mailwright-parts:1:'
const MOST_PARTS = 64

interface Parts {
  /** Tells the parts of one writing from those of another. */
  readonly generation: string
  readonly count: number
  readonly digest: string
}

/**
 * Keeps secrets of any length in a store that takes short ones only: Windows holds 2,560 bytes, and tokens are longer.
 * The parts of a new secret are written beside those of the old one, then the head is changed in one go, so that a
 * reader sees the old secret or the new one. What does not fit together is KEY_MISMATCH, never a wrong secret.
 * @param mostLength of one entry, in UTF-16 code units
 */
export function createSplitStore(store: SecretStore, mostLength: number): SecretStore {
  const partsOf = async (account: string): Promise<readonly string[]> => {
    const head = await store.read(account)
    const parts = head.ok && head.value !== null ? readHead(head.value) : null
    return parts === null ? [] : partNames(account, parts)
  }
  return {
    id: store.id,
    probe: () => store.probe(),
    save: async (account, secret) => {
      const before = await partsOf(account)
      const entries = entriesFor(account, secret, mostLength)
      if (!entries.ok) return entries
      const saved = await saveAll(store, entries.value)
      await forget(store, saved.ok ? before : partsAmong(entries.value, account))
      return saved
    },
    read: async (account) => {
      const head = await store.read(account)
      if (!head.ok || head.value === null || !head.value.startsWith(HEAD)) return head
      const parts = readHead(head.value)
      return parts === null ? fail('KEY_MISMATCH') : join(store, account, parts)
    },
    remove: async (account) => {
      const parts = await partsOf(account)
      const removed = await store.remove(account)
      if (removed.ok) await forget(store, parts)
      return removed
    },
    settle: async (account, secret) => {
      const before = await partsOf(account)
      const entries =
        secret === null ? ok([[account, null]] as const) : entriesFor(account, secret, mostLength)
      if (!entries.ok) return entries
      const settled = await settleAll(store, entries.value)
      await forget(store, before)
      return settled
    },
  }
}

type Entry = readonly [name: string, text: string]

/** What a secret is kept as: one entry, or its parts and after them the head. */
function entriesFor(
  account: string,
  secret: string,
  mostLength: number,
): Outcome<readonly Entry[], SecretProblem> {
  if (secret.length <= mostLength && !secret.startsWith(HEAD)) return ok([[account, secret]])
  const texts = cut(secret, mostLength)
  const count = texts.length
  if (count > MOST_PARTS) return fail('KEY_TOO_LONG')
  const parts = { generation: randomBytes(6).toString('hex'), count, digest: digestOf(secret) }
  const names = partNames(account, parts)
  const head = `${HEAD}${parts.generation}:${count}:${parts.digest}`
  return ok([...texts.map((text, index) => [names[index] ?? '', text] as const), [account, head]])
}

function partsAmong(entries: readonly Entry[], account: string): readonly string[] {
  return entries.map(([name]) => name).filter((name) => name !== account)
}

/** Between code points: half of a surrogate pair is no text, and a store that encodes it makes U+FFFD of it. */
function cut(secret: string, mostLength: number): readonly string[] {
  const texts: string[] = []
  let text = ''
  for (const letter of secret) {
    if (text.length + letter.length > mostLength) {
      texts.push(text)
      text = ''
    }
    text += letter
  }
  return [...texts, text]
}

/** Stops at the first entry that is not kept. */
async function saveAll(store: SecretStore, entries: readonly Entry[]): Promise<Outcome<null, SecretProblem>> {
  for (const [name, text] of entries) {
    const saved = await store.save(name, text)
    if (!saved.ok) return saved
  }
  return ok(null)
}

/** Goes on after a failure: what is late is still to come. */
async function settleAll(
  store: SecretStore,
  entries: readonly (readonly [string, string | null])[],
): Promise<Outcome<null, SecretProblem>> {
  let settled: Outcome<null, SecretProblem> = ok(null)
  for (const [name, text] of entries) {
    const one = await store.settle(name, text)
    if (!one.ok) settled = one
  }
  return settled
}

/** Removes parts that no head names any more, even after a late save: without a head nothing leads to them. */
async function forget(store: SecretStore, names: readonly string[]): Promise<void> {
  for (const name of names) await store.settle(name, null)
}

async function join(
  store: SecretStore,
  account: string,
  parts: Parts,
): Promise<Outcome<string | null, SecretProblem>> {
  let secret = ''
  for (const name of partNames(account, parts)) {
    const part = await store.read(name)
    if (!part.ok) return part
    if (part.value === null) return fail('KEY_MISMATCH')
    secret += part.value
  }
  return digestOf(secret) === parts.digest ? ok(secret) : fail('KEY_MISMATCH')
}

function partNames(account: string, { generation, count }: Parts): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${account}/${generation}-${index + 1}`)
}

function readHead(text: string): Parts | null {
  const [, generation = '', count = '', digest = ''] =
    /^mailwright-parts:1:([0-9a-f]{12}):(\d{1,2}):([0-9a-f]{64})$/.exec(text) ?? []
  return generation === '' || Number(count) > MOST_PARTS ? null : { generation, count: Number(count), digest }
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex')
}
