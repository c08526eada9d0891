import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AppDescription, EngineClient } from '#shared/contract/contract.ts'
import type { LossReason } from '#renderer/client/loopback-channel.ts'
import { Frame } from '#renderer/components/frame.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { Screens } from '#renderer/wizard/screens.tsx'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'
import { WizardProvider } from '#renderer/wizard/views/wizard-context.tsx'

export interface AppProps {
  /** `null`: the page was opened without a host behind it. */
  readonly engine: EngineClient | null
  /** Calls back when the line to the host is lost. */
  readonly onLoss: (listener: (reason: LossReason) => void) => void
}

interface Ready {
  readonly wizard: Wizard
  readonly app: AppDescription
}

/** The application around the wizard: begins when the engine has said what it can do, ends when it is gone. */
export function App({ engine, onLoss }: AppProps) {
  const [ready, setReady] = useState<Ready | null>(null)
  const [loss, setLoss] = useState<LossReason | 'no-host' | null>(engine === null ? 'no-host' : null)
  useEffect(() => onLoss(setLoss), [onLoss])
  useEffect(() => {
    if (engine === null) return
    const wizard = new Wizard(engine)
    void engine.app.describe({}).then((app) => {
      // The fields must listen to the wizard from the moment they are there: React would join them to it only after the
      // first paint, and put back the old content over every letter typed before.
      flushSync(() => setReady({ wizard, app }))
      return wizard.start()
    })
  }, [engine])
  if (loss !== null) return <Lost reason={loss} />
  if (engine === null || ready === null) return null
  return (
    <WizardProvider tools={{ ...ready, engine }}>
      <Screens />
    </WizardProvider>
  )
}

/** Says why there is nothing to see any more, and what to do. */
export function Lost({ reason }: { readonly reason: LossReason | 'no-host' | 'link-used' }) {
  const { t } = useWords()
  return (
    <Frame steps={[]} current={null}>
      <Page title={t(`lost.${reason}.title`)} lead={t(`lost.${reason}.text`)}>
        {null}
      </Page>
    </Frame>
  )
}
