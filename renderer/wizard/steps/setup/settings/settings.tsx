import { useEffect, useRef, type FormEvent, type ReactNode, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { Protocol } from '#shared/domain/protocol.ts'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { HintNote } from '#renderer/wizard/views/hint-note.tsx'
import { isAboutSignIn } from '#renderer/wizard/views/hints.ts'
import { lockedBy } from '#renderer/wizard/views/locks.ts'
import { signInRecord } from '#renderer/wizard/machine/agreement.ts'
import { hostsThatGetPassword, servicesToTest } from '#renderer/wizard/machine/services.ts'
import type { ServerDraft, ServersStep, SignInStep, TestedStep } from '#renderer/wizard/machine/state.ts'
import { Contradictions, OtherDomains } from '#renderer/wizard/steps/setup/settings/origin-notes.tsx'
import { ProviderSheet } from '#renderer/wizard/steps/setup/settings/provider-sheet.tsx'
import { advisedDraft } from '#renderer/wizard/steps/setup/settings/server-advice.tsx'
import { hostField, ServerForm } from '#renderer/wizard/steps/setup/settings/server-form.tsx'
import { ServiceRow, type RowTest } from '#renderer/wizard/steps/setup/settings/service-row.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './settings.module.css'

export const SETTINGS_FORM = 'settings-form'
const NO_DRAFTS: readonly ServerDraft[] = []

interface SettingsProps {
  readonly state: ServersStep | SignInStep | TestedStep
  /** What the test shows in the row of a service; missing before there is one. */
  readonly testOf?: ((protocol: Protocol) => RowTest | 'none') | undefined
  /** The id of the form that follows once the rows are taken. */
  readonly nextForm: string
}

/** The settings as a mail program would show them, each to be changed where it stands. */
export function Settings({ state, testOf, nextForm }: SettingsProps) {
  const { t } = useWords()
  const { app } = useTools()
  const { services, discovery } = state
  const { drafts, problem } = state.step === 'servers' ? state : { drafts: NO_DRAFTS, problem: null }
  return (
    <section className={styles.settings} aria-labelledby="settings">
      <div>
        <h2 id="settings">{t('servers.heading')}</h2>
        <p className={styles.lead}>{t(LEADS[passwordsFor(state)])}</p>
      </div>
      <BeforeHints discovery={discovery} />
      <OtherDomains state={state} />
      <Contradictions discovery={discovery} />
      {drafts.length > 0 && <ProviderSheet />}
      <Rows drafts={drafts} nextForm={nextForm}>
        {services.map((service) => {
          const { protocol } = service
          const draft = drafts.find((open) => open.protocol === protocol)
          return draft === undefined ? (
            <ServiceRow
              key={protocol}
              service={service}
              heldBy={lockedBy(app, discovery, 'servers')}
              test={testOf?.(protocol)}
            />
          ) : (
            <ServerForm
              key={protocol}
              draft={draft}
              service={service}
              userNameHeldBy={lockedBy(app, discovery, 'user-name')}
            />
          )
        })}
      </Rows>
      {testOf === undefined && (
        <div role="alert">
          {problem !== null && <Note tone="bad">{t(`servers.problem.${problem}`)}</Note>}
        </div>
      )}
    </section>
  )
}

interface RowsProps extends Pick<SettingsProps, 'nextForm'> {
  readonly drafts: readonly ServerDraft[]
  readonly children: ReactNode
}

/** One form for all rows that are open: Enter in any field takes them together. */
function Rows({ drafts, nextForm, children }: RowsProps) {
  const { wizard } = useTools()
  const form = useRef<HTMLFormElement>(null)
  useFocusOnOpened(form, drafts)
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const advised = advisedDraft(drafts)
    flushSync(() =>
      wizard.dispatch(
        advised === null ? { type: 'drafts-applied' } : { type: 'advice-taken', protocol: advised.protocol },
      ),
    )
    // On to what is asked next: a field that is wrong, or the password the rows were typed for.
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const next = document.querySelector<HTMLElement>(`#${nextForm} input[name="password"]`)
    if (wrong !== null && wrong !== undefined) wrong.focus()
    else if (form.current?.querySelector(`[name$="-host"]`) === null) next?.focus()
  }
  return (
    <form ref={form} id={SETTINGS_FORM} className={styles.rows} noValidate onSubmit={apply}>
      {children}
    </form>
  )
}

/** A row that is opened takes the focus; of several at once the first. */
function useFocusOnOpened(form: RefObject<HTMLFormElement | null>, drafts: readonly ServerDraft[]) {
  const before = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const opened = drafts.find(({ protocol }) => !before.current.has(protocol))
    before.current = new Set(drafts.map(({ protocol }) => protocol))
    if (opened === undefined) return
    form.current?.querySelector<HTMLElement>(`[name="${hostField(opened.protocol)}"]`)?.focus()
  }, [form, drafts])
}

type Passwords = 'all' | 'some' | 'none' | 'program'

const LEADS = {
  all: 'servers.lead',
  some: 'servers.lead.some',
  none: 'servers.lead.none',
  program: 'servers.lead.program',
} as const

/** How many of the servers get the password. */
function passwordsFor(state: SettingsProps['state']): Passwords {
  const { services } = state
  if (signInRecord(state).way === 'program') return 'program'
  if (servicesToTest(services).every(({ signIn }) => signIn === 'password')) return 'all'
  return hostsThatGetPassword(services).length === 0 ? 'none' : 'some'
}

/** What has to be switched on at the provider before any password can work. */
function BeforeHints({ discovery }: Pick<ServersStep, 'discovery'>) {
  const hints = discovery.hints.filter((hint) => hint.when === 'before' && !isAboutSignIn(hint))
  return hints.map((hint) => (
    <HintNote key={hint.kind} hint={hint} tone="warn" provider={discovery.provider?.name ?? ''} />
  ))
}
