import { useEffect, useState, type ComponentType } from 'react'

/** A part of the page whose code is loaded when it is first wanted, or before. */
export interface LatePart<P> {
  /** `null` until it is there. */
  readonly component: () => ComponentType<P> | null
  /** Loads it; what could not be loaded is asked for again the next time. */
  readonly load: () => Promise<void>
}

export function latePart<P>(fetch: () => Promise<ComponentType<P>>): LatePart<P> {
  let component: ComponentType<P> | null = null
  return {
    component: () => component,
    load: async () => {
      component ??= await fetch()
    },
  }
}

interface LateProps<P> {
  readonly part: LatePart<P>
  readonly props: P
  /** Called when the code is not to be had: what serves this page is gone. */
  readonly onMissing: () => void
}

/** Shows a part at once where its code is there already; React's own `lazy` would leave a gap even then. */
export function Late<P extends object>({ part, props, onMissing }: LateProps<P>) {
  const [Component, setComponent] = useState(part.component)
  const isMissing = Component === null
  useEffect(() => {
    if (isMissing) part.load().then(() => setComponent(part.component), onMissing)
  }, [part, isMissing, onMissing])
  return Component === null ? null : <Component {...props} />
}
