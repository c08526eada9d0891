import { isPossible } from '#shared/finding/action.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { Icon } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { HintNote } from '#renderer/wizard/views/hint-note.tsx'
import { ActionButton } from '#renderer/wizard/steps/test/finding/action-button.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './finding-panel.module.css'

interface FindingPanelProps {
  readonly finding: Finding
  readonly result: EndpointResult
  readonly address: string
}

/** What happened, whether the password left this computer, and the next step as the one strong button. */
export function FindingPanel({ finding, result, address }: FindingPanelProps) {
  const { t } = useWords()
  const { app } = useTools()
  const { title, explanation, password } = findingWords(finding, t)
  const said = finding.serverSaid
  const possible = finding.actions.filter((action) => isPossible(action, app.capabilities.signIn))
  const quiet = result.verdict === 'skipped'
  return (
    <div className={styles.panel} data-quiet={quiet}>
      <div className={styles.words}>
        <h3>{title}</h3>
        <p>{explanation}</p>
        {said !== null && (
          <p className={styles.said}>
            {t('server-said')}: <q>{said}</q>
          </p>
        )}
        <p className={styles.password} data-sent={finding.passwordSent}>
          <Icon name="lock" /> {password}
        </p>
      </div>
      {finding.hints?.map((hint) => (
        <div key={hint.kind} className={styles.hint}>
          <HintNote hint={hint} tone="info" provider={finding.provider ?? ''} />
        </div>
      ))}
      <div className={styles.actions}>
        {possible.map((action, index) => (
          <ActionButton
            key={action.kind}
            action={action}
            variant={index === 0 && !quiet ? 'main' : 'quiet'}
            result={result}
            finding={finding}
            address={address}
          />
        ))}
      </div>
    </div>
  )
}
