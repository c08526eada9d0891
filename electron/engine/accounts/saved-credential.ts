import { slotsOf, type SavedAccount } from '#shared/domain/saved-account.ts'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { readRenewal, writeRenewal } from '#engine/accounts/kept-renewal.ts'
import type { FileProblem } from '#engine/files/atomic-write.ts'
import { withFileLock } from '#engine/files/file-lock.ts'
import type { Grant } from '#engine/oauth/grant.ts'
import { refresh } from '#engine/oauth/refresh.ts'
import type { SecretProblem, SecretStore } from '#engine/ports.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { Secret, type Credential } from '#engine/secret.ts'
import { renewalName, secretName } from '#engine/secrets/secret-name.ts'

export interface KeptTools {
  readonly secrets: SecretStore
  readonly tools: ProbeTools
  /** Of the accounts; what guards a renewal stands beside it. */
  readonly accountsPath: string
}

export type KeptProblem =
  | { readonly kind: 'kept'; readonly code: SecretProblem | FileProblem }
  | { readonly kind: 'oauth'; readonly fault: OAuthFault }

/**
 * What a saved account signs in with, without anybody typing it: the password, or a fresh access token. `null` where
 * nothing is kept.
 */
export async function savedCredential(
  account: SavedAccount,
  kept: KeptTools,
  signal: AbortSignal,
): Promise<Outcome<Credential | null, KeptProblem>> {
  if (account.secretStore === null) return ok(null)
  if (account.oauth !== null) {
    const grant = await renewedGrant(account.address, kept, signal)
    return grant.ok ? ok({ kind: 'token', secret: grant.value.accessToken }) : grant
  }
  return keptPassword(kept.secrets, secretName(account.address, 'account'))
}

/** The other password of an account whose sending takes one of its own; `null` where one does for everything. */
export async function savedSendingCredential(
  account: SavedAccount,
  { secrets }: Pick<KeptTools, 'secrets'>,
): Promise<Outcome<Credential | null, KeptProblem>> {
  if (account.secretStore === null || !slotsOf(account).includes('sending')) return ok(null)
  return keptPassword(secrets, secretName(account.address, 'sending'))
}

/** The list says that it is kept: a keychain without it is another one. */
async function keptPassword(secrets: SecretStore, name: string): Promise<Outcome<Credential, KeptProblem>> {
  const password = await secrets.read(name)
  if (!password.ok) return keptProblem(password.error)
  return password.value === null
    ? keptProblem('KEY_MISMATCH')
    : ok({ kind: 'password', secret: new Secret(password.value) })
}

/**
 * A fresh access token of a saved account. One at a time, in all programs: a refresh token that is replaced on use must
 * not be used twice (RFC 9700, 4.14).
 */
export async function renewedGrant(
  address: string,
  { secrets, tools, accountsPath }: KeptTools,
  signal: AbortSignal,
): Promise<Outcome<Grant, KeptProblem>> {
  const name = renewalName(address)
  const done = await withFileLock<Grant, KeptProblem>(`${accountsPath}.renewal`, async () => {
    const kept = await secrets.read(name)
    if (!kept.ok) return keptProblem(kept.error)
    const renewal = kept.value === null ? null : readRenewal(new Secret(kept.value))
    if (renewal === null) return keptProblem('KEY_MISMATCH')
    const grant = await refresh(renewal, tools, signal)
    if (!grant.ok) return fail({ kind: 'oauth', fault: grant.error })
    const next = grant.value.renewal
    // Kept before it is used: the old one may be good for nothing from now on.
    if (next !== null && next.refreshToken.reveal() !== renewal.refreshToken.reveal()) {
      const value = writeRenewal(next).reveal()
      const saved = await secrets.save(name, value)
      // The old one is not worth putting back: what comes late is to be the new one.
      if (!saved.ok && saved.error === 'KEY_TIMEOUT') void secrets.settle(name, value)
      if (!saved.ok) return keptProblem(saved.error)
    }
    return grant
  })
  if (done.ok || typeof done.error !== 'string') return done as Outcome<Grant, KeptProblem>
  return keptProblem(done.error)
}

function keptProblem(code: SecretProblem | FileProblem) {
  return fail({ kind: 'kept', code } as const)
}
