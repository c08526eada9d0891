import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { HintNote } from '#renderer/wizard/views/hint-note.tsx'
import { isAboutSignIn } from '#renderer/wizard/views/hints.ts'
import { lockedBy } from '#renderer/wizard/views/locks.ts'
import { hostsThatGetPassword, servicesToTest } from '#renderer/wizard/machine/services.ts'
import type { ServersStep } from '#renderer/wizard/machine/state.ts'
import { Contradictions, OtherDomains } from '#renderer/wizard/steps/servers/origin-notes.tsx'
import { ServerForm } from '#renderer/wizard/steps/servers/server-form.tsx'
import { ServiceCard } from '#renderer/wizard/steps/servers/service-card.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

export function ServersScreen({ state }: { readonly state: ServersStep }) {
  const { t } = useWords()
  const { wizard, app } = useTools()
  const { services, draft, problem, address, discovery } = state
  const passwords = passwordsFor(services)
  return (
    <Page
      title={t('servers.title', { address: address.unicode })}
      lead={t(LEADS[passwords])}
      aside={
        <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'back' })}>
          {t('back')}
        </Button>
      }
      actions={
        <Button variant="main" disabled={draft !== null} onClick={() => void wizard.servers.confirm()}>
          {t(passwords === 'none' ? 'servers.confirm-and-test' : 'servers.confirm')}
        </Button>
      }
    >
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
          <ServiceCard
            key={service.protocol}
            service={service}
            heldBy={lockedBy(app, discovery, 'servers')}
          />
        ),
      )}
      <div role="alert">{problem !== null && <Note tone="bad">{t(`servers.problem.${problem}`)}</Note>}</div>
    </Page>
  )
}

type Passwords = 'all' | 'some' | 'none'

const LEADS = { all: 'servers.lead', some: 'servers.lead.some', none: 'servers.lead.none' } as const

/** How many of the servers get the password. */
function passwordsFor(services: ServersStep['services']): Passwords {
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
