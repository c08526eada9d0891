import type { ForgottenSecrets, SaveProblem } from '#shared/contract/contract.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { AccountFile } from '#engine/accounts/account-file.ts'
import { targetOf } from '#engine/accounts/note-refusals.ts'
import type { RefusalLog } from '#engine/accounts/refusal-file.ts'
import { readRefreshToken } from '#engine/accounts/kept-refresh-token.ts'
import type { RefreshContext } from '#engine/oauth/grant.ts'
import { revoke } from '#engine/oauth/revoke.ts'
import type { SecretStore } from '#engine/environment.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { Secret } from '#engine/secret.ts'
import { exchangeSecrets } from '#engine/secrets/exchange-secrets.ts'
import { refreshTokenName, secretNames } from '#engine/secrets/secret-name.ts'

export interface RemoveTools {
  readonly accounts: AccountFile
  readonly secrets: SecretStore
  readonly tools: ProbeTools
  readonly refusals: Pick<RefusalLog, 'forget'>
}

export interface RemoveRequest {
  readonly address: string
  readonly secrets: 'remove' | 'leave'
}

/**
 * Forgets an account and every secret it has, under whatever name it was saved. The secrets go first, because one
 * without an account would be lost sight of; where the account cannot be written they are put back. A token is given
 * back to the server that issued it.
 */
export async function removeAccount(
  request: RemoveRequest,
  { accounts, secrets, tools, refusals }: RemoveTools,
): Promise<Outcome<ForgottenSecrets, SaveProblem>> {
  const { address } = request
  const known = await accounts.read()
  if (!known.ok) return known
  const account = known.value.accounts.find((candidate) => candidate.address === address)
  if (account === undefined) return ok('none')
  const had = account.secretStore !== null
  const removes = had && request.secrets === 'remove'
  const refreshContext = removes ? await refreshContextOf(account, secrets) : null
  const names = removes ? secretNames(address) : []
  const emptied = await exchangeSecrets(secrets, new Map(names.map((name) => [name, null])))
  if (!emptied.ok) return emptied
  const written = await accounts.update((all) => all.filter((other) => other.address !== address))
  if (!written.ok) {
    await emptied.value.takeBack()
    return written
  }
  // Where the server cannot be reached the token stays good until it runs out; here it is gone all the same.
  if (refreshContext !== null) await revoke(refreshContext, tools, new AbortController().signal)
  for (const service of account.services) await refusals.forget(targetOf(service))
  if (!had) return ok('none')
  return ok(removes ? 'removed' : 'left')
}

async function refreshContextOf(account: SavedAccount, secrets: SecretStore): Promise<RefreshContext | null> {
  if (account.oauth === null) return null
  const kept = await secrets.read(refreshTokenName(account.address))
  return kept.ok && kept.value !== null ? readRefreshToken(new Secret(kept.value)) : null
}
