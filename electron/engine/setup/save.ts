import { isGood } from '#shared/domain/check-result.ts'
import type { SaveProblem } from '#shared/contract/contract.ts'
import { proofIn, type Evidence } from '#shared/domain/evidence.ts'
import type { AuthMethod } from '#shared/domain/protocol.ts'
import type { ProvedService, SavedAccount, SavedOAuth } from '#shared/domain/saved-account.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { AccountFile } from '#engine/accounts/account-file.ts'
import { writeRenewal } from '#engine/accounts/kept-renewal.ts'
import { passwordName, renewalName } from '#engine/accounts/secret-names.ts'
import type { Clock, SecretStore } from '#engine/ports.ts'
import type { Secret } from '#engine/secret.ts'
import type { Setup } from '#engine/setup/setups.ts'

export interface SaveTools {
  readonly secrets: SecretStore
  readonly accounts: AccountFile
  readonly clock: Clock
}

/**
 * Saves what was proved: the secret first, the account second. When the second fails the first is taken back, so
 * that neither is ever there without the other.
 * @param secret `leave`: finish without saving the password, because the user chose to or no keychain is there. What
 * was proved without a sign-in leaves no password to keep: none that was given has been seen to be right.
 */
export async function saveSetup(
  setup: Setup,
  secret: 'keep' | 'leave',
  { secrets, accounts, clock }: SaveTools,
): Promise<Outcome<SavedAccount, SaveProblem>> {
  const services = provedServices(setup)
  const needsSecret = services.some(({ signIn }) => signIn === 'password')
  if (services.length === 0 || (needsSecret && setup.credential === null)) return fail('CFG_CONFIRM')
  const address = setup.address.ascii
  const kept = secret === 'keep' && needsSecret ? keptOf(setup, address) : null
  if (kept !== null) {
    const saved = await secrets.save(kept.name, kept.secret.reveal())
    if (!saved.ok) return saved
  }
  const account: SavedAccount = {
    address,
    providerId: setup.provider?.id ?? null,
    services,
    secretStore: kept === null ? null : secrets.id,
    oauth: needsSecret ? oauthOf(setup) : null,
    provedAt: clock.date().toISOString(),
  }
  const written = await accounts.update((known) => [
    ...known.filter((other) => other.address !== account.address),
    account,
  ])
  if (written.ok) return ok(account)
  if (kept !== null) await secrets.remove(kept.name)
  return written
}

/** A token that only lasts for an hour is not worth a place in a keychain; what gets the next one is. */
function keptOf({ credential, grant }: Setup, address: string): { name: string; secret: Secret } | null {
  if (grant === null)
    return credential === null ? null : { name: passwordName(address), secret: credential.secret }
  return grant.renewal === null ? null : { name: renewalName(address), secret: writeRenewal(grant.renewal) }
}

function oauthOf({ grant }: Setup): SavedOAuth | null {
  if (grant === null) return null
  const { issuer, client } = grant
  return { issuer, clientId: client.id }
}

function provedServices({ results, services }: Setup): readonly ProvedService[] {
  const pinOf = ({ protocol }: ServerEndpoint) =>
    services.find((service) => service.endpoint.protocol === protocol)?.pin ?? null
  return results.flatMap(({ endpoint, userName, signIn, verdict, evidence }) => {
    if (!isGood(verdict)) return []
    const auth = methodIn(evidence)
    return auth === null ? [] : [{ endpoint, userName, signIn, auth, pin: pinOf(endpoint) }]
  })
}

function methodIn(evidence: Evidence): AuthMethod | null {
  if (proofIn(evidence) === 'relay') return 'none'
  const login = evidence.stages.find((record) => record.stage === 'login' && record.status === 'ok')
  return (login?.stage === 'login' ? login.facts.method : null) ?? null
}
