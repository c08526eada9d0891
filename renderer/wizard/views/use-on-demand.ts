import { useEffect, useRef, useState } from 'react'

export interface OnDemand<T> {
  /** The latest answer, `busy` until the first one is there. */
  readonly look: 'none' | 'busy' | T
  readonly start: () => Promise<void>
}

/**
 * Something the engine looks at when somebody asks for it. Asking again calls off what was under way, and so does
 * leaving the page.
 */
export function useOnDemand<T>(ask: (signal: AbortSignal) => AsyncIterable<T>): OnDemand<T> {
  const [look, setLook] = useState<OnDemand<T>['look']>('none')
  const running = useRef(new AbortController())
  useEffect(() => () => running.current.abort(), [])
  const start = async () => {
    running.current.abort()
    const { signal } = (running.current = new AbortController())
    setLook('busy')
    for await (const answer of ask(signal)) if (!signal.aborted) setLook(() => answer)
  }
  return { look, start }
}
