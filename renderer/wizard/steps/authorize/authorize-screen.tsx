import { assertNever } from '#shared/outcome.ts'
import { CopyButton } from '#renderer/components/copy-button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Authorizing } from '#renderer/wizard/machine/authorizing.ts'
import type { AuthorizeStep } from '#renderer/wizard/machine/state.ts'
import { DeviceCode } from '#renderer/wizard/steps/authorize/device-code.tsx'
import { FailedSignIn } from '#renderer/wizard/steps/authorize/failed-sign-in.tsx'
import { Waiting } from '#renderer/wizard/steps/authorize/waiting.tsx'
import styles from './authorize-screen.module.css'

/** The user signs in elsewhere: what to do there, and that Mailwright waits. */
export function AuthorizeScreen({ state }: { readonly state: AuthorizeStep }) {
  const { progress } = state
  switch (progress.state) {
    case 'preparing':
      return <Preparing state={state} />
    case 'opened':
      return <Opened state={state} progress={progress} />
    case 'code':
      return <DeviceCode state={state} progress={progress} />
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

function serverOf({ offer, discovery, address }: AuthorizeStep): string {
  return offer?.server ?? discovery.provider?.name ?? address.domain.unicode
}
