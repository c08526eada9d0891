import type { ProviderHint } from '#shared/catalogue/hints.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { listOf } from '#renderer/i18n/host-list.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { isAboutSignIn } from '#renderer/wizard/views/hints.ts'
import type { ServersStep, SignInStep } from '#renderer/wizard/machine/state.ts'
import { passwordsOf, secretFor, signInRecord, wantsOf } from '#renderer/wizard/machine/agreement.ts'
import { HintNote } from '#renderer/wizard/views/hint-note.tsx'
import { AppPasswordSteps } from '#renderer/wizard/views/app-password-steps.tsx'
import { BrowserOffer, FoldedOffer } from '#renderer/wizard/steps/setup/sign-in/browser-offer.tsx'
import { OwnServer } from '#renderer/wizard/steps/setup/sign-in/own-server.tsx'
import { SendingHints } from '#renderer/wizard/steps/setup/sign-in/sending-hints.tsx'
import { SignInForm } from '#renderer/wizard/steps/setup/sign-in/sign-in-form.tsx'
import { RefusalNote, type RefusalProps } from '#renderer/wizard/views/refusal-note.tsx'
import styles from './sign-in.module.css'

export const SIGN_IN_FORM = 'sign-in-form'

interface SignInProps {
  readonly state: ServersStep | SignInStep
}

/** The right way to sign in to the servers above; the servers get nothing before the button that names them. */
export function SignIn({ state, refusals }: SignInProps & RefusalProps) {
  const { t } = useWords()
  const { offer = null, discovery, address } = state
  const { way, passwordFor } = signInRecord(state)
  const title = way === 'password' ? secretFor(state, 'account') : way
  return (
    <section className={styles.section} aria-labelledby="sign-in">
      <div>
        <h2 id="sign-in">{t(`sign-in.title.${title}`, { address: address.unicode })}</h2>
        {way === 'password' && <p className={styles.lead}>{t('sign-in.lead')}</p>}
        {way === 'program' && <LeftToProgram state={state} />}
      </div>
      {state.step === 'sign-in' && <Because because={state.because} />}
      <SavedNote state={state} />
      {offer !== null && way === 'browser' && <BrowserOffer offer={offer} state={state} />}
      {passwordFor === 'all' && <SignInNotes state={state} />}
      {passwordFor === 'all' && passwordsOf(state) === 'one' && <SendingHints state={state} />}
      <RefusalNote refusals={refusals} />
      {passwordFor === 'all' && (
        <SignInForm id={SIGN_IN_FORM} state={state} record={way === 'browser' ? 'second' : 'first'} />
      )}
      {passwordFor === 'some' && <SendingAlone state={state} />}
      {offer !== null && way !== 'browser' && <FoldedOffer offer={offer} state={state} />}
      {offer === null && discovery.provider === null && <OwnServer />}
    </section>
  )
}

/** The settings are right all the same: the mail program is registered where Mailwright is not. */
function LeftToProgram({ state }: SignInProps) {
  const { t } = useWords()
  const { offer = null } = state
  const provider = signInRecord(state).endedBy ?? ''
  return (
    <p className={styles.lead}>{t('sign-in.program', { provider, server: offer?.server ?? provider })}</p>
  )
}

/** A password that one service still takes goes to that one and no further; it is no part of the way of most users. */
function SendingAlone({ state }: SignInProps) {
  const { t, language } = useWords()
  const hosts = signInRecord(state).withPassword.map(({ host }) => host)
  return (
    <details>
      <summary>{t('sign-in.sending-alone')}</summary>
      <div className={styles.section}>
        <SignInNotes state={state} />
        <SendingHints state={state} />
        <SignInForm id={SIGN_IN_FORM} state={state} record="second" />
        <div>
          <Button
            type="submit"
            form={SIGN_IN_FORM}
            disabled={state.step === 'servers' && state.drafts.length > 0}
          >
            {t('sign-in.test-at', { hosts: listOf(hosts, language) })}
          </Button>
        </div>
      </div>
    </details>
  )
}

/** Why the user is here again. */
function Because({ because }: Pick<SignInStep, 'because'>) {
  const { t } = useWords()
  if (because === null) return null
  if (because === 'other-servers') return <Note tone="info">{t('sign-in.other-servers')}</Note>
  const words = findingWords(because, t)
  return (
    <Note tone="bad">
      <b>{words.title}.</b> {words.explanation}
    </Note>
  )
}

/** What has become of a saved sign-in. */
function SavedNote({ state }: SignInProps) {
  const { t } = useWords()
  const isAgain = state.step === 'sign-in' && state.because !== null
  if (isAgain || state.saved === undefined || state.saved.secret === 'not-needed') return null
  return <Note tone="info">{t(`sign-in.saved.${state.saved.secret}`)}</Note>
}

/** What this provider wants instead of the usual password. */
function SignInNotes({ state }: SignInProps) {
  const { discovery } = state
  const { provider } = discovery
  const wants = wantsOf(state)
  const isAlone = signInRecord(state).passwordFor === 'some'
  const steps = wants === 'app-password' && (provider?.appPasswordPage ?? null) !== null
  const isTold = ({ kind, services }: ProviderHint) =>
    (kind === 'browser-sign-in-only' && (services === 'all' || isAlone)) ||
    (steps && kind === 'app-password-only')
  const hints = discovery.hints.filter((hint) => isAboutSignIn(hint) && !isTold(hint))
  return (
    <>
      {steps && provider !== null && <AppPasswordSteps provider={provider} />}
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
