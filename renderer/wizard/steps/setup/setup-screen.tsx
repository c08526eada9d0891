import type { RefusalRecord } from '#shared/accounts/refusals.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { isUsable } from '#shared/discovery/discovery.ts'
import { Button } from '#renderer/components/button.tsx'
import { Page } from '#renderer/components/page.tsx'
import { listOf } from '#renderer/i18n/host-list.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { agreesFirst, signInRecord } from '#renderer/wizard/machine/agreement.ts'
import { hostsThatGetPassword } from '#renderer/wizard/machine/services.ts'
import type {
  AccountStep,
  ServersStep,
  SetupStep,
  SignInStep,
  TestedStep,
} from '#renderer/wizard/machine/state.ts'
import { AccountType } from '#renderer/wizard/steps/setup/account-type/account-type.tsx'
import { ApplyButton } from '#renderer/wizard/steps/setup/settings/server-advice.tsx'
import { Settings, SETTINGS_FORM } from '#renderer/wizard/steps/setup/settings/settings.tsx'
import type { RowTest } from '#renderer/wizard/steps/setup/settings/service-row.tsx'
import { SignIn, SIGN_IN_FORM } from '#renderer/wizard/steps/setup/sign-in/sign-in.tsx'
import { LaneRow, laneOf } from '#renderer/wizard/steps/test/lane-row.tsx'
import { TestActions, TestAside, TestScreen, testTitle } from '#renderer/wizard/steps/test/test-screen.tsx'
import { LaneVerdict } from '#renderer/wizard/views/lane-verdict.tsx'
import { useRefusals } from '#renderer/wizard/views/use-refusals.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

/**
 * One page that grows from an address to green: whose account it is, the settings as soon as they are known, the way to
 * sign in to them, and then their test. Its rows are the same elements all the way.
 */
export function SetupScreen({ state }: { readonly state: SetupStep | TestedStep }) {
  const { t } = useWords()
  const refusals = useRefusals('setupId' in state ? state.setupId : null)
  const tested = isTested(state) ? state : null
  const setup = isTested(state) ? null : state
  const { unicode } = state.address
  return (
    <Page
      title={tested === null ? unicode : testTitle(tested, t)}
      {...(tested === null ? {} : { heading: unicode })}
      aside={tested === null ? <Back /> : <TestAside state={tested} />}
      actions={
        <>
          {setup !== null && <Actions state={setup} refusals={refusals} />}
          {tested !== null && <TestActions state={tested} />}
        </>
      }
    >
      {!('saved' in state) && <AccountType state={state} />}
      {state.step !== 'account' && (
        <Settings
          state={state}
          nextForm={SIGN_IN_FORM}
          testOf={tested === null ? undefined : (protocol) => testIn(tested, protocol)}
        />
      )}
      {setup !== null && asksForSignIn(setup) && (
        <SignIn key={placeOf(setup)} state={setup} refusals={refusals} />
      )}
      {tested !== null && <TestScreen state={tested} />}
    </Page>
  )
}

function isTested(state: SetupStep | TestedStep): state is TestedStep {
  return state.step === 'test' || state.step === 'result'
}

/** What the row of a service shows of its test. */
function testIn(state: TestedStep, protocol: Protocol): RowTest | 'none' {
  const lane = laneOf(state, protocol)
  if (lane === null) return 'none'
  return { verdict: <LaneVerdict lane={lane} />, course: <LaneRow lane={lane} /> }
}

function Back() {
  const { t } = useWords()
  const { wizard } = useTools()
  return (
    <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'back' })}>
      {t('back')}
    </Button>
  )
}

/** Whether the servers are agreed to, or are by signing in to them. */
function asksForSignIn(state: SetupStep): state is ServersStep | SignInStep {
  if (state.step !== 'servers') return state.step === 'sign-in'
  const { services, saved, offer } = state
  const isOpen = offer !== undefined || saved !== undefined
  return (
    isOpen && !agreesFirst(state) && hostsThatGetPassword(services).length > 0 && saved?.secret !== 'ready'
  )
}

/** Whether the next thing below the settings is the sign-in, as soon as it is known which. */
function awaitsOffer(state: ServersStep): boolean {
  const { services, saved, offer } = state
  return (
    offer === undefined &&
    saved === undefined &&
    !agreesFirst(state) &&
    hostsThatGetPassword(services).length > 0
  )
}

/** SECURITY: a field belongs to the servers it stands under. Under others it is another one, and empty. */
function placeOf({ services }: ServersStep | SignInStep): string {
  return hostsThatGetPassword(services).join(' ')
}

interface ActionsProps<S extends SetupStep> {
  readonly state: S
  readonly refusals: RefusalRecord | null
}

function Actions({ state, refusals }: ActionsProps<SetupStep>) {
  if (state.step === 'account') return <Continue state={state} />
  if (state.step === 'servers' && state.drafts.length > 0)
    return <ApplyButton drafts={state.drafts} form={SETTINGS_FORM} />
  if (state.step === 'sign-in' || asksForSignIn(state))
    return <SignInActions state={state} refusals={refusals} />
  // Until it is known how to sign in, no button is shown that would be gone before it could be pressed.
  return awaitsOffer(state) ? null : <Confirm state={state} />
}

function Confirm({ state: { services } }: { readonly state: ServersStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const none = hostsThatGetPassword(services).length === 0
  return (
    <Button variant="main" onClick={() => void wizard.servers.confirm()}>
      {t(none ? 'servers.confirm-and-test' : 'servers.confirm')}
    </Button>
  )
}

function Continue({ state: { discovery } }: { readonly state: AccountStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const closed = discovery?.provider?.kind === 'closed'
  return (
    <Button
      variant="main"
      disabled={discovery === null || !isUsable(discovery) || closed}
      onClick={() => wizard.dispatch({ type: 'account-accepted' })}
    >
      {t('continue')}
    </Button>
  )
}

function SignInActions({ state, refusals }: ActionsProps<ServersStep | SignInStep>) {
  const { t, language } = useWords()
  const { wizard } = useTools()
  const { way, passwordFor } = signInRecord(state)
  const hosts = listOf(hostsThatGetPassword(state.services), language)
  const checkOnly = () =>
    state.step === 'servers' ? wizard.servers.confirmAndTest('none') : wizard.live.run('none', null)
  return (
    <>
      <Button variant={way === 'program' ? 'main' : 'plain'} onClick={() => void checkOnly()}>
        {t(way === 'program' ? 'sign-in.check' : 'sign-in.without')}
      </Button>
      {passwordFor === 'all' && (
        <Button variant={way === 'browser' ? 'plain' : 'main'} type="submit" form={SIGN_IN_FORM}>
          {refusals?.left === 0 ? t('sign-in.test-all-the-same') : t('sign-in.test-at', { hosts })}
        </Button>
      )}
    </>
  )
}
