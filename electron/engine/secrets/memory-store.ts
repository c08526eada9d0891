import type { SecretStoreId } from '#shared/domain/secret-store-id.ts'
import { ok } from '#shared/outcome.ts'
import type { SecretStore } from '#engine/environment.ts'

/** Keeps secrets until the process ends: for the practice mode and for tests. */
export function createMemoryStore(id: SecretStoreId): SecretStore {
  const secrets = new Map<string, string>()
  const put = (account: string, secret: string | null) => {
    if (secret === null) secrets.delete(account)
    else secrets.set(account, secret)
    return Promise.resolve(ok(null))
  }
  return {
    id,
    probe: () => Promise.resolve(ok(null)),
    save: put,
    read: (account) => Promise.resolve(ok(secrets.get(account) ?? null)),
    remove: (account) => put(account, null),
    settle: put,
  }
}
