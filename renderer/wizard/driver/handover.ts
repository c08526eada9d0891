import type { EngineClient } from '#shared/contract/contract.ts'
import type { ProfilePreview, ProfileProblem, ProfileWritten } from '#shared/programs/profile-change.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { WizardSession } from '#renderer/wizard/driver/session.ts'
import { shownOf, type ProfileWriting } from '#renderer/wizard/machine/profile-writing.ts'
import { setupIdOf } from '#renderer/wizard/machine/handed-over.ts'
import type { WizardState } from '#renderer/wizard/machine/state.ts'

/** How often a program that is open is looked at, in milliseconds. */
const LOOK_MS = 1_500

/** What is seen anew: the program was opened, or has changed its settings. */
const LOOKS_AGAIN: ReadonlySet<ProfileProblem> = new Set<ProfileProblem>(['PROFILE_OPEN', 'PROFILE_CHANGED'])

/** Of several looks, at several profiles, the latest counts. */
class LatestLook {
  #last = 0

  begin(): number {
    this.#last += 1
    return this.#last
  }

  isLatest(look: number): boolean {
    return look === this.#last
  }
}

/** What the page for a mail program asks of the engine. */
export class Handover {
  readonly #engine: EngineClient
  readonly #session: WizardSession
  readonly #looks = new LatestLook()
  readonly #pause: () => Promise<void>

  /** @param pause how long an open program is left alone before it is looked at again */
  constructor(engine: EngineClient, session: WizardSession, pause = () => sleep(LOOK_MS)) {
    this.#engine = engine
    this.#session = session
    this.#pause = pause
  }

  /** Lets a message go out and come back, while the user looks for it in the mail program. */
  sendMessage(language: Language): Promise<void> {
    return this.#session.during(['handover'], async ({ from }, visit) => {
      const setupId = setupIdOf(from)
      if (setupId === null) return
      visit.dispatch({ type: 'message-begun' })
      const request = { setupId, language, to: null }
      const open = (signal: AbortSignal) => this.#engine.setup.sendTest(request, signal)
      for await (const event of visit.events(open, 'alone')) visit.dispatch({ type: 'test-reported', event })
    })
  }

  /** Reads a profile and says what would be written, again and again as long as the program is open. */
  look(profileId: string): Promise<void> {
    return this.#session.during(['handover'], async ({ from }, visit) => {
      const setupId = setupIdOf(from)
      if (setupId === null) return
      const say = (profile: ProfileWriting) => visit.dispatch({ type: 'profile-reported', profile })
      const own = this.#looks.begin()
      say({ state: 'reading' })
      for (;;) {
        const seen = await visit.answer(this.#engine.programs.preview({ setupId, profileId }))
        if (!this.#looks.isLatest(own)) return
        if (!seen.ok) return say({ state: 'failed', problem: seen.error, written: null })
        const shown = shownOf(seen.value)
        say(shown)
        if (shown.state !== 'waiting') return
        await visit.answer(this.#pause())
      }
    })
  }

  /** Writes what was shown, and nothing else. A program that was opened meanwhile is waited for again. */
  write({ previewId, profile }: ProfilePreview): Promise<void> {
    return this.#session.during(['handover'], async ({ from, profile: shown }, visit) => {
      const setupId = setupIdOf(from)
      if (setupId === null || shown.state !== 'shown') return
      const say = (writing: ProfileWriting) => visit.dispatch({ type: 'profile-reported', profile: writing })
      say({ ...shown, state: 'writing' })
      const request = { setupId, profileId: profile.id, previewId }
      const written = await visit.answer(this.#engine.programs.write(request))
      if (written.ok) return say({ state: 'written', written: written.value })
      if (LOOKS_AGAIN.has(written.error)) return this.look(profile.id)
      say({ state: 'failed', problem: written.error, written: null })
    })
  }

  undo(written: ProfileWritten): Promise<void> {
    return this.#session.during(['handover'], async (_, visit) => {
      const say = (profile: ProfileWriting) => visit.dispatch({ type: 'profile-reported', profile })
      say({ state: 'undoing', written })
      const undone = await visit.answer(this.#engine.programs.undo({ profileId: written.profile.id }))
      say(
        undone.ok
          ? { state: 'undone', profile: undone.value }
          : { state: 'failed', problem: undone.error, written },
      )
    })
  }

  /** SECURITY: the engine forgets the password of an account that was saved, once the user has left for another. */
  closeAfter(before: WizardState): void {
    const done = before.step === 'handover' ? before.from : before
    const setupId = done.step === 'done' ? setupIdOf(done) : null
    if (setupId !== null) void this.#engine.setup.close({ setupId })
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
