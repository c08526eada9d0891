import type { Provider } from '#shared/catalogue/provider.ts'
import type { ConfirmProblem, OpenedAccount, OpenProblem } from '#shared/contract/contract.ts'
import { discoverAccount } from '#shared/discovery/of-account.ts'
import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import { slotsOf, type PasswordSlot, type SavedAccount } from '#shared/domain/saved-account.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { breaksLock } from '#shared/policy/locks.ts'
import type { Policy } from '#shared/policy/policy.ts'
import type { AccountFile } from '#engine/accounts/account-file.ts'
import { doorOf } from '#engine/accounts/note-refusals.ts'
import type { RefusalLog } from '#engine/accounts/refusal-file.ts'
import { confirmService, type ConfirmedService } from '#engine/confirmed-service.ts'
import type { Clock, SecretProblem, SecretStore } from '#engine/ports.ts'
import { Secret, type Credential } from '#engine/secret.ts'
import { secretName } from '#engine/secrets/secret-name.ts'
import type { Setup, Setups } from '#engine/setup/setups.ts'

export interface OpenTools {
  readonly accounts: AccountFile
  readonly secrets: SecretStore
  readonly setups: Setups
  readonly refusals: Pick<RefusalLog, 'isSavedRefused'>
  readonly providerById: (id: string) => Provider | null
  readonly policy: Policy | null
  readonly clock: Clock
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
  tools: OpenTools,
): Promise<Outcome<OpenedAccount, OpenProblem>> {
  const { accounts, policy, refusals } = tools
  const known = await accounts.read()
  if (!known.ok) return known
  const account = known.value.accounts.find(({ address }) => address === request.address)
  const address = parseEmailAddress(request.address)
  if (account === undefined || !address.ok) return fail('ACCOUNT_GONE')
  const services = confirmAgain(account, address.value, policy)
  if (!services.ok) return services
  const setup = agree(account, address.value, services.value, tools)
  const secret = await takeSecrets(setup, account, request.secret, tools.secrets, () =>
    refusals.isSavedRefused(services.value.map(doorOf)),
  )
  if (secret.ok) return ok(describe(setup, account, secret.value, tools))
  tools.setups.close(setup.id)
  return secret
}

function agree(
  account: SavedAccount,
  address: EmailAddress,
  services: readonly ConfirmedService[],
  { setups, providerById }: OpenTools,
): Setup {
  const provider = account.providerId === null ? null : providerById(account.providerId)
  const setup = setups.agree({ address, provider, services }, null)
  setup.saved = account
  return setup
}

/** A password that a server has refused is left in the keychain: trying it again by itself would lock the account. */
async function takeSecrets(
  setup: Setup,
  account: SavedAccount,
  wish: 'use' | 'leave',
  secrets: SecretStore,
  isRefused: () => Promise<boolean>,
): Promise<Outcome<OpenedAccount['secret'], SecretProblem | 'KEY_GONE'>> {
  if (slotsOf(account).length === 0) return ok('not-needed')
  if (wish === 'leave' || account.secretStore === null) return ok('not-saved')
  if (await isRefused()) return ok('refused')
  const kept = await readSecrets(account, secrets)
  if (!kept.ok) return kept
  setup.credential = kept.value.get('account') ?? null
  setup.sendingCredential = kept.value.get('sending') ?? null
  setup.passwordFrom = 'saved'
  return ok('ready')
}

function describe(
  setup: Setup,
  account: SavedAccount,
  secret: OpenedAccount['secret'],
  { policy, clock }: OpenTools,
): OpenedAccount {
  const date = clock.date().toISOString().slice(0, 10)
  const discovery = discoverAccount(setup.address, account, { provider: setup.provider, policy, date })
  return { setupId: setup.id, account, discovery, secret }
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

/** All of its passwords. One that should be there and is not is a problem of its own. */
async function readSecrets(
  account: SavedAccount,
  secrets: SecretStore,
): Promise<Outcome<ReadonlyMap<PasswordSlot, Credential>, SecretProblem | 'KEY_GONE'>> {
  const found = new Map<PasswordSlot, Credential>()
  for (const slot of slotsOf(account)) {
    const read = await secrets.read(secretName(account.address, slot))
    if (!read.ok) return read
    if (read.value === null) return fail('KEY_GONE')
    found.set(slot, { kind: 'password', secret: new Secret(read.value) })
  }
  return ok(found)
}
