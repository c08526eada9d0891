import { createContext, useCallback, useContext, useSyncExternalStore, type ReactNode } from 'react'
import type { AppDescription, EngineClient } from '#shared/contract/contract.ts'
import type { WizardState } from '#renderer/wizard/machine/state.ts'
import type { FirstStepWizard } from '#renderer/wizard/driver/early-wizard.ts'
import type { Wizard } from '#renderer/wizard/driver/wizard.ts'

/** What every screen may need: the wizard, what the host can do, and a way to open pages. */
export interface WizardTools {
  readonly wizard: Wizard
  readonly app: AppDescription
  readonly engine: EngineClient
}

/** The same on the first step, which is there before the code of the whole wizard. */
export interface FirstTools extends Pick<WizardTools, 'app' | 'engine'> {
  readonly wizard: FirstStepWizard
}

const FirstToolsContext = createContext<FirstTools | null>(null)
const ToolsContext = createContext<WizardTools | null>(null)

interface WizardProviderProps {
  readonly first: FirstTools
  /** `null` until the whole wizard is there. */
  readonly tools: WizardTools | null
  readonly children: ReactNode
}

export function WizardProvider({ first, tools, children }: WizardProviderProps) {
  return (
    <FirstToolsContext value={first}>
      <ToolsContext value={tools}>{children}</ToolsContext>
    </FirstToolsContext>
  )
}

export function useFirstTools(): FirstTools {
  const tools = useContext(FirstToolsContext)
  if (tools === null) throw new Error('no wizard around this component')
  return tools
}

export function useTools(): WizardTools {
  const tools = useContext(ToolsContext)
  if (tools === null) throw new Error('no whole wizard around this component')
  return tools
}

/**
 * The state as it is now. A live test may report hundreds of stages a second: between two of them the page is drawn
 * once a frame. Every other change is shown at once, above all what is typed.
 */
export function useWizardState(): WizardState {
  const { store } = useFirstTools().wizard
  const subscribe = useCallback(
    (show: () => void) => {
      let frame: number | null = null
      const unsubscribe = store.subscribe((now, before) => {
        if (now.step !== 'test' || before.step !== 'test') return show()
        frame ??= requestAnimationFrame(() => {
          frame = null
          show()
        })
      })
      return () => {
        unsubscribe()
        if (frame !== null) cancelAnimationFrame(frame)
      }
    },
    [store],
  )
  return useSyncExternalStore(subscribe, store.getState)
}
