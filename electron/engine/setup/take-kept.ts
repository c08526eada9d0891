import { slotsOf, type SavedAccount } from '#shared/domain/saved-account.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { renewedGrant, type KeptTools } from '#engine/accounts/saved-credential.ts'
import type { FileProblem } from '#engine/files/atomic-write.ts'
import type { SecretProblem } from '#engine/ports.ts'
import { Secret } from '#engine/secret.ts'
import { secretName } from '#engine/secrets/secret-name.ts'
import type { Setup } from '#engine/setup/setups.ts'

/**
 * Whether an account can be tested without typing. `sign-in-again`: what gets its tokens is kept, and is not taken any
 * more, or nobody could be asked. `refused`: a server has said no to the saved password, so it stays in the keychain:
 * trying it again by itself would lock the account.
 */
export type KeptState = 'ready' | 'not-needed' | 'not-saved' | 'sign-in-again' | 'refused'

export interface TakeTools extends KeptTools {
  readonly isRefused: () => Promise<boolean>
}

/** Gives a setup what the keychain holds for its account. One that should be there and is not is a problem of its own. */
export async function takeKept(
  setup: Setup,
  account: SavedAccount,
  kept: TakeTools,
  signal: AbortSignal,
): Promise<Outcome<KeptState, SecretProblem | FileProblem | 'KEY_GONE'>> {
  const slots = slotsOf(account)
  if (slots.length === 0) return ok('not-needed')
  if (account.secretStore === null) return ok('not-saved')
  if (account.oauth === null && (await kept.isRefused())) return ok('refused')
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
  return account.oauth === null ? ok('ready') : takeGrant(setup, account, kept, signal)
}

async function takeGrant(
  setup: Setup,
  { address }: SavedAccount,
  kept: KeptTools,
  signal: AbortSignal,
): Promise<Outcome<KeptState, SecretProblem | FileProblem | 'KEY_GONE'>> {
  const grant = await renewedGrant(address, kept, signal)
  if (grant.ok) {
    setup.useGrant(grant.value, setup.services)
    return ok('ready')
  }
  if (grant.error.kind === 'oauth') return ok('sign-in-again')
  return fail(grant.error.code === 'KEY_MISMATCH' ? 'KEY_GONE' : grant.error.code)
}
