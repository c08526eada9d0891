import { useEffect, useRef } from 'react'
import { useWords } from '#renderer/i18n/words.tsx'
import type { StepName } from '#renderer/wizard/machine/state.ts'
import { useFirstTools, useWizardState } from '#renderer/wizard/views/wizard-context.tsx'

/** Where a report can be shown without losing what the user is at; elsewhere it waits. */
const PLACES: ReadonlySet<StepName> = new Set(['address', 'result', 'report'])

/** Shows the reports that the user opens with Mailwright in a file manager. */
export function useOpenedReports(): void {
  const { t } = useWords()
  const { app, engine, wizard } = useFirstTools()
  const { step } = useWizardState()
  const waiting = useRef<File | null>(null)
  const show = useRef<() => void>(() => {})
  useEffect(() => {
    show.current = () => {
      if (waiting.current === null || !PLACES.has(step)) return
      void wizard.openReport(waiting.current, 'shown', t)
      waiting.current = null
    }
    show.current()
  }, [wizard, step, t])
  const { host } = app.capabilities
  useEffect(() => {
    // Only there does the system hand over files.
    if (host !== 'desktop') return undefined
    const end = new AbortController()
    const opened = engine.app.opened({}, end.signal)
    const follow = async () => {
      for await (const { name, text } of opened) {
        waiting.current = new File(text === null ? [] : [text], name)
        show.current()
      }
    }
    // A line that is lost is told by the page as a whole.
    follow().catch(() => {})
    return () => end.abort()
  }, [engine, host])
}
