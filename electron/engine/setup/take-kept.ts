import { slotsOf, type SavedAccount } from '#shared/domain/saved-account.ts'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { renewedGrant, type KeptTools } from '#engine/accounts/renewed-grant.ts'
import type { FileProblem } from '#engine/files/atomic-write.ts'
import type { SecretProblem } from '#engine/environment.ts'
import { Secret } from '#engine/secret.ts'
import { secretName } from '#engine/secrets/secret-name.ts'
import type { Setup } from '#engine/setup/setups.ts'

/**
 * Whether an account can be tested without typing. `sign-in-again`: what gets its tokens is kept, and is not taken any
 * more, or the issuer could not be asked. `refused`: a server has said no to the saved password, so it stays in the
 * keychain: trying it again by itself would lock the account.
 */
export type Kept =
  | { readonly state: 'ready' | 'not-needed' | 'not-saved' | 'refused' }
  | { readonly state: 'sign-in-again'; readonly fault: OAuthFault }

export interface TakeTools extends KeptTools {
  readonly isRefused: () => Promise<boolean>
}

type TakeProblem = SecretProblem | FileProblem | 'KEY_GONE'

/** Gives a setup what the keychain holds for its account. One that should be there and is not is a problem of its own. */
export async function takeKept(
  setup: Setup,
  account: SavedAccount,
  kept: TakeTools,
  signal: AbortSignal,
): Promise<Outcome<Kept, TakeProblem>> {
  const slots = slotsOf(account)
  if (slots.length === 0) return ok({ state: 'not-needed' })
  if (account.secretStore === null) return ok({ state: 'not-saved' })
  if (account.oauth === null && (await kept.isRefused())) return ok({ state: 'refused' })
  for (const slot of slots) {
    if (slot === 'account' && account.oauth !== null) continue
    const read = await kept.secrets.read(secretName(account.address, slot))
    if (!read.ok) return read
    if (read.value === null) return fail('KEY_GONE')
    const credential = { kind: 'password', secret: new Secret(read.value) } as const
    if (slot === 'account') setup.usePassword(credential)
    else setup.sendingCredential = credential
  }
  setup.passwordFrom = 'saved'
  return account.oauth === null ? ok({ state: 'ready' }) : takeGrant(setup, account, kept, signal)
}

async function takeGrant(
  setup: Setup,
  { address }: SavedAccount,
  kept: KeptTools,
  signal: AbortSignal,
): Promise<Outcome<Kept, TakeProblem>> {
  const grant = await renewedGrant(address, kept, signal)
  if (grant.ok) {
    setup.useGrant(grant.value, setup.services)
    return ok({ state: 'ready' })
  }
  const { error } = grant
  return error.kind === 'oauth' ? ok({ state: 'sign-in-again', fault: error.fault }) : fail(error.code)
}
