import type { EngineClient } from '#shared/contract/contract.ts'
import { isSetupGone } from '#shared/domain/setup-gone.ts'
import type { Outcome } from '#shared/outcome.ts'
import type { ProfileProblem } from '#shared/programs/profile-change.ts'
import type { Inspection } from '#renderer/wizard/driver/inspection.ts'
import type { Visit, WizardSession } from '#renderer/wizard/driver/session.ts'
import type { FixDone, Fixing } from '#renderer/wizard/machine/fixing.ts'
import { wantsPassword } from '#renderer/wizard/machine/inspecting.ts'
import type { InspectStep } from '#renderer/wizard/machine/state.ts'

/** Changing an account where it stands, in the settings of its program. */
export class ProgramFix {
  readonly #engine: EngineClient
  readonly #session: WizardSession
  readonly #inspection: Inspection
  #isBusy = false

  constructor(engine: EngineClient, session: WizardSession, inspection: Inspection) {
    this.#engine = engine
    this.#session = session
    this.#inspection = inspection
  }

  /** Makes the account ready to be tested as its program would have it. A password is asked for where it goes elsewhere. */
  try(): Promise<void> {
    return this.#alone(async ({ reviewId }, visit) => {
      const trial = await visit.answer(this.#engine.programs.tryFix({ reviewId }), (late) => {
        if (late.ok) void this.#engine.programs.closeReview({ reviewId: late.value.review.reviewId })
      })
      if (!trial.ok) return 'again'
      visit.dispatch({ type: 'fix-tried', trial: trial.value })
      return wantsPassword(trial.value.review) ? 'stay' : 'test'
    })
  }

  /** Writes what is shown, and nothing else; then the account is looked at as its program has it. */
  write(): Promise<void> {
    return this.#alone(async ({ reviewId, profileId, fixing }, visit) => {
      if (fixing.offer === null) return 'stay'
      const { previewId } = fixing.offer
      const written = await visit.answer(this.#engine.programs.writeFix({ reviewId, profileId, previewId }))
      if (isSetupGone(written)) return 'again'
      return report({ reviewId, visit }, written, ({ backup }) => ({ kind: 'written', backup }))
    })
  }

  /** Puts back what was there before the latest change. */
  undo(): Promise<void> {
    return this.#alone(async ({ reviewId, profileId }, visit) => {
      const undone = await visit.answer(this.#engine.programs.undoFix({ profileId }))
      return report({ reviewId, visit }, undone, () => ({ kind: 'undone' }))
    })
  }

  /** One press counts: a second one would find the settings changed. */
  #alone(work: (now: FixedSubject, visit: Visit) => Promise<WayOn>): Promise<void> {
    return this.#session.during(['inspect'], async (state, visit) => {
      const now = subjectOf(state)
      if (now === null || this.#isBusy) return
      this.#isBusy = true
      const next = await work(now, visit).finally(() => {
        this.#isBusy = false
      })
      if (next === 'again') await this.#inspection.again()
      if (next === 'test') await this.#inspection.test(null)
    })
  }
}

/** What comes after it: the account is read again, or tested. */
type WayOn = 'stay' | 'again' | 'test'

function report<T>(
  { reviewId, visit }: { readonly reviewId: string; readonly visit: Visit },
  outcome: Outcome<T, ProfileProblem>,
  doneBy: (value: T) => FixDone,
): WayOn {
  const fixing = outcome.ok ? { done: doneBy(outcome.value), problem: null } : { problem: outcome.error }
  visit.dispatch({ type: 'fix-reported', reviewId, fixing })
  return outcome.ok ? 'again' : 'stay'
}

interface FixedSubject {
  readonly reviewId: string
  readonly profileId: string
  readonly fixing: Fixing
}

function subjectOf({ subject: { profileId }, inspecting, fixing }: InspectStep): FixedSubject | null {
  if (profileId === null || (inspecting.state !== 'ready' && inspecting.state !== 'judged')) return null
  return { reviewId: inspecting.review.reviewId, profileId, fixing }
}
