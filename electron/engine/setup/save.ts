import { factsOf } from '#shared/accounts/service-facts.ts'
import { isGood } from '#shared/finding/check-result.ts'
import type { SaveProblem } from '#shared/contract/contract.ts'
import { proofIn, type Evidence } from '#shared/domain/evidence.ts'
import { isForSameRecipients } from '#shared/domain/recipients.ts'
import type { AuthMethod } from '#shared/domain/protocol.ts'
import {
  PASSWORD_SLOTS,
  slotsOf,
  type PasswordSlot,
  type ProvedService,
  type SavedAccount,
  type SavedOAuth,
} from '#shared/domain/saved-account.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { AccountFile } from '#engine/accounts/account-file.ts'
import { writeRefreshToken } from '#engine/accounts/kept-refresh-token.ts'
import type { Clock, SecretStore } from '#engine/environment.ts'
import { exchangeSecrets, type Exchange } from '#engine/secrets/exchange-secrets.ts'
import { refreshTokenName, secretName } from '#engine/secrets/secret-name.ts'
import type { Setup } from '#engine/setup/setups.ts'

export interface SaveRequest {
  readonly setupId: string
  /** `leave`: finish without saving the password. */
  readonly secret: 'keep' | 'leave'
}

export interface SaveTools {
  readonly secrets: SecretStore
  readonly accounts: AccountFile
  readonly clock: Clock
}

/** What has been done about the secrets, and how to undo it. */
interface Keeping extends Exchange {
  readonly secretStore: SavedAccount['secretStore']
}

/**
 * Saves what was proved: the secrets first, the account second. When the second fails, the keychain is put back as it
 * was before, so that an account that was there goes on with the password it had.
 * @param secret `leave`: finish without saving the password, because the user chose to or no keychain is there. What
 * was proved without a sign-in leaves no password to keep: none that was given has been seen to be right.
 */
export async function saveSetup(
  setup: Setup,
  secret: 'keep' | 'leave',
  tools: SaveTools,
): Promise<Outcome<SavedAccount, SaveProblem>> {
  const { secrets, accounts, clock } = tools
  const services = provedServices(setup)
  const slots = slotsOf({ services })
  if (services.length === 0 || slots.some((slot) => setup.credentialFor(slot) === null))
    return fail('CFG_CONFIRM')
  const address = setup.address.ascii
  const known = await accounts.read()
  if (!known.ok) return known
  const earlier = known.value.accounts.find((account) => account.address === address) ?? null
  const wanted = wantedSecrets(setup, secret === 'keep' ? slots : [], earlier)
  const keeping = await keepSecrets(wanted, secrets, { earlier, services })
  if (!keeping.ok) return keeping
  const { secretStore, takeBack } = keeping.value
  const provedAt = clock.date().toISOString()
  const account: SavedAccount = {
    address,
    providerId: setup.provider?.id ?? null,
    services,
    secretStore,
    oauth: slots.includes('account') ? oauthOf(setup) : null,
    provedAt,
  }
  const written = await accounts.update((all) => [
    ...all.filter((other) => other.address !== address),
    account,
  ])
  if (written.ok) return ok(account)
  await takeBack()
  return written
}

/**
 * What the keychain is to hold afterwards. A name that is not used any more is emptied, also where no account says that
 * it was used: one that was removed may have left something there, which was saved for other servers. Where nothing
 * was kept and nothing is to be, the keychain is left alone.
 */
function wantedSecrets(
  setup: Setup,
  slots: readonly PasswordSlot[],
  earlier: SavedAccount | null,
): ReadonlyMap<string, string | null> {
  const hadSecrets = earlier !== null && earlier.secretStore !== null
  const address = setup.address.ascii
  const wanted = [
    ...PASSWORD_SLOTS.map((slot) => [secretName(address, slot), passwordOf(setup, slot, slots)] as const),
    [refreshTokenName(address), slots.includes('account') ? refreshContextOf(setup) : null] as const,
  ]
  const keeps = wanted.some(([, value]) => value !== null)
  return new Map(keeps || hadSecrets ? wanted : [])
}

/** A token that only lasts for an hour is not worth a place in a keychain; what gets the next one is. */
function passwordOf(setup: Setup, slot: PasswordSlot, slots: readonly PasswordSlot[]): string | null {
  if (!slots.includes(slot) || (slot === 'account' && setup.grant !== null)) return null
  const credential = setup.credentialFor(slot)
  return credential?.kind === 'password' ? credential.secret.reveal() : null
}

function refreshContextOf({ grant }: Setup): string | null {
  return grant === null || grant.refreshContext === null
    ? null
    : writeRefreshToken(grant.refreshContext).reveal()
}

function oauthOf({ grant }: Setup): SavedOAuth | null {
  if (grant === null) return null
  const { issuer, client } = grant
  return { issuer, clientId: client.id }
}

/**
 * A keychain keeps no user from finishing without a password; but one that is still there is not said to be gone.
 *
 * SECURITY: one that is still there was saved for the servers of before. It is not left to an account with others, where
 * the next test would send it to them.
 */
async function keepSecrets(
  wanted: ReadonlyMap<string, string | null>,
  secrets: SecretStore,
  { earlier, services }: { earlier: SavedAccount | null; services: readonly ProvedService[] },
): Promise<Outcome<Keeping, SaveProblem>> {
  const keeps = [...wanted.values()].some((value) => value !== null)
  const exchanged = await exchangeSecrets(secrets, wanted)
  if (exchanged.ok) return ok({ ...exchanged.value, secretStore: keeps ? secrets.id : null })
  if (keeps || !isForSameServers(earlier?.services ?? [], services)) return exchanged
  return ok({ takeBack: () => Promise.resolve(), secretStore: earlier?.secretStore ?? null })
}

/** Each service that takes a password took the very same one before. */
function isForSameServers(before: readonly ProvedService[], now: readonly ProvedService[]): boolean {
  return PASSWORD_SLOTS.every((slot) => {
    const ofSlot = (services: readonly ProvedService[]) => services.filter((service) => service.slot === slot)
    return isForSameRecipients(ofSlot(before), ofSlot(now))
  })
}

function provedServices(setup: Setup): readonly ProvedService[] {
  return setup.results.flatMap(({ endpoint, userName, signIn, verdict, evidence }) => {
    const service = setup.services.find((known) => known.endpoint.protocol === endpoint.protocol)
    const auth = isGood(verdict) ? methodIn(evidence) : null
    if (service === undefined || auth === null) return []
    const { origin, pin } = service
    const slot = setup.slotOf(endpoint.protocol)
    return [{ endpoint, userName, origin, signIn, slot, auth, pin, seen: factsOf(evidence) }]
  })
}

function methodIn(evidence: Evidence): AuthMethod | null {
  if (proofIn(evidence) === 'relay') return 'none'
  const login = evidence.stages.find((record) => record.stage === 'login' && record.status === 'ok')
  return (login?.stage === 'login' ? login.facts.method : null) ?? null
}
