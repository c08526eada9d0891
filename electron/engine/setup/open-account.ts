import type { Provider } from '#shared/catalogue/provider.ts'
import type { ConfirmProblem, OpenedAccount, OpenProblem } from '#shared/contract/contract.ts'
import { discoverAccount } from '#shared/discovery/of-account.ts'
import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import { slotsOf, type SavedAccount } from '#shared/domain/saved-account.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { breaksLock } from '#shared/policy/locks.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { AccountFile } from '#engine/accounts/account-file.ts'
import { doorOf } from '#engine/accounts/note-refusals.ts'
import type { RefusalLog } from '#engine/accounts/refusal-file.ts'
import { confirmService, type ConfirmedService } from '#engine/confirmed-service.ts'
import { takeKept, type KeptState } from '#engine/setup/take-kept.ts'
import type { LaidDownClients } from '#engine/oauth/client.ts'
import { oauthOffer, placeFor } from '#engine/oauth/offer.ts'
import type { SecretStore } from '#engine/ports.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import type { Setups } from '#engine/setup/setups.ts'

export interface OpenTools {
  readonly accounts: AccountFile
  readonly secrets: SecretStore
  readonly setups: Setups
  readonly refusals: Pick<RefusalLog, 'isSavedRefused'>
  readonly providerById: (id: string) => Provider | null
  readonly policy: Policy | null
  readonly accountsPath: string
  readonly tools: ProbeTools
  readonly laidDown: LaidDownClients
}

/**
 * Makes a setup of a saved account.
 *
 * SECURITY: host, port, encryption, user name and exception are those the user agreed to when saving; nothing of them
 * comes from the page. They pass the same gates as typed ones, so that no edited file can talk Mailwright into a plain
 * line, and the organisation's locks hold for accounts that are older than the lock.
 */
export async function openAccount(
  request: { readonly address: string; readonly secret: 'use' | 'leave' },
  open: OpenTools,
  signal: AbortSignal,
): Promise<Outcome<OpenedAccount, OpenProblem>> {
  const { accounts, setups, refusals, providerById, policy, tools, laidDown } = open
  const known = await accounts.read()
  if (!known.ok) return known
  const account = known.value.accounts.find(({ address }) => address === request.address)
  const address = parseEmailAddress(request.address)
  if (account === undefined || !address.ok) return fail('ACCOUNT_GONE')
  const services = confirmAgain(account, address.value, policy)
  if (!services.ok) return services
  const provider = account.providerId === null ? null : providerById(account.providerId)
  const place = placeFor(provider, account.oauth?.issuer ?? null, 'owner')
  const agreement = { address: address.value, provider, services: services.value, place }
  const setup = setups.begin(agreement)
  const isRefused = () => refusals.isSavedRefused(services.value.map(doorOf))
  const secret =
    request.secret === 'use'
      ? await takeKept(setup, account, { ...open, isRefused }, signal)
      : leftAlone(account)
  if (!secret.ok) {
    setups.close(setup.id)
    return secret
  }
  setup.saved = account
  const date = tools.clock.date().toISOString().slice(0, 10)
  return ok({
    setupId: setup.id,
    offer: oauthOffer(place, provider?.id ?? null, laidDown),
    account,
    discovery: discoverAccount(address.value, account, { provider, policy, date }),
    secret: secret.value,
  })
}

function leftAlone(account: SavedAccount): Outcome<KeptState, never> {
  return ok(slotsOf(account).length === 0 ? 'not-needed' : 'not-saved')
}

function confirmAgain(
  account: SavedAccount,
  address: EmailAddress,
  policy: Policy | null,
): Outcome<readonly ConfirmedService[], ConfirmProblem> {
  if (policy !== null && breaksLock(policy, address, account.services)) return fail('CFG_LOCKED')
  const services: ConfirmedService[] = []
  for (const { endpoint, userName, origin, pin, signIn } of account.services) {
    const service = confirmService(endpoint, userName, { origin, pin, signIn })
    if (!service.ok) return service
    services.push(service.value)
  }
  return ok(services)
}
