import type { EngineClient } from '#shared/contract/contract.ts'
import { credentialsOf, type GivenSecrets } from '#renderer/wizard/driver/given-secrets.ts'
import { offerFix } from '#renderer/wizard/driver/offer-fix.ts'
import type { Visit, WizardSession } from '#renderer/wizard/driver/session.ts'
import { againIn, wantsPassword, type InspectedSubject } from '#renderer/wizard/machine/inspecting.ts'
import type { InspectStep, WizardState } from '#renderer/wizard/machine/state.ts'

/** Looking at an account as a program on this computer has it. */
export class Inspection {
  readonly #engine: EngineClient
  readonly #session: WizardSession

  constructor(engine: EngineClient, session: WizardSession) {
    this.#engine = engine
    this.#session = session
  }

  /** Reads what programs on this computer have. */
  list(): Promise<void> {
    return this.#session.during(['programs'], async (_, visit) => {
      visit.dispatch({
        type: 'programs-read',
        profiles: await visit.answer(this.#engine.programs.inspect({})),
      })
    })
  }

  /** Takes a text or a file for the settings of a program. It is read in the page, and goes no further. */
  give(source: string | File): Promise<void> {
    return this.#session.during(['programs'], async (_, visit) => {
      const { readGiven } = await visit.answer(import('#renderer/wizard/driver/read-given.ts'))
      const read = await visit.answer(readGiven(source))
      if (read.ok) visit.dispatch({ type: 'settings-given', settings: read.value })
      else visit.dispatch({ type: 'settings-refused', problem: read.error })
    })
  }

  /** Looks up what is known of an account, and makes its test ready. */
  inspect(subject: InspectedSubject): Promise<void> {
    this.#session.dispatch({ type: 'account-to-inspect', subject })
    return this.#session.during(['inspect'], async (_, visit) => {
      await this.#review(subject, null, visit)
      await this.#offer(visit)
    })
  }

  /**
   * Tests the account as it is set up.
   * @param given `null` uses what the engine holds, `none` goes as far as possible without signing in
   */
  test(given: GivenSecrets | 'none' | null): Promise<void> {
    return this.#session.during(['inspect'], async ({ subject, inspecting }, visit) => {
      if (inspecting.state === 'looking-up') return
      const { reviewId } = inspecting.review
      visit.dispatch({ type: 'review-test-started' })
      const request = { reviewId, ...credentialsOf(given) }
      const open = (signal: AbortSignal) => this.#engine.programs.testReview(request, signal)
      for await (const event of visit.events(open, 'alone'))
        visit.dispatch({ type: 'review-reported', event })
      // The engine has forgotten the review: it is looked up again, and asks for the password again.
      const after = this.#session.state
      if (after.step === 'inspect' && after.inspecting.state === 'looking-up')
        await this.#review(subject, null, visit)
      await this.#offer(visit)
    })
  }

  /**
   * Looks at the account again, as its program has it by now, and tests it where no password has to be typed: what was
   * given serves for the very same servers. One that was refused is not given again.
   */
  again(): Promise<void> {
    return this.#session.during(['inspect'], async ({ subject, inspecting }, visit) => {
      const previous = serves(inspecting) ? inspecting.review.reviewId : null
      if (previous === null) this.#close(inspecting)
      const profiles = subject.profileId === null ? [] : await visit.answer(this.#engine.programs.inspect({}))
      if (subject.profileId !== null) visit.dispatch({ type: 'programs-read', profiles })
      const now = subject.profileId === null ? subject : againIn(profiles, subject)
      if (now === null) return visit.dispatch({ type: 'back' })
      visit.dispatch({ type: 'account-to-inspect', subject: now })
      await this.#review(now, previous, visit)
      const { state } = this.#session
      if (state.step !== 'inspect' || state.inspecting.state !== 'ready') return
      if (previous !== null && !wantsPassword(state.inspecting.review)) await this.test(null)
      else await this.#offer(visit)
    })
  }

  /** SECURITY: the engine forgets the password once the user has left the account. */
  closeAfter(before: WizardState): void {
    if (before.step === 'inspect') this.#close(before.inspecting)
  }

  #offer(visit: Visit): Promise<void> {
    return offerFix(this.#engine, this.#session, visit)
  }

  #close(inspecting: InspectStep['inspecting']): void {
    if (inspecting.state !== 'looking-up')
      void this.#engine.programs.closeReview({ reviewId: inspecting.review.reviewId })
  }

  async #review({ client, account }: InspectedSubject, previous: string | null, visit: Visit): Promise<void> {
    const review = await visit.answer(this.#engine.programs.review({ client, account, previous }), (late) => {
      void this.#engine.programs.closeReview({ reviewId: late.reviewId })
    })
    visit.dispatch({ type: 'reviewed', review })
  }
}

/** Whether what was given may be given again. */
function serves(
  inspecting: InspectStep['inspecting'],
): inspecting is Extract<typeof inspecting, { readonly state: 'judged' }> {
  return (
    inspecting.state === 'judged' &&
    inspecting.findings.every(({ live }) => live === null || !live.code.startsWith('AUTH_'))
  )
}
