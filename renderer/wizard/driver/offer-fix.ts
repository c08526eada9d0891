import type { EngineClient } from '#shared/contract/contract.ts'
import type { Visit, WizardSession } from '#renderer/wizard/driver/session.ts'
import { findingsOf } from '#renderer/wizard/machine/inspecting.ts'

/**
 * Asks the engine what could be changed in the program, once something is found. Where nothing can, the page says where the
 * user changes it.
 */
export async function offerFix(engine: EngineClient, session: WizardSession, visit: Visit): Promise<void> {
  const { state } = session
  if (state.step !== 'inspect') return
  const { inspecting, fixing, subject } = state
  const { profileId } = subject
  if (profileId === null) return
  const isTrial = fixing.trial !== 'none'
  if (inspecting.state !== 'judged' && (inspecting.state !== 'ready' || isTrial)) return
  if (findingsOf(inspecting).length === 0 && !isTrial) return
  const { reviewId } = inspecting.review
  const seen = await visit.answer(engine.programs.previewFix({ reviewId, profileId }))
  const offer = seen.ok ? seen.value : null
  // The user has seen to the lines when the trial began.
  const view = isTrial && offer !== null ? 'lines' : 'button'
  const trial = isTrial && offer === null ? 'failed' : fixing.trial
  visit.dispatch({ type: 'fix-reported', reviewId, fixing: { offer, view, trial } })
}
