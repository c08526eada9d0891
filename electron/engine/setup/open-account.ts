import type { Provider } from '#shared/catalogue/provider.ts'
import type { OpenedAccount, OpenProblem } from '#shared/contract/contract.ts'
import { discoverAccount } from '#shared/discovery/of-account.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { slotsOf, type SavedAccount } from '#shared/domain/saved-account.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { AccountFile } from '#engine/accounts/account-file.ts'
import { targetOf } from '#engine/accounts/note-refusals.ts'
import type { RefusalLog } from '#engine/accounts/refusal-file.ts'
import { judgeSignIn } from '#engine/setup/authorize-setup.ts'
import { confirmServices } from '#engine/setup/confirm.ts'
import { takeKept, type Kept } from '#engine/setup/take-kept.ts'
import type { LaidDownClients } from '#engine/oauth/client.ts'
import { oauthOffer, issuerFor } from '#engine/oauth/offer.ts'
import type { SecretStore } from '#engine/environment.ts'
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

export interface OpenRequest {
  readonly address: string
  /**
   * `leave`: the keychain is not asked. `insist`: a password that was refused is taken once more, because the user knows
   * why it is right now; no page can say so.
   */
  readonly secret: 'use' | 'insist' | 'leave'
}

export interface OpenedSetup extends OpenedAccount {
  /** For `sign-in-again`: why no token came of what is kept. */
  readonly finding: OAuthFinding | null
}

/**
 * Makes a setup of a saved account.
 *
 * SECURITY: host, port, encryption, user name and exception are those the user agreed to when saving; nothing of them
 * comes from the page. They pass the same gates as typed ones, so that no edited file can talk Mailwright into a plain
 * line, and the organisation's locks hold for accounts that are older than the lock.
 */
export async function openAccount(
  request: OpenRequest,
  open: OpenTools,
  signal: AbortSignal,
): Promise<Outcome<OpenedSetup, OpenProblem>> {
  const { accounts, setups, refusals, providerById, policy, tools, laidDown } = open
  const known = await accounts.read()
  if (!known.ok) return known
  const account = known.value.accounts.find(({ address }) => address === request.address)
  const address = parseEmailAddress(request.address)
  if (account === undefined || !address.ok) return fail('ACCOUNT_GONE')
  const services = confirmServices(account.services, address.value, policy)
  if (!services.ok) return services
  const provider = account.providerId === null ? null : providerById(account.providerId)
  const issuerRef = issuerFor(provider, account.oauth?.issuer ?? null, 'owner')
  const agreement = { address: address.value, provider, services: services.value, issuerRef }
  const setup = setups.begin(agreement)
  const isRefused = async () =>
    request.secret !== 'insist' && (await refusals.isSavedRefused(services.value.map(targetOf)))
  const kept =
    request.secret === 'leave'
      ? leftAlone(account)
      : await takeKept(setup, account, { ...open, isRefused }, signal)
  if (!kept.ok) {
    setups.close(setup.id)
    return kept
  }
  setup.saved = account
  const date = tools.clock.date().toISOString().slice(0, 10)
  return ok({
    setupId: setup.id,
    offer: oauthOffer(issuerRef, provider?.id ?? null, laidDown),
    account,
    discovery: discoverAccount(address.value, account, { provider, policy, date }),
    secret: kept.value.state,
    finding:
      kept.value.state === 'sign-in-again'
        ? judgeSignIn(kept.value.fault, { issuerRef, provider, address: account.address, tools })
        : null,
  })
}

function leftAlone(account: SavedAccount): Outcome<Kept, never> {
  return ok({ state: slotsOf(account).length === 0 ? 'not-needed' : 'not-saved' })
}
