import { createStore, type StoreApi } from 'zustand/vanilla'
import { RefusedError } from '#shared/contract/client.ts'
import type { WizardEvent } from '#renderer/wizard/machine/events.ts'
import type { StateOf, StepName, WizardState } from '#renderer/wizard/machine/state.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'

/** Ends work whose step was left. Thrown and caught in this file alone. */
class LeftError extends Error {
  override readonly name = 'LeftError'
}

/** How a stream stands to what is under way: `alone` ends that, `beside` ends when that is stopped. */
export type Company = 'alone' | 'beside'

/** What work can do as long as one of its steps is on. Once they were left it goes no further than its next answer. */
export interface Visit {
  /** Passes on what happened; nothing, once the steps were left. */
  readonly dispatch: (event: WizardEvent) => void
  /**
   * The answer of a call.
   * @param putAway what to do with an answer that comes too late
   */
  readonly answer: <T>(call: Promise<T>, putAway?: (late: T) => void) => Promise<T>
  /** Whatever a stream says. Leaving the steps ends it. */
  readonly events: <T>(open: (signal: AbortSignal) => AsyncIterable<T>, record: Company) => AsyncIterable<T>
}

interface Open {
  readonly steps: readonly StepName[]
  isLeft: boolean
  /** Ends the stream of this visit, `null` where it has none. */
  running: AbortController | null
}

/** The state of the wizard, and the one place that knows which calls are still wanted. */
export class WizardSession {
  readonly store: StoreApi<WizardState>
  readonly #visits = new Set<Open>()
  #running = new AbortController()

  constructor(initial: WizardState) {
    this.store = createStore<WizardState>(() => initial)
  }

  get state(): WizardState {
    return this.store.getState()
  }

  dispatch(event: WizardEvent): void {
    const after = transition(this.state, event)
    // The user no longer looks at it: nothing may go on behind their back.
    for (const visit of this.#visits) if (!visit.steps.includes(after.step)) leave(visit)
    this.store.setState(after, true)
  }

  /**
   * Does work that belongs to some steps, if one of them is on. When the user has left them, even to come back, the
   * work stops and what its calls still say is dropped. A call the engine refuses is a bug there, which it has
   * reported itself; here it becomes one event, so that the page does not wait for it for ever.
   */
  async during<S extends StepName>(
    steps: readonly S[],
    work: (state: StateOf<S>, visit: Visit) => Promise<void>,
  ): Promise<void> {
    const { state } = this
    if (!isAt(state, steps)) return
    const open: Open = { steps, isLeft: false, running: null }
    const visit = this.#visit(open)
    this.#visits.add(open)
    try {
      await work(state, visit)
    } catch (error) {
      if (error instanceof RefusedError) visit.dispatch({ type: 'call-failed' })
      else if (!(error instanceof LeftError)) throw error
    } finally {
      this.#visits.delete(open)
    }
  }

  /** Cancels the stream that is under way; it is not left, and its end is reported like any other. */
  stop(): void {
    this.#running.abort()
  }

  #visit(open: Open): Visit {
    return {
      dispatch: (event) => {
        if (!open.isLeft) this.dispatch(event)
      },
      answer: async (call, putAway) => {
        const answer = await call
        if (!open.isLeft) return answer
        putAway?.(answer)
        throw new LeftError()
      },
      events: (start, record) => this.#events(open, start, record),
    }
  }

  async *#events<T>(
    open: Open,
    start: (signal: AbortSignal) => AsyncIterable<T>,
    record: Company,
  ): AsyncIterable<T> {
    if (record === 'alone') this.#end()
    open.running = this.#running
    for await (const event of start(this.#running.signal)) {
      if (open.isLeft) break
      yield event
    }
    if (open.isLeft) throw new LeftError()
  }

  /** Whatever was under way is over when something new begins. */
  #end(): void {
    for (const visit of this.#visits) if (visit.running === this.#running) leave(visit)
    this.#running.abort()
    this.#running = new AbortController()
  }
}

function leave(visit: Open): void {
  visit.isLeft = true
  visit.running?.abort()
}

function isAt<S extends StepName>(state: WizardState, steps: readonly S[]): state is StateOf<S> {
  return steps.some((step) => step === state.step)
}
