import type { ForgottenSecrets, SaveProblem } from '#shared/contract/contract.ts'
import { PASSWORD_SLOTS } from '#shared/domain/saved-account.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { AccountFile } from '#engine/accounts/account-file.ts'
import type { SecretStore } from '#engine/ports.ts'
import { exchangeSecrets } from '#engine/secrets/exchange-secrets.ts'
import { secretName } from '#engine/secrets/secret-name.ts'

export interface RemoveTools {
  readonly accounts: AccountFile
  readonly secrets: SecretStore
}

/**
 * Forgets an account and every password it has, whatever slot it was saved under. The passwords go first, because one
 * without an account would be lost sight of; where the account cannot be written they are put back.
 */
export async function removeAccount(
  request: { readonly address: string; readonly secrets: 'remove' | 'leave' },
  { accounts, secrets }: RemoveTools,
): Promise<Outcome<ForgottenSecrets, SaveProblem>> {
  const { address } = request
  const known = await accounts.read()
  if (!known.ok) return known
  const account = known.value.accounts.find((candidate) => candidate.address === address)
  if (account === undefined) return ok('none')
  const had = account.secretStore !== null
  const names = had && request.secrets === 'remove' ? PASSWORD_SLOTS : []
  const emptied = await exchangeSecrets(
    secrets,
    new Map(names.map((slot) => [secretName(address, slot), null])),
  )
  if (!emptied.ok) return emptied
  const written = await accounts.update((all) => all.filter((other) => other.address !== address))
  if (!written.ok) {
    await emptied.value.takeBack()
    return written
  }
  if (!had) return ok('none')
  return ok(request.secrets === 'remove' ? 'removed' : 'left')
}
