import type { RefusalRecord } from '#shared/accounts/refusals.ts'
import type { ProviderHint } from '#shared/catalogue/hints.ts'
import { codeWords, findingWords } from '#shared/i18n/finding-words.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { isAboutSignIn } from '#renderer/wizard/views/hints.ts'
import { hostsThatGetPassword, servicesToTest } from '#renderer/wizard/machine/services.ts'
import type { SignInStep } from '#renderer/wizard/machine/state.ts'
import { HintNote } from '#renderer/wizard/views/hint-note.tsx'
import { AppPasswordSteps } from '#renderer/wizard/steps/sign-in/app-password-steps.tsx'
import { BrowserOffer, FoldedOffer } from '#renderer/wizard/steps/sign-in/browser-offer.tsx'
import { OwnServer } from '#renderer/wizard/steps/sign-in/own-server.tsx'
import { SignInForm } from '#renderer/wizard/steps/sign-in/sign-in-form.tsx'
import { useRefusals } from '#renderer/wizard/steps/sign-in/use-refusals.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

const FORM = 'sign-in-form'

export function SignInScreen({ state }: { readonly state: SignInStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const { address, wants, offer = null } = state
  const { browserOnly, browserFirst } = recordOf(state)
  const refusals = useRefusals(state.setupId)
  return (
    <Page
      title={t(`sign-in.title.${browserFirst ? 'browser' : wants}`, { address: address.unicode })}
      {...(browserFirst ? {} : { lead: <Lead services={state.services} /> })}
      focus={browserFirst ? 'title' : 'field'}
      aside={
        <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'back' })}>
          {t('back')}
        </Button>
      }
      actions={
        <>
          <Button onClick={() => void wizard.live.run('none', null)}>{t('sign-in.without')}</Button>
          {!browserOnly && (
            <Button variant={browserFirst ? 'plain' : 'main'} type="submit" form={FORM}>
              {t(refusals?.left === 0 ? 'sign-in.test-all-the-same' : 'sign-in.test')}
            </Button>
          )}
        </>
      }
    >
      <Because state={state} />
      {offer !== null && browserFirst && <BrowserOffer offer={offer} />}
      {!browserOnly && <SignInNotes state={state} />}
      <RefusalNote refusals={refusals} />
      {!browserOnly && <SignInForm id={FORM} state={state} record={browserFirst ? 'second' : 'first'} />}
      {offer !== null && !browserFirst && <FoldedOffer offer={offer} />}
      {offer === null && state.discovery.provider === null && <OwnServer />}
    </Page>
  )
}

/** Says how close the account may be to a lock-out; it stops no user who has another password. */
function RefusalNote({ refusals }: { readonly refusals: RefusalRecord | null }) {
  const { t, language } = useWords()
  if (refusals === null || refusals.since === null) return null
  const { refused, left, unsaved } = refusals
  const since = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(refusals.since))
  return (
    <Note tone={left === 0 ? 'warn' : 'info'}>
      {t('sign-in.refusals', { refused, left, since })}
      {unsaved !== null && ` ${t('refusals-unsaved', codeWords(unsaved, t))}`}
    </Note>
  )
}

/** The browser comes first where it works without anything being typed, or where nothing else works. */
function recordOf({ offer = null, discovery }: SignInStep) {
  const kinds = discovery.provider?.signIn ?? []
  const browserOnly = offer !== null && kinds.length > 0 && kinds.every((kind) => kind === 'oauth')
  return { browserOnly, browserFirst: offer !== null && (browserOnly || offer.client !== 'wanted') }
}

/** Where some servers want no password, those that get it are named. */
function Lead({ services }: Pick<SignInStep, 'services'>) {
  const { t, language } = useWords()
  if (servicesToTest(services).every(({ signIn }) => signIn === 'password')) return t('sign-in.lead')
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return `${t('sign-in.goes-to', { hosts: list.format(hostsThatGetPassword(services)) })} ${t('sign-in.lead')}`
}

/** Why the user is here again, or what has become of a saved sign-in. */
function Because({ state: { because, saved } }: { readonly state: SignInStep }) {
  const { t } = useWords()
  if (because === 'other-servers') return <Note tone="info">{t('sign-in.other-servers')}</Note>
  const words = because === null ? null : findingWords(because, t)
  return (
    <>
      {words !== null && (
        <Note tone="bad">
          <b>{words.title}.</b> {words.explanation}
        </Note>
      )}
      {because === null && saved !== undefined && saved.secret !== 'not-needed' && (
        <Note tone="info">{t(`sign-in.saved.${saved.secret}`)}</Note>
      )}
    </>
  )
}

/** What this provider wants instead of the usual password. */
function SignInNotes({ state: { discovery, wants, offer = null } }: { readonly state: SignInStep }) {
  const { t } = useWords()
  const { provider } = discovery
  const browserOnly = offer === null && provider !== null && provider.signIn.every((kind) => kind === 'oauth')
  const steps = wants === 'app-password' && (provider?.appPasswordPage ?? null) !== null
  const isTold = ({ kind, services }: ProviderHint) =>
    (kind === 'browser-sign-in-only' && services === 'all') || (steps && kind === 'app-password-only')
  const hints = discovery.hints.filter((hint) => isAboutSignIn(hint) && !isTold(hint))
  return (
    <>
      {steps && provider !== null && <AppPasswordSteps provider={provider} />}
      {browserOnly && <Note tone="warn">{t('sign-in.browser-only', { provider: provider.name })}</Note>}
      {hints.map((hint) => (
        <HintNote
          key={hint.kind}
          hint={hint}
          tone={hint.kind === 'sign-in-ends' ? 'warn' : 'info'}
          provider={provider?.name ?? ''}
        />
      ))}
    </>
  )
}
