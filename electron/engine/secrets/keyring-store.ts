import type { SecretStoreId } from '#shared/domain/secret-store-id.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { keyringProblem } from '#engine/secrets/keyring-problem.ts'
import type { SecretProblem, SecretStore } from '#engine/ports.ts'

const SERVICE = 'Mailwright'

/** One entry of a keychain, as the library gives it. */
export interface KeychainEntry {
  setPassword(secret: string): Promise<void>
  getPassword(): Promise<string | null | undefined>
  deleteCredential(): Promise<unknown>
}

/** A locked keychain asks its owner; somebody who has gone for coffee must not freeze the wizard. */
const ANSWER_MS = 60_000

/**
 * The keychain of the operating system. On Linux the store is pinned to the Secret Service: left to itself the
 * library falls back to the kernel's keyring without a word, and that forgets everything at the next reboot.
 */
export function createKeyringStore(
  platform: NodeJS.Platform,
  answerMs = ANSWER_MS,
  open: (account: string) => Promise<KeychainEntry> = openEntry,
): SecretStore {
  const within = <T>(work: (entry: KeychainEntry) => Promise<T>, account: string) =>
    attempt(() => open(account), work, answerMs)
  return {
    id: storeId(platform),
    probe: async () => {
      const opened = await within(() => Promise.resolve(null), 'probe')
      return opened.ok ? ok(null) : opened
    },
    save: async (account, secret) => {
      const saved = await within(async (entry) => {
        await entry.setPassword(secret)
        return entry.getPassword()
      }, account)
      if (!saved.ok) return saved
      return saved.value === secret ? ok(null) : fail('KEY_MISMATCH')
    },
    read: (account) => within(async (entry) => (await entry.getPassword()) ?? null, account),
    remove: async (account) => {
      const removed = await within((entry) => entry.deleteCredential(), account)
      return removed.ok ? ok(null) : removed
    },
  }
}

async function openEntry(account: string): Promise<KeychainEntry> {
  const { AsyncEntry: Entry } = await import('@napi-rs/keyring')
  return new Entry(SERVICE, account, { linux: { store: 'secret-service' } })
}

/** Runs one keychain call with an end: what the library cannot cancel is at least not waited for. */
async function attempt<T>(
  open: () => Promise<KeychainEntry>,
  work: (entry: KeychainEntry) => Promise<T>,
  answerMs: number,
): Promise<Outcome<T, SecretProblem>> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<Outcome<T, SecretProblem>>((resolve) => {
    timer = setTimeout(() => resolve(fail('KEY_TIMEOUT')), answerMs)
  })
  const call = open()
    .then(work)
    .then(
      (value): Outcome<T, SecretProblem> => ok(value),
      (error: unknown): Outcome<T, SecretProblem> => fail(keyringProblem(error)),
    )
  try {
    return await Promise.race([call, patience])
  } finally {
    clearTimeout(timer)
  }
}

function storeId(platform: NodeJS.Platform): SecretStoreId {
  switch (platform) {
    case 'darwin':
      return 'macos-keychain'
    case 'win32':
      return 'windows-credentials'
    default:
      return 'secret-service'
  }
}
