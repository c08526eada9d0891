import { useEffect, useRef, useState } from 'react'
import { isSetupGone, type SetupGone } from '#shared/domain/setup-gone.ts'
import type { Looks } from '#renderer/wizard/machine/state.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

export interface OnDemand<T> {
  /** The latest answer, `busy` until the first one is there. */
  readonly variant: 'none' | 'busy' | T
  readonly start: () => Promise<void>
}

/**
 * Something the engine looks at when the user asks for it. Asking again calls off what was under way, and so
 * does leaving the page. What was seen goes into the report of the result, too. A setup that is gone leads back to its servers, as it does for a test.
 */
export function useOnDemand<T extends object>(
  ask: (signal: AbortSignal) => AsyncIterable<T | SetupGone>,
  note: (answer: T) => Looks,
): OnDemand<T> {
  const { wizard } = useTools()
  const [variant, setLook] = useState<OnDemand<T>['variant']>('none')
  const running = useRef(new AbortController())
  useEffect(() => () => running.current.abort(), [])
  const start = async () => {
    running.current.abort()
    const { signal } = (running.current = new AbortController())
    setLook('busy')
    for await (const answer of ask(signal)) {
      if (signal.aborted) continue
      if (isSetupGone(answer)) wizard.dispatch({ type: 'servers-wanted', protocol: null })
      else {
        setLook(() => answer)
        wizard.dispatch({ type: 'looked', looks: note(answer) })
      }
    }
  }
  return { variant, start }
}
