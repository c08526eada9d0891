import { useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { EngineClient } from '#shared/contract/contract.ts'
import type { LossReason } from '#renderer/client/loopback-channel.ts'
import { Lost } from '#renderer/lost.tsx'
import { EarlyWizard } from '#renderer/wizard/driver/early-wizard.ts'
import { keepState, type KeptState } from '#renderer/wizard/driver/kept-state.ts'
import { FIRST_STEP } from '#renderer/wizard/machine/state.ts'
import { Screens } from '#renderer/wizard/screens.tsx'
import { WizardProvider, type FirstTools, type WizardTools } from '#renderer/wizard/views/wizard-context.tsx'

export interface AppProps {
  /** `null`: the page was opened without a host behind it. */
  readonly engine: EngineClient | null
  /** What was typed before the page was loaded again. */
  readonly kept: KeptState | null
  /** Calls back when the line to the host is lost. */
  readonly onLoss: (listener: (reason: LossReason) => void) => void
}

interface Ready {
  readonly first: FirstTools
  readonly tools: WizardTools | null
}

/** The application around the wizard: begins when the engine has said what it can do, ends when it is gone. */
export function App({ engine, kept, onLoss }: AppProps) {
  const [ready, setReady] = useState<Ready | null>(null)
  const [loss, setLoss] = useState<LossReason | 'no-host' | null>(engine === null ? 'no-host' : null)
  const lose = useCallback(() => setLoss((known) => known ?? 'gone'), [])
  useEffect(() => onLoss(setLoss), [onLoss])
  useEffect(() => {
    if (engine === null) return
    // The fields must listen to the wizard from the moment they are there: React would join them to it only after the
    // first paint, and put back the old content over every letter typed before.
    begin(engine, kept, (now) => flushSync(() => setReady(now))).catch(lose)
  }, [engine, kept, lose])
  if (loss !== null) return <Lost reason={loss} />
  if (ready === null) return null
  return (
    <WizardProvider {...ready}>
      <Screens onMissing={lose} />
    </WizardProvider>
  )
}

/**
 * Shows the first step, then loads the wizard that goes on from there, with what has been typed meanwhile; or goes on at
 * the settings of a page that was loaded again.
 */
async function begin(
  engine: EngineClient,
  kept: KeptState | null,
  show: (ready: Ready) => void,
): Promise<void> {
  const app = await engine.app.describe({})
  const settings = kept?.step === 'servers' ? kept : null
  const early = new EarlyWizard(kept?.step === 'address' ? kept : FIRST_STEP)
  if (settings === null) show({ first: { engine, app, wizard: early }, tools: null })
  const loading = new AbortController()
  const keep = () => {
    const state = settings ?? early.store.getState()
    if (state.step === 'address' || state.step === 'servers') keepState(sessionStorage, state)
  }
  addEventListener('pagehide', keep, { signal: loading.signal })
  const { startWizard } = await import('#renderer/wizard/driver/start-wizard.ts')
  const wizard = startWizard(engine, settings ?? early.store.getState())
  loading.abort()
  const tools = { engine, app, wizard }
  show({ first: tools, tools })
  early.handOver(wizard)
  await wizard.start()
}
