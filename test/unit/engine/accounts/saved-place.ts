import { join } from 'node:path'
import type { Policy } from '#shared/policy/policy.ts'
import type { ProvedService, SavedAccount } from '#shared/domain/saved-account.ts'
import { createAccountFile } from '#engine/accounts/account-file.ts'
import { openAccount } from '#engine/setup/open-account.ts'
import { createRefusalFile } from '#engine/accounts/refusal-file.ts'
import { removeAccount } from '#engine/accounts/remove-account.ts'
import type { SecretStore } from '#engine/environment.ts'
import { createMemoryStore } from '#engine/secrets/memory-store.ts'
import { Setups } from '#engine/setup/setups.ts'
import { systemClock } from '#engine/system-clock.ts'
import { toolsFor } from '../../../support/probe-bench.ts'
import { emptyFolder } from '../files/folders.ts'

export const NAME = 'anna@example.org'
export const KEPT_AS = `${NAME}/password`
export const SENDING = `${NAME}/password-sending`

const imap: ProvedService = {
  endpoint: { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' },
  userName: 'anna',
  origin: 'found',
  signIn: 'password',
  slot: 'account',
  auth: 'plain',
  pin: null,
  seen: null,
}

export const smtp: ProvedService = {
  ...imap,
  endpoint: { protocol: 'smtp', host: 'smtp.example.org', port: 465, security: 'tls' },
}

/** An account as it is saved, changed where a test says so. */
export function account(change: Partial<SavedAccount> = {}): SavedAccount {
  return {
    address: NAME,
    providerId: null,
    services: [imap, smtp],
    secretStore: 'practice',
    oauth: null,
    provedAt: '2026-11-20T12:00:00.000Z',
    ...change,
  }
}

/** A list with one account, a keychain, and what can be done with both. */
export async function savedPlace(
  saved: SavedAccount,
  secrets: Readonly<Record<string, string>>,
  { keychain = {}, policy = null }: { keychain?: Partial<SecretStore>; policy?: Policy | null } = {},
) {
  const folder = await emptyFolder()
  const accounts = createAccountFile(join(folder, 'accounts.json'))
  await accounts.update(() => [saved])
  const memory = createMemoryStore('practice')
  for (const [name, secret] of Object.entries(secrets)) await memory.save(name, secret)
  const store: SecretStore = { ...memory, ...keychain }
  const setups = new Setups()
  const accountsPath = join(folder, 'accounts.json')
  const refusals = createRefusalFile(accountsPath, systemClock)
  const common = { accounts, secrets: store, accountsPath, tools: toolsFor({}) }
  const tools = { ...common, setups, refusals, providerById: () => null, policy, laidDown: () => null }
  return {
    folder,
    accounts,
    setups,
    refusals,
    kept: async (name: string) => {
      const read = await memory.read(name)
      return read.ok ? read.value : null
    },
    known: async () => {
      const read = await accounts.read()
      return read.ok ? read.value.accounts : []
    },
    open: (secret: 'use' | 'leave' = 'use', address = NAME) =>
      openAccount({ address, secret }, tools, new AbortController().signal),
    forget: (secretsToo: 'remove' | 'leave' = 'remove', address = NAME) =>
      removeAccount({ address, secrets: secretsToo }, tools),
  }
}
