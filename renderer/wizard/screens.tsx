import type { JSX } from 'react'
import { assertNever } from '#shared/outcome.ts'
import { Frame } from '#renderer/components/frame.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { StepName, WizardState } from '#renderer/wizard/machine/state.ts'
import { AddressScreen } from '#renderer/wizard/steps/address/address-screen.tsx'
import { AuthorizeScreen } from '#renderer/wizard/steps/authorize/authorize-screen.tsx'
import { DoneScreen } from '#renderer/wizard/steps/done/done-screen.tsx'
import { ExplainScreen } from '#renderer/wizard/steps/explain/explain-screen.tsx'
import { SetupScreen } from '#renderer/wizard/steps/setup/setup-screen.tsx'
import { TestScreen } from '#renderer/wizard/steps/test/test-screen.tsx'
import { SupportLine } from '#renderer/wizard/views/support-line.tsx'
import { useTools, useWizardState } from '#renderer/wizard/views/wizard-context.tsx'

/** The dashes in the header; the result is the end of the test, not a step of its own. */
const STEPS = ['address', 'settings', 'test'] as const

const POSITIONS: Readonly<Record<StepName, number | null>> = {
  address: 0,
  account: 1,
  servers: 1,
  'sign-in': 1,
  authorize: 1,
  test: 2,
  result: 2,
  done: 2,
  explain: null,
}

/** The wizard as it is on the screen right now. */
export function Screens() {
  const { t } = useWords()
  const { app } = useTools()
  const state = useWizardState()
  return (
    <Frame
      steps={STEPS.map((step) => t(`step.${step}`))}
      current={POSITIONS[state.step]}
      badge={app.practice === null ? null : t('practice.badge')}
      support={app.policy !== null && app.policy.support !== null && <SupportLine policy={app.policy} />}
    >
      <Screen state={state} />
    </Frame>
  )
}

/** Keyed by step, so that a new step begins with a fresh screen and its title is announced. */
function Screen({ state }: { readonly state: WizardState }): JSX.Element {
  switch (state.step) {
    case 'address':
      return <AddressScreen key="address" state={state} />
    case 'account':
    case 'servers':
    case 'sign-in':
      return <SetupScreen key="setup" state={state} />
    case 'authorize':
      return <AuthorizeScreen key={`authorize-${state.progress.state}`} state={state} />
    case 'test':
    case 'result':
      return <TestScreen key="test" state={state} />
    case 'done':
      return <DoneScreen key="done" state={state} />
    case 'explain':
      return <ExplainScreen key="explain" state={state} />
    default:
      return assertNever(state)
  }
}
