import { isDeepStrictEqual } from 'node:util'
import { isSetupGone, SETUP_GONE, type SetupGone } from '#shared/domain/setup-gone.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { AccountOfProgram, InspectedProfile } from '#shared/programs/account-review.ts'
import { decideFix, isSameAccount, type FixAttempt } from '#shared/programs/fix/decide-fix.ts'
import type { FixOffer, FixWritten } from '#shared/programs/fix/fix-offer.ts'
import { FIX_CODES, type FixProblem, type FixRefusal } from '#shared/programs/fix/fix-problem.ts'
import type { ProfileProblem } from '#shared/programs/profile-change.ts'
import type { ProgramAccount } from '#shared/programs/program-account.ts'
import type { ReadProfile } from '#shared/programs/read-profile.ts'
import type { Fixes, FixRequest } from '#engine/programs/fix-settings.ts'
import type { InspectRequest } from '#engine/programs/read-settings.ts'

/** What a page names: a review that the engine made, and a place that the engine has found. */
export interface AccountFixRequest {
  readonly reviewId: string
  readonly profileId: string
}

export interface FixTools {
  readonly fixes: Fixes
  /** What programs have by now. */
  readonly read: (request: InspectRequest) => Promise<readonly ReadProfile[]>
  /** How far a review has come; `null` where it is gone. */
  readonly attempt: (reviewId: string) => (FixAttempt & Pick<AccountOfProgram, 'client'>) | null
}

/** Changes an account in its program as its review has judged it. */
export interface AccountFixes {
  readonly preview: (request: AccountFixRequest) => Promise<Outcome<FixOffer, FixRefusal> | SetupGone>
  readonly write: (
    request: AccountFixRequest,
    previewId: string,
  ) => Promise<Outcome<FixWritten, ProfileProblem> | SetupGone>
  readonly undo: (profileId: string) => Promise<Outcome<null, ProfileProblem>>
}

/**
 * SECURITY: a page could ask for anything. The place is looked for anew among those that are found, the account must stand in
 * it as it was reviewed, and what is written is what the engine itself has judged.
 */
export function createAccountFixes(tools: FixTools): AccountFixes {
  return {
    preview: async (request) => {
      const plan = await planned(request, tools)
      if (!plan.ok) return plan
      const { next, ...fix } = plan.value
      const preview = await tools.fixes.preview(fix)
      return preview.ok ? ok({ ...preview.value, next }) : preview
    },
    write: async (request, previewId) => {
      const plan = await planned(request, tools)
      if (isSetupGone(plan)) return plan
      if (!plan.ok) return fail(ofProfile(plan.error))
      const { next, ...fix } = plan.value
      if (next === 'try') return fail('CFG_CONFIRM')
      const written = await tools.fixes.write(fix, previewId)
      return written.ok ? ok({ backup: written.value }) : fail(ofProfile(written.error))
    },
    undo: async (profileId) => {
      const found = findProfile(await tools.read({ client: null, path: null }), profileId)
      if (found === undefined) return fail('PROFILE_GONE')
      const undone = await tools.fixes.undo({ client: found.client, path: found.path })
      return undone.ok ? undone : fail(ofProfile(undone.error))
    },
  }
}

interface Plan extends FixRequest {
  readonly next: FixOffer['next']
}

async function planned(
  { reviewId, profileId }: AccountFixRequest,
  { read, attempt }: FixTools,
): Promise<Outcome<Plan, FixRefusal> | SetupGone> {
  const judged = attempt(reviewId)
  if (judged === null) return SETUP_GONE
  const { client, original } = judged
  const next = decideFix(client, judged)
  if (next.kind === 'unproved' || isSameAccount(next.account, original)) return fail('FIX_NOTHING')
  const found = findProfile(await read({ client, path: null }), profileId)
  if (found === undefined) return fail('PROFILE_GONE')
  if (!found.read.ok) return fail(found.read.error)
  const wanted = withAccount(found.read.value.accounts, original, next.account)
  if (wanted === null) return fail('PROFILE_CHANGED')
  return ok({ client, path: found.path, wanted, next: next.kind })
}

function findProfile(
  profiles: readonly ReadProfile[],
  profileId: InspectedProfile['id'],
): ReadProfile | undefined {
  return profiles.find(({ id }) => id === profileId)
}

/** Every account of the file, one of them changed; `null` where it is not there as it was reviewed. */
function withAccount(
  accounts: readonly ProgramAccount[],
  original: ProgramAccount,
  wanted: ProgramAccount,
): readonly ProgramAccount[] | null {
  const at = accounts.findIndex((account) => isDeepStrictEqual(account, original))
  return at === -1 ? null : accounts.with(at, wanted)
}

const OF_FORM: ReadonlySet<FixRefusal> = new Set<FixProblem>(FIX_CODES)

/** What could be written when it was shown, and cannot be now, has changed. */
function ofProfile(problem: FixRefusal): ProfileProblem {
  return OF_FORM.has(problem) ? 'PROFILE_CHANGED' : (problem as ProfileProblem)
}
