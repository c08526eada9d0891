import type { ReactNode } from 'react'
import { assertNever } from '#shared/outcome.ts'
import { Button } from '#renderer/components/button.tsx'
import { CopyButton } from '#renderer/components/copy-button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Authorizing } from '#renderer/wizard/machine/authorizing.ts'
import type { AuthorizeStep } from '#renderer/wizard/machine/state.ts'
import { ApprovalHelp } from '#renderer/wizard/steps/authorize/approval-help.tsx'
import { DeviceCode } from '#renderer/wizard/steps/authorize/device-code.tsx'
import { FailedSignIn } from '#renderer/wizard/steps/authorize/failed-sign-in.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './authorize-screen.module.css'

/** Somebody signs in elsewhere: what to do there, and that Mailwright waits. */
export function AuthorizeScreen({ state }: { readonly state: AuthorizeStep }) {
  const { progress } = state
  switch (progress.state) {
    case 'preparing':
      return <Preparing state={state} />
    case 'opened':
      return <Opened state={state} progress={progress} />
    case 'code':
      return <DeviceCode state={state} progress={progress} frame={Waiting} />
    case 'failed':
      return <FailedSignIn state={state} finding={progress.finding} />
    default:
      return assertNever(progress)
  }
}

function Preparing({ state }: { readonly state: AuthorizeStep }) {
  const { t } = useWords()
  return (
    <Waiting state={state} title={t('oauth.preparing.title')}>
      <p>{t('oauth.preparing.text', { server: serverOf(state) })}</p>
    </Waiting>
  )
}

interface OpenedProps {
  readonly state: AuthorizeStep
  readonly progress: Extract<Authorizing, { state: 'opened' }>
}

function Opened({ state, progress: { url, opened } }: OpenedProps) {
  const { t } = useWords()
  const values = { server: serverOf(state), address: state.address.unicode }
  const byHand = (
    <div className={styles.value}>
      <code className={styles.address} dir="ltr">
        {url}
      </code>
      <CopyButton label={t('oauth.opened.copy')} done={t('oauth.copied')} text={url} />
    </div>
  )
  return (
    <Waiting state={state} title={t('oauth.opened.title')}>
      <p>{t(opened === 'yes' ? 'oauth.opened.text' : 'oauth.opened.by-hand', values)}</p>
      {opened === 'no' ? (
        byHand
      ) : (
        <details>
          <summary>{t('oauth.opened.nothing')}</summary>
          {byHand}
        </details>
      )}
    </Waiting>
  )
}

export interface WaitingProps {
  readonly state: AuthorizeStep
  readonly title: string
  readonly children: ReactNode
}

/** What every wait has in common: that it is one, what disturbed it, and the way out. */
function Waiting({ state, title, children }: WaitingProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  return (
    <Page
      title={title}
      aside={
        <Button look="quiet" onClick={() => wizard.dispatch({ type: 'back' })}>
          {t('oauth.cancel')}
        </Button>
      }
    >
      {children}
      <p className={styles.waiting} role="status">
        <span className={styles.ring} aria-hidden="true" /> {t('oauth.waiting')}
      </p>
      {state.approval !== undefined && (
        <ApprovalHelp approval={state.approval} address={state.address.unicode} />
      )}
      {state.strays === 'seen' && <Note tone="warn">{t('oauth.stray')}</Note>}
    </Page>
  )
}

function serverOf({ offer, discovery, address }: AuthorizeStep): string {
  return offer?.server ?? discovery.provider?.name ?? address.domain.unicode
}
