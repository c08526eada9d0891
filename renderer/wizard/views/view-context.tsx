import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import type { PageView } from '#shared/contract/view.ts'
import { useFirstTools } from '#renderer/wizard/views/wizard-context.tsx'

interface ChosenView {
  readonly view: PageView
  /** Shows it at once, and has it remembered beyond this run. */
  readonly choose: (view: PageView) => void
}

const ViewContext = createContext<ChosenView | null>(null)

/** How much is shown, from the first page on: what the engine remembers, until the user chooses otherwise. */
export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const { app, engine } = useFirstTools()
  const [view, setView] = useState(app.view)
  const chosen = useMemo(
    () => ({
      view,
      choose: (wanted: PageView) => {
        setView(wanted)
        // Where it is not kept, or the host is gone, the choice holds for this page.
        engine.app.chooseView({ view: wanted }).catch(() => {})
      },
    }),
    [view, engine],
  )
  return <ViewContext value={chosen}>{children}</ViewContext>
}

export function useView(): ChosenView {
  const chosen = useContext(ViewContext)
  if (chosen === null) throw new Error('no view around this component')
  return chosen
}
