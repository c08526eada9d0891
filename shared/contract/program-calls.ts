import * as v from 'valibot'
import * as guard from '#shared/contract/guards.ts'
import type { ReviewEvent } from '#shared/contract/review-event.ts'
import { answers, call, stream } from '#shared/contract/spec.ts'
import type { SetupGone } from '#shared/domain/setup-gone.ts'
import type { Outcome } from '#shared/outcome.ts'
import type { AccountReview, InspectedProfile } from '#shared/programs/account-review.ts'
import type { FixOffer, FixTrial, FixWritten } from '#shared/programs/fix/fix-offer.ts'
import type { FixRefusal } from '#shared/programs/fix/fix-problem.ts'
import type { FoundProfile, FoundPrograms } from '#shared/programs/found-program.ts'
import type { ProfilePreview, ProfileProblem, ProfileWritten } from '#shared/programs/profile-change.ts'

const setupId = guard.identifier
const profileId = guard.identifier
const ofFix = { reviewId: guard.identifier, profileId }

/** What a page can ask about the mail programs of this computer. */
export const programCalls = {
  /** The mail programs of this computer, and their profiles. Looks at files alone, and starts none of them. */
  list: call(guard.nothing, answers<FoundPrograms>()),
  /** What would be written into one profile for what is proved of the setup. */
  preview: call(
    v.strictObject({ setupId, profileId }),
    answers<Outcome<ProfilePreview, ProfileProblem> | SetupGone>(),
  ),
  /** Writes what was shown, if the setup and the profile are still as they were then. Never a password. */
  write: call(
    v.strictObject({ setupId, profileId, previewId: guard.identifier }),
    answers<Outcome<ProfileWritten, ProfileProblem> | SetupGone>(),
  ),
  /** The accounts that programs on this computer have, judged by what is known without asking the network. */
  inspect: call(guard.nothing, answers<readonly InspectedProfile[]>()),
  /**
   * What is known of an account as a program has it, and its servers made ready to be tested. The page names no
   * profile and no file: it hands back what it shows. Nothing is sent to a server.
   */
  review: call(
    v.strictObject({ ...guard.accountOfProgram, previous: v.nullable(guard.identifier) }),
    answers<AccountReview>(),
  ),
  /** Tests a reviewed account as it is set up. The press that gives the password agrees to the servers in view. */
  testReview: stream(
    v.strictObject({
      reviewId: guard.identifier,
      credential: v.nullable(guard.credential),
      /** For sending alone, where another company does it. */
      sending: v.nullable(guard.credential),
    }),
    answers<ReviewEvent>(),
  ),
  /** Forgets a review and its credential. One that is gone is forgotten already. */
  closeReview: call(v.strictObject({ reviewId: guard.identifier }), answers<null>()),
  /** Puts the settings back as they were before the latest writing, if the program has not changed them since. */
  undo: call(v.strictObject({ profileId }), answers<Outcome<FoundProfile, ProfileProblem>>()),
  /**
   * What would be changed in the settings of a program for a reviewed account, as the engine has judged it. The page names
   * the review and a place that `inspect` has found: neither a path nor a value.
   */
  previewFix: call(v.strictObject(ofFix), answers<Outcome<FixOffer, FixRefusal> | SetupGone>()),
  /** Makes the account ready to be tested with values that are likely to work. The review before is gone. */
  tryFix: call(
    v.strictObject({ reviewId: guard.identifier }),
    answers<Outcome<FixTrial, 'FIX_NOTHING'> | SetupGone>(),
  ),
  /** Writes what was shown, if the settings are still as they were then. */
  writeFix: call(
    v.strictObject({ ...ofFix, previewId: guard.identifier }),
    answers<Outcome<FixWritten, ProfileProblem> | SetupGone>(),
  ),
  /** Takes back the latest change, if nothing has been changed since. */
  undoFix: call(v.strictObject({ profileId }), answers<Outcome<null, ProfileProblem>>()),
} as const
