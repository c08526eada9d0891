import { createContext, useContext, type ReactNode } from 'react'
import { useStore } from 'zustand/react'
import type { AppDescription, EngineClient } from '#shared/contract/contract.ts'
import type { WizardState } from '#renderer/wizard/machine/state.ts'
import type { Wizard } from '#renderer/wizard/driver/wizard.ts'

/** What every screen may need: the wizard, what the host can do, and a way to open pages. */
export interface WizardTools {
  readonly wizard: Wizard
  readonly app: AppDescription
  readonly engine: EngineClient
}

const ToolsContext = createContext<WizardTools | null>(null)

export function WizardProvider({
  tools,
  children,
}: {
  readonly tools: WizardTools
  readonly children: ReactNode
}) {
  return <ToolsContext value={tools}>{children}</ToolsContext>
}

export function useTools(): WizardTools {
  const tools = useContext(ToolsContext)
  if (tools === null) throw new Error('no wizard around this component')
  return tools
}

export function useWizardState(): WizardState {
  return useStore(useTools().wizard.store)
}
