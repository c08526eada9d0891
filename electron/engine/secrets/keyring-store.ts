import type { SecretStoreId } from '#shared/domain/secret-store-id.ts'
import { ok } from '#shared/outcome.ts'
import type { SecretStore } from '#engine/environment.ts'
import { KeptEntry, type KeychainEntry } from '#engine/secrets/kept-entry.ts'
import { KeychainCalls } from '#engine/secrets/keychain-calls.ts'

const SERVICE = 'Mailwright'

/** A locked keychain asks its owner, who may have gone for coffee: that must not freeze the wizard. */
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
  const calls = new KeychainCalls(answerMs)
  const entries = new Map<string, KeptEntry>()
  const entryOf = (account: string): KeptEntry => {
    const entry = entries.get(account) ?? new KeptEntry(() => open(account), calls)
    entries.set(account, entry)
    return entry
  }
  return {
    id: storeId(platform),
    probe: async () => {
      const deadline = calls.deadline()
      const { outcome } = await calls.ask(() => open('probe'), deadline)
      deadline.clear()
      return outcome.ok ? ok(null) : outcome
    },
    save: (account, secret) => entryOf(account).write(secret),
    read: (account) => entryOf(account).read(),
    remove: (account) => entryOf(account).write(null),
    settle: (account, secret) => entryOf(account).settle(secret),
  }
}

async function openEntry(account: string): Promise<KeychainEntry> {
  const { AsyncEntry: Entry } = await import('@napi-rs/keyring')
  return new Entry(SERVICE, account, { linux: { store: 'secret-service' } })
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
