import { factsOf } from '#shared/accounts/service-facts.ts'
import { isGood } from '#shared/finding/check-result.ts'
import { proofIn } from '#shared/domain/evidence.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import type { AccountFile } from '#engine/accounts/account-file.ts'
import type { Clock } from '#engine/environment.ts'
import type { Setup } from '#engine/setup/setups.ts'

/**
 * Notes a good test of a saved account, as it was saved, as its latest: the next one is compared with it.
 * Where the file cannot be written the older note stays; the test itself is as good as before, so the user is
 * not troubled.
 */
export async function keepProof(setup: Setup, accounts: AccountFile, clock: Clock): Promise<void> {
  const { saved } = setup
  if (saved === null) return
  const proved = provedAnew(setup, saved, clock.date().toISOString())
  if (proved === null) return
  await accounts.update((all) =>
    all.map((account) =>
      account.address === saved.address && account.provedAt === saved.provedAt ? proved : account,
    ),
  )
}

/** `null` unless every service of the account was proved. */
function provedAnew({ results }: Setup, saved: SavedAccount, provedAt: string): SavedAccount | null {
  const services = saved.services.flatMap((service) => {
    const result = results.find(({ endpoint }) => endpoint.protocol === service.endpoint.protocol)
    const isProved = result !== undefined && isGood(result.verdict) && proofIn(result.evidence) !== null
    return isProved ? [{ ...service, seen: factsOf(result.evidence) }] : []
  })
  return services.length === saved.services.length ? { ...saved, services, provedAt } : null
}
