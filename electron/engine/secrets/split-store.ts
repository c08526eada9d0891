import { createHash, randomBytes } from 'node:crypto'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { SecretProblem, SecretStore } from '#engine/ports.ts'

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
  const partsOf = async (account: string): Promise<Parts | null> => {
    const head = await store.read(account)
    return head.ok && head.value !== null ? readHead(head.value) : null
  }
  const removeParts = async (account: string, parts: Parts | null): Promise<void> => {
    for (const name of parts === null ? [] : partNames(account, parts)) await store.remove(name)
  }
  return {
    id: store.id,
    probe: () => store.probe(),
    save: async (account, secret) => {
      const before = await partsOf(account)
      const isShort = secret.length <= mostLength && !secret.startsWith(HEAD)
      const saved = isShort
        ? await store.save(account, secret)
        : await saveParts(store, account, secret, mostLength)
      if (saved.ok) await removeParts(account, before)
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
      if (removed.ok) await removeParts(account, parts)
      return removed
    },
  }
}

async function saveParts(
  store: SecretStore,
  account: string,
  secret: string,
  mostLength: number,
): Promise<Outcome<null, SecretProblem>> {
  const count = Math.ceil(secret.length / mostLength)
  if (count > MOST_PARTS) return fail('KEY_TOO_LONG')
  const parts = { generation: randomBytes(6).toString('hex'), count, digest: digestOf(secret) }
  const names = partNames(account, parts)
  const undo = async <T>(outcome: T): Promise<T> => {
    for (const name of names) await store.remove(name)
    return outcome
  }
  for (const [index, name] of names.entries()) {
    const saved = await store.save(name, secret.slice(index * mostLength, (index + 1) * mostLength))
    if (!saved.ok) return undo(saved)
  }
  const head = await store.save(account, `${HEAD}${parts.generation}:${count}:${parts.digest}`)
  return head.ok ? head : undo(head)
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
