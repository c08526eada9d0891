import { randomUUID } from 'node:crypto'
import type { GivenCredential } from '#shared/contract/guards.ts'
import type { ReviewEvent } from '#shared/contract/review-event.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import type { ConfirmedTicket, ConfirmProblem } from '#shared/contract/contract.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { areOfTwoOwners } from '#shared/domain/owners.ts'
import { NOT_EXPERT } from '#shared/domain/expert-settings.ts'
import { SETUP_GONE, type SetupGone } from '#shared/domain/setup-gone.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import {
  addressOfAccount,
  type AccountOfProgram,
  type AccountReview,
  type ReviewTest,
} from '#shared/programs/account-review.ts'
import { decideFix, type FixAttempt } from '#shared/programs/fix/decide-fix.ts'
import type { FixTrial } from '#shared/programs/fix/fix-offer.ts'
import { judge } from '#shared/programs/judge.ts'
import type { KnownSettings } from '#shared/programs/known-service.ts'
import { planTests, type PlannedTest } from '#shared/programs/plan-tests.ts'
import { READERS } from '#shared/programs/readers/readers.ts'
import { judgeAsSet, knownOf, type LookUp } from '#engine/inspection/inspect-programs.ts'
import type { ConfirmRequest } from '#engine/setup/confirm.ts'
import type { OpenRequest } from '#engine/setup/open-account.ts'
import type { TestRequest } from '#engine/setup/test-setup.ts'

/** What a review asks of the rest of the engine. */
export interface ReviewTools extends LookUp {
  readonly open: (
    request: OpenRequest,
    signal: AbortSignal,
  ) => Promise<Outcome<{ readonly setupId: string }, unknown>>
  readonly confirm: (request: ConfirmRequest) => Outcome<ConfirmedTicket, ConfirmProblem>
  readonly test: (request: TestRequest, signal: AbortSignal) => AsyncIterable<TestEvent>
  readonly close: (setupId: string) => void
}

export interface ReviewRequest extends AccountOfProgram {
  readonly signIn: 'sign-in' | 'no-login'
  /** Whether a password that Mailwright has saved may serve. */
  readonly saved: 'use' | 'leave'
  /** The review before, whose credential stays for servers that are the same. */
  readonly previous: string | null
}

export interface ReviewTestRequest {
  readonly reviewId: string
  /** Which of its tests; missing: all. */
  readonly setupIds?: readonly string[]
  /** `null`: what is kept. */
  readonly credential: GivenCredential | null
  /** For sending alone, where that takes another one; missing where it does not. */
  readonly sending?: GivenCredential | null
}

interface Review extends Pick<ReviewRequest, 'client' | 'signIn'>, FixAttempt {
  readonly tests: readonly (ReviewTest & Pick<PlannedTest, 'mechanism'>)[]
}

/** One is looked at at a time; a few more cover a second window. */
const MOST = 8

/**
 * Tests accounts exactly as programs have them, and says which setting is wrong. The account is the one that was shown:
 * what a program writes meanwhile is not tested before it is looked at again.
 */
export class AccountReviews {
  readonly #reviews = new Map<string, Review>()
  readonly #tools: ReviewTools

  constructor(tools: ReviewTools) {
    this.#tools = tools
  }

  /** Looks up what is known, and makes the servers ready to be tested. Nothing is sent to them. */
  review(request: ReviewRequest, signal: AbortSignal): Promise<AccountReview> {
    return this.#review(request, { original: request.account, tries: 0 }, signal)
  }

  /** How far the search for settings that work has come; `null` where the review is gone. */
  attempt(reviewId: string): (FixAttempt & Pick<AccountOfProgram, 'client'>) | null {
    return this.#reviews.get(reviewId) ?? null
  }

