import { createAccountFixes } from '#engine/inspection/account-fixes.ts'
import { AccountReviews, type ReviewTools } from '#engine/inspection/account-reviews.ts'
import { inspectPrograms } from '#engine/inspection/inspect-programs.ts'
import { createFixes } from '#engine/programs/fix-settings.ts'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'
import { readSettings, type InspectRequest } from '#engine/programs/read-settings.ts'

/** Looks at the accounts that programs have, tests them as they are, and changes them where they stand. */
export function createInspection(places: ProgramPlaces, tools: ReviewTools) {
  const reviews = new AccountReviews(tools)
  const fixes = createFixes(places)
  return {
    inspect: (request: InspectRequest) => inspectPrograms(request, places, tools),
    review: reviews.review.bind(reviews),
    testReview: reviews.test.bind(reviews),
    closeReview: reviews.close.bind(reviews),
    fixes,
    tryFix: reviews.try.bind(reviews),
    accountFixes: createAccountFixes({
      fixes,
      read: (request) => readSettings(request, places),
      attempt: reviews.attempt.bind(reviews),
    }),
  }
}
