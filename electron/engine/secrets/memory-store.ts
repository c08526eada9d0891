import type { SecretStoreId } from '#shared/domain/secret-store-id.ts'
import { ok } from '#shared/outcome.ts'
import type { SecretStore } from '#engine/ports.ts'

/** Keeps secrets until the process ends: for the practice mode and for tests. */
export function createMemoryStore(id: SecretStoreId): SecretStore {
  const secrets = new Map<string, string>()
  return {
    id,
    probe: () => Promise.resolve(ok(null)),
    save: (account, secret) => {
      secrets.set(account, secret)
      return Promise.resolve(ok(null))
    },
    read: (account) => Promise.resolve(ok(secrets.get(account) ?? null)),
    remove: (account) => {
      secrets.delete(account)
      return Promise.resolve(ok(null))
    },
  }
}
