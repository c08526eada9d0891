import { ok } from '#shared/outcome.ts'
import type { AccountFile } from '#engine/accounts/account-file.ts'
import { readRenewal } from '#engine/accounts/kept-renewal.ts'
import { passwordName, renewalName } from '#engine/accounts/secret-names.ts'
import { revoke } from '#engine/oauth/revoke.ts'
import type { SecretStore } from '#engine/ports.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { Secret } from '#engine/secret.ts'

/** The secret goes first: an account without a secret can be set up again, a secret without an account is lost sight of. */
export async function removeAccount(
  address: string,
  { accounts, secrets, tools }: { accounts: AccountFile; secrets: SecretStore; tools: ProbeTools },
) {
  const known = await accounts.read()
  if (!known.ok) return known
  const account = known.value.accounts.find((candidate) => candidate.address === address)
  if (account === undefined) return ok(null)
  if (account.secretStore !== null) {
    if (account.oauth !== null) await giveBack(address, secrets, tools)
    const name = account.oauth === null ? passwordName(address) : renewalName(address)
    const removed = await secrets.remove(name)
    if (!removed.ok) return removed
  }
  return accounts.update((all) => all.filter((other) => other.address !== address))
}

/** Where the server cannot be reached the token stays good until it runs out; the user wants to be rid of it here. */
async function giveBack(address: string, secrets: SecretStore, tools: ProbeTools): Promise<void> {
  const kept = await secrets.read(renewalName(address))
  const renewal = kept.ok && kept.value !== null ? readRenewal(new Secret(kept.value)) : null
  if (renewal !== null) await revoke(renewal, tools, new AbortController().signal)
}
