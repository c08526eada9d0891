import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Fail } from '#shared/outcome.ts'

export type InterruptionFault = Extract<Fault, { kind: 'timeout' | 'cancelled' }>

/**
 * A signal that aborts with a fault: after `limitMs`, or as soon as `parent` aborts. `end` releases the timer and
 * the listener; it belongs into a `finally`.
 */
export interface Interruption {
  readonly signal: AbortSignal
  readonly end: () => void
  /** Aborts now: nothing waits any more for what is still going on. */
  readonly callOff: () => void
}

export function interruptAfter(limitMs: number, parent: AbortSignal): Interruption {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort({ kind: 'timeout', limitMs } satisfies Fault), limitMs)
  const passOn = () => controller.abort(interruptionOf(parent).error)
  if (parent.aborted) passOn()
  else parent.addEventListener('abort', passOn, { once: true })
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer)
      parent.removeEventListener('abort', passOn)
    },
    callOff: () => controller.abort({ kind: 'cancelled' } satisfies Fault),
  }
}

/** Why a signal aborted. One that was aborted without a fault was aborted by the user. */
export function interruptionOf(signal: AbortSignal): Fail<InterruptionFault> {
  const reason: unknown = signal.reason
  return fail(isTimeout(reason) ? reason : { kind: 'cancelled' })
}

function isTimeout(reason: unknown): reason is Extract<Fault, { kind: 'timeout' }> {
  return typeof reason === 'object' && reason !== null && 'kind' in reason && reason.kind === 'timeout'
}

/** Settles with the fault as soon as the signal aborts. Where it has aborted before, nothing is begun. */
export async function orInterrupted<T>(
  signal: AbortSignal,
  begin: () => Promise<T>,
): Promise<T | Fail<InterruptionFault>> {
  if (signal.aborted) return interruptionOf(signal)
  const work = begin()
  return new Promise((resolve, reject) => {
    const onAbort = () => resolve(interruptionOf(signal))
    signal.addEventListener('abort', onAbort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}

/** @param otherwise what it comes to when nothing is known in time, or the user stops */
export async function waitWithin<T>(
  ms: number,
  known: Promise<T>,
  otherwise: T,
  signal: AbortSignal,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms)
  })
  try {
    const heard = await orInterrupted(signal, () => Promise.race([known, patience]).then(ok))
    return heard.ok ? heard.value : otherwise
  } finally {
    clearTimeout(timer)
  }
}
