import { CopyButton } from '#renderer/components/copy-button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Authorizing } from '#renderer/wizard/machine/authorizing.ts'
import type { AuthorizeStep } from '#renderer/wizard/machine/state.ts'
import { Waiting } from '#renderer/wizard/steps/authorize/waiting.tsx'
import { useCountdown } from '#renderer/wizard/views/use-countdown.ts'
import styles from './authorize-screen.module.css'

interface DeviceCodeProps {
  readonly state: AuthorizeStep
  readonly progress: Extract<Authorizing, { state: 'code' }>
}

/** Where to go on another device, and what to type there. */
export function DeviceCode({ state, progress: { code, url, seconds } }: DeviceCodeProps) {
  const { t } = useWords()
  const left = useCountdown(seconds)
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  return (
    <Waiting state={state} title={t('oauth.code.title')}>
      <ol className={styles.steps}>
        <li>
          {t('oauth.code.open')}
          <div className={styles.value}>
            <code className={styles.address} dir="ltr">
              {url}
            </code>
          </div>
        </li>
        <li>
          {t('oauth.code.type', { address: state.address.unicode })}
          <div className={styles.value}>
            <code className={styles.code} dir="ltr">
              {code}
            </code>
            <CopyButton label={t('oauth.code.copy')} done={t('oauth.copied')} text={code} />
          </div>
        </li>
      </ol>
      <p>{t('oauth.code.left', { time })}</p>
    </Waiting>
  )
}
