import type { OAuthFault } from '#shared/oauth/fault.ts'
import { fail, type Outcome } from '#shared/outcome.ts'
import { readRefreshToken, writeRefreshToken } from '#engine/accounts/kept-refresh-token.ts'
import type { FileProblem } from '#engine/files/atomic-write.ts'
import { withFileLock } from '#engine/files/file-lock.ts'
import type { Grant } from '#engine/oauth/grant.ts'
import { refresh } from '#engine/oauth/refresh.ts'
import type { SecretProblem, SecretStore } from '#engine/environment.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { Secret } from '#engine/secret.ts'
import { refreshTokenName } from '#engine/secrets/secret-name.ts'

export interface KeptTools {
  readonly secrets: SecretStore
  readonly tools: ProbeTools
  /** Of the accounts; what guards a renewal stands beside it. */
  readonly accountsPath: string
}

export type KeptProblem =
  | { readonly kind: 'kept'; readonly code: SecretProblem | FileProblem | 'KEY_GONE' }
  | { readonly kind: 'oauth'; readonly fault: OAuthFault }

/**
 * A fresh access token of a saved account. One at a time, in all programs: a refresh token that is replaced on use must
 * not be used twice (RFC 9700, 4.14).
 */
export async function renewedGrant(
  address: string,
  { secrets, tools, accountsPath }: KeptTools,
  signal: AbortSignal,
): Promise<Outcome<Grant, KeptProblem>> {
  const name = refreshTokenName(address)
  const done = await withFileLock<Grant, KeptProblem>(`${accountsPath}.renewal`, async () => {
    const kept = await secrets.read(name)
    if (!kept.ok) return keptProblem(kept.error)
    const refreshContext = kept.value === null ? null : readRefreshToken(new Secret(kept.value))
    // The list says that it is kept: what is not there, or was damaged, is gone.
    if (refreshContext === null) return keptProblem('KEY_GONE')
    const grant = await refresh(refreshContext, tools, signal)
    if (!grant.ok) return fail({ kind: 'oauth', fault: grant.error })
    const next = grant.value.refreshContext
    // Kept before it is used: the old one may be good for nothing from now on.
    if (next !== null && next.refreshToken.reveal() !== refreshContext.refreshToken.reveal()) {
      const value = writeRefreshToken(next).reveal()
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

function keptProblem(code: SecretProblem | FileProblem | 'KEY_GONE') {
  return fail({ kind: 'kept', code } as const)
}
