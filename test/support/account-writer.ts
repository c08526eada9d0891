import { join } from 'node:path'
import { createAccountFile } from '#engine/accounts/account-file.ts'

/** Adds accounts to the list of a folder, one update for each. */
const [, , folder = '', name = '', count = '0'] = process.argv
const file = createAccountFile(join(folder, 'accounts.json'))
for (let index = 0; index < Number(count); index += 1) {
  const account = {
    address: `${name}-${index}@example.org`,
    providerId: null,
    services: [],
    secretStore: null,
    oauth: null,
    provedAt: '2026-11-20T12:00:00.000Z',
  }
  const written = await file.update((accounts) => [...accounts, account])
  if (!written.ok) process.exitCode = 1
}