  /**
   * Makes the account ready to be tested with the values that are likely to work. It takes the place of the review.
   *
   * SECURITY: what was given serves for the very same servers alone; for others the user is asked, with them in view.
   */
  async try(reviewId: string, signal: AbortSignal): Promise<Outcome<FixTrial, 'FIX_NOTHING'> | SetupGone> {
    const judged = this.#reviews.get(reviewId)
    if (judged === undefined) return SETUP_GONE
    const { client, signIn, original, tries } = judged
    const next = decideFix(client, judged)
    if (next.kind !== 'try') return fail('FIX_NOTHING')
    const { account } = next
    const request = { client, account, signIn, saved: 'leave', previous: reviewId } as const
    return ok({ account, review: await this.#review(request, { original, tries: tries + 1 }, signal) })
  }

  async #review(
    request: ReviewRequest,
    search: Pick<FixAttempt, 'original' | 'tries'>,
    signal: AbortSignal,
  ): Promise<AccountReview> {
    const { client, account, signIn } = request
    const address = addressOfAccount(account)
    const known = await knownOf(account, 'ask', this.#tools, signal)
    const findings = judgeAsSet(request, known)
    const plan = address === null ? [] : planTests(account, findings, signIn)
    const tests: Review['tests'][number][] = []
    const untested: AccountReview['untested'][number][] = []
    const before = request.previous === null ? [] : (this.#reviews.get(request.previous)?.tests ?? [])
    for (const planned of plan) {
      if (address === null) break
      const previous = before[tests.length]?.setupId ?? (await this.#saved(request, planned, address, signal))
      const ticket = this.#tools.confirm(agreementOn(planned, address, known, previous))
      if (ticket.ok) tests.push({ ...planned, ...testOf(planned, ticket.value) })
      else {
        untested.push(
          ...planned.services.map(({ endpoint: { protocol } }) => ({ protocol, code: ticket.error })),
        )
        if (previous !== null) this.#tools.close(previous)
      }
    }
    if (request.previous !== null)
      this.#forget(request.previous, new Set(tests.map(({ setupId }) => setupId)))
    // What cannot be tested as it is may be tested as it should be.
    const test = tests.length === 0 && address !== null ? 'done' : 'none'
    const reviewId = this.#keep({
      ...search,
      client,
      signIn,
      account,
      known,
      tests,
      findings,
      test,
      results: [],
    })
    return {
      reviewId,
      address: address?.unicode ?? null,
      known: { day: known.day, provider: known.provider, candidates: known.candidates },
      findings,
      tests: tests.map(({ setupId, services, credential }) => ({ setupId, services, credential })),
      passwords: passwordsFor(tests, known),
      untested,
    }
  }

  /** Tests what was reviewed, one sign-in after the other, and judges the account by what came of it. */
  async *test(
    { reviewId, setupIds, ...given }: ReviewTestRequest,
    signal: AbortSignal,
  ): AsyncIterable<ReviewEvent> {
    const review = this.#reviews.get(reviewId)
    if (review === undefined) {
      yield SETUP_GONE
      return
    }
    const { client, account, known } = review
    const results: EndpointResult[] = []
    for (const test of review.tests.filter(({ setupId }) => setupIds?.includes(setupId) ?? true)) {
      for await (const event of this.#tools.test(requestOf(test, given), signal)) {
        if (event.type === 'done') results.push(...event.result.endpoints)
        yield event
        if (event.type === 'unknown-setup') return
      }
    }
    const findings = judge(account, READERS[client].role, known, results)
    if (this.#reviews.has(reviewId))
      this.#reviews.set(reviewId, { ...review, test: 'done', results, findings })
    yield { type: 'judged', results, findings }
  }

  /** Forgets a review, and every credential that was given for it. */
  close(reviewId: string): void {
    this.#forget(reviewId, new Set())
  }

  /** A saved account whose password may serve, as a setup of its own; `null` where there is none. */
  async #saved(
    { saved }: ReviewRequest,
    { credential }: PlannedTest,
    address: EmailAddress,
    signal: AbortSignal,
  ): Promise<string | null> {
    if (saved === 'leave' || credential === 'without') return null
    const opened = await this.#tools.open({ address: address.ascii, secret: 'use' }, signal)
    return opened.ok ? opened.value.setupId : null
  }

  #keep(review: Review): string {
    const reviewId = randomUUID()
    this.#reviews.set(reviewId, review)
    const [oldest] = this.#reviews.keys()
    if (this.#reviews.size > MOST && oldest !== undefined) this.close(oldest)
    return reviewId
  }

  #forget(reviewId: string, but: ReadonlySet<string>): void {
    for (const { setupId } of this.#reviews.get(reviewId)?.tests ?? [])
      if (!but.has(setupId)) this.#tools.close(setupId)
    this.#reviews.delete(reviewId)
  }
}

/** What the servers that sign in want of the user. */
function passwordsFor(tests: Review['tests'], { candidates }: KnownSettings): AccountReview['passwords'] {
  const wanting = tests
    .filter(({ credential }) => credential !== 'none')
    .flatMap(({ services }) => services)
    .filter(({ signIn }) => signIn === 'password')
    .map(({ endpoint }) => endpoint)
  return areOfTwoOwners(wanting, candidates) ? 'two' : 'one'
}

function agreementOn(
  { services }: PlannedTest,
  address: EmailAddress,
  { provider, candidates }: KnownSettings,
  previous: string | null,
): ConfirmRequest {
  return {
    address: address.unicode,
    providerId: provider?.id ?? null,
    // Only a server that was set up can be said to take mail without a sign-in.
    services: services.map((service) => ({
      ...service,
      origin: service.signIn === 'none' ? 'typed' : 'found',
      pin: null,
    })),
    previous,
    issuer: candidates.find(({ issuer }) => issuer !== undefined)?.issuer ?? null,
  }
}

function testOf({ services, credential }: PlannedTest, ticket: ConfirmedTicket): ReviewTest {
  const wanted = ticket.credential === 'kept' ? 'kept' : 'wanted'
  return { setupId: ticket.setupId, services, credential: credential === 'without' ? 'none' : wanted }
}

function requestOf(
  { setupId, credential: wants, mechanism }: Review['tests'][number],
  { credential, sending = null }: Pick<ReviewTestRequest, 'credential' | 'sending'>,
): TestRequest {
  return {
    setupId,
    credential: wants === 'none' ? null : credential,
    sending: wants === 'none' ? null : sending,
    protocols: null,
    message: null,
    expert: { ...NOT_EXPERT, mechanism },
  }
}
