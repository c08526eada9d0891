import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { HintNote } from '#renderer/wizard/views/hint-note.tsx'
import { isAboutSignIn } from '#renderer/wizard/views/hints.ts'
import { lockedBy } from '#renderer/wizard/views/locks.ts'
import { signInRecord } from '#renderer/wizard/machine/agreement.ts'
import { hostsThatGetPassword, servicesToTest } from '#renderer/wizard/machine/services.ts'
import type { ServersStep, SignInStep } from '#renderer/wizard/machine/state.ts'
import { Contradictions, OtherDomains } from '#renderer/wizard/steps/setup/settings/origin-notes.tsx'
import { ServerForm } from '#renderer/wizard/steps/setup/settings/server-form.tsx'
import { ServiceRow } from '#renderer/wizard/steps/setup/settings/service-row.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './settings.module.css'

interface SettingsProps {
  readonly state: ServersStep | SignInStep
}

/** The settings as a mail program would show them, each to be changed where it stands. */
export function Settings({ state }: SettingsProps) {
  const { t } = useWords()
  const { app } = useTools()
  const { services, discovery } = state
  const { draft, problem } = state.step === 'servers' ? state : { draft: null, problem: null }
  return (
    <section className={styles.settings} aria-labelledby="settings">
      <div>
        <h2 id="settings">{t('servers.heading')}</h2>
        <p className={styles.lead}>{t(LEADS[passwordsFor(state)])}</p>
      </div>
      <BeforeHints discovery={discovery} />
      <OtherDomains state={state} />
      <Contradictions discovery={discovery} />
      {services.map((service) =>
        draft?.protocol === service.protocol ? (
          <ServerForm
            key={service.protocol}
            draft={draft}
            userNameHeldBy={lockedBy(app, discovery, 'user-name')}
          />
        ) : (
          <ServiceRow key={service.protocol} service={service} heldBy={lockedBy(app, discovery, 'servers')} />
        ),
      )}
      <div role="alert">{problem !== null && <Note tone="bad">{t(`servers.problem.${problem}`)}</Note>}</div>
    </section>
  )
}

type Passwords = 'all' | 'some' | 'none' | 'program'

const LEADS = {
  all: 'servers.lead',
  some: 'servers.lead.some',
  none: 'servers.lead.none',
  program: 'servers.lead.program',
} as const

/** How many of the servers get the password. */
function passwordsFor(state: ServersStep | SignInStep): Passwords {
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
