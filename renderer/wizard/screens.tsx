import { useEffect, type JSX } from 'react'
import { assertNever } from '#shared/outcome.ts'
import { Frame } from '#renderer/components/frame.tsx'
import { Late, latePart } from '#renderer/components/late.tsx'
import { AllWords, useWords } from '#renderer/i18n/words.tsx'
import type { HandoverTarget } from '#renderer/wizard/machine/handover.ts'
import type { StateOf, StepName, WizardState } from '#renderer/wizard/machine/state.ts'
import { AddressScreen } from '#renderer/wizard/steps/address/address-screen.tsx'
import { useOpenedReports } from '#renderer/wizard/views/use-opened-reports.ts'
import { SupportLine } from '#renderer/wizard/views/support-line.tsx'
import { ViewProvider } from '#renderer/wizard/views/view-context.tsx'
import { ViewSwitch } from '#renderer/wizard/views/view-switch.tsx'
import { useFirstTools, useWizardState } from '#renderer/wizard/views/wizard-context.tsx'

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
  handover: 2,
  explain: null,
  report: null,
  programs: null,
  devices: null,
  device: null,
  inspect: null,
}

/** Every screen but the first. */
const LATER = {
  setup: latePart(async () => (await import('#renderer/wizard/steps/setup/setup-screen.tsx')).SetupScreen),
  authorize: latePart(
    async () => (await import('#renderer/wizard/steps/authorize/authorize-screen.tsx')).AuthorizeScreen,
  ),
  done: latePart(async () => (await import('#renderer/wizard/steps/done/done-screen.tsx')).DoneScreen),
  handover: latePart(
    async () => (await import('#renderer/wizard/steps/handover/handover-screen.tsx')).HandoverScreen,
  ),
  explain: latePart(
    async () => (await import('#renderer/wizard/steps/explain/explain-screen.tsx')).ExplainScreen,
  ),
  report: latePart(
    async () => (await import('#renderer/wizard/steps/report/report-screen.tsx')).ReportScreen,
  ),
  devices: latePart(
    async () => (await import('#renderer/wizard/steps/devices/devices-screen.tsx')).DevicesScreen,
  ),
  device: latePart(
    async () => (await import('#renderer/wizard/steps/devices/device-screen.tsx')).DeviceScreen,
  ),
  programs: latePart(
    async () => (await import('#renderer/wizard/steps/programs/programs-screen.tsx')).ProgramsScreen,
  ),
  inspect: latePart(
    async () => (await import('#renderer/wizard/steps/inspect/inspect-screen.tsx')).InspectScreen,
  ),
}

/** What the user most likely goes on to is fetched while they read and type. */
const NEXT: Partial<Readonly<Record<StepName, readonly (keyof typeof LATER)[]>>> = {
  address: ['setup'],
  programs: ['inspect'],
  devices: ['device'],
  device: ['setup'],
  result: ['handover', 'done'],
  done: ['handover'],
}

interface ScreensProps {
  /** Called when the code of a screen is not to be had. */
  readonly onMissing: () => void
}

/** The wizard as it is on the screen right now. */
export function Screens({ onMissing }: ScreensProps) {
  const { t } = useWords()
  const { app } = useFirstTools()
  const state = useWizardState()
  const { step } = state
  useOpenedReports()
  useEffect(() => {
    // Fetching ahead may fail: the screen is asked for again when it is needed.
    for (const name of NEXT[step] ?? []) LATER[name].load().catch(() => {})
  }, [step])
  return (
    <ViewProvider>
      <Frame
        steps={STEPS.map((name) => t(`step.${name}`))}
        current={POSITIONS[step]}
        choice={<ViewSwitch />}
        badge={app.practice === null ? null : t('practice.badge')}
        support={app.policy !== null && app.policy.support !== null && <SupportLine policy={app.policy} />}
      >
        <Screen state={state} onMissing={onMissing} />
      </Frame>
    </ViewProvider>
  )
}

/** Keyed, so that a new screen begins afresh and its title is announced; the steps of one page share theirs. */
function Screen({ state, onMissing }: ScreensProps & { readonly state: WizardState }): JSX.Element {
  switch (state.step) {
    case 'address':
      return <AddressScreen key="address" state={state} />
    case 'account':
    case 'servers':
    case 'sign-in':
    case 'test':
    case 'result':
      return <Late key="setup" part={LATER.setup} props={{ state }} onMissing={onMissing} />
    case 'authorize':
      return (
        <Late
          key={`authorize-${state.progress.state}`}
          part={LATER.authorize}
          props={{ state }}
          onMissing={onMissing}
        />
      )
    case 'done':
      return <Late key="done" part={LATER.done} props={{ state }} onMissing={onMissing} />
    case 'handover':
      return (
        <Late key={handoverKey(state.target)} part={LATER.handover} props={{ state }} onMissing={onMissing} />
      )
    case 'explain':
      return <Late key="explain" part={LATER.explain} props={{ state }} onMissing={onMissing} />
    case 'report':
      return <Late key="report" part={LATER.report} props={{ state }} onMissing={onMissing} />
    case 'programs':
    case 'inspect':
    case 'devices':
    case 'device':
      return (
        <AllWords onMissing={onMissing}>
          <RareScreen state={state} onMissing={onMissing} />
        </AllWords>
      )
    default:
      return assertNever(state)
  }
}

interface RareScreenProps extends ScreensProps {
  readonly state: StateOf<'programs' | 'inspect' | 'devices' | 'device'>
}

/** Those that most users never open, whose texts are loaded with them. */
function RareScreen({ state, onMissing }: RareScreenProps): JSX.Element {
  switch (state.step) {
    case 'programs':
      return <Late key="programs" part={LATER.programs} props={{ state }} onMissing={onMissing} />
    case 'inspect':
      return <Late key="inspect" part={LATER.inspect} props={{ state }} onMissing={onMissing} />
    case 'devices':
      return <Late key="devices" part={LATER.devices} props={{ state }} onMissing={onMissing} />
    case 'device':
      return <Late key="device" part={LATER.device} props={{ state }} onMissing={onMissing} />
    default:
      return assertNever(state)
  }
}

/** Another program is another page. */
function handoverKey(target: HandoverTarget): string {
  return `handover-${target.kind === 'program' ? target.program : target.kind}`
}
