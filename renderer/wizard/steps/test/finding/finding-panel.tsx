import { useId } from 'react'
import { isPossible } from '#shared/finding/action.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { passwordSentence, type Cause } from '#shared/report/causes.ts'
import { Icon } from '#renderer/components/icon.tsx'
import { listOf } from '#renderer/i18n/host-list.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import type { TestedStep } from '#renderer/wizard/machine/state.ts'
import { HintNote } from '#renderer/wizard/views/hint-note.tsx'
import { ActionButton } from '#renderer/wizard/steps/test/finding/action-button.tsx'
import { CorrectSecret, secretWanted } from '#renderer/wizard/steps/test/finding/correct-secret.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './finding-panel.module.css'

interface FindingPanelProps {
  readonly cause: Cause
  readonly state: TestedStep
}

/** What happened, the field to correct, whether the password left this computer, and the next step as the one strong button. */
export function FindingPanel({ cause, state }: FindingPanelProps) {
  const { t, language } = useWords()
  const id = useId()
  const { app } = useTools()
  const { finding, result, results } = cause
  const { title, explanation } = findingWords(finding, t)
  const said = finding.serverSaid
  const quiet = result.verdict === 'skipped'
  const wants = quiet ? null : secretWanted(finding)
  const possible = finding.actions
    .filter((action) => isPossible(action, app.capabilities.signIn))
    .filter(({ kind }) => wants === null || (kind !== 'edit-password' && kind !== 'app-password'))
  return (
    <section
      className={styles.panel}
      data-quiet={quiet}
      data-services={results.map(({ endpoint }) => endpoint.protocol).join(' ')}
      aria-labelledby={id}
    >
      <div className={styles.words}>
        <h3 id={id}>{title}</h3>
        <p>{explanation}</p>
        {said !== null && (
          <p className={styles.said}>
            {t('server-said')}: <q>{said}</q>
          </p>
        )}
        {state.lanes.length > 1 && <Concerned cause={cause} />}
        <p className={styles.password} data-sent={sentIn(cause)}>
          <Icon name="lock" /> {passwordSentence(results, t, (names) => listOf(names, language))}
        </p>
      </div>
      {wants !== null && <CorrectSecret cause={cause} state={state} wants={wants} />}
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
            variant={index === 0 && !quiet && wants === null ? 'main' : 'quiet'}
            cause={cause}
            address={state.address.unicode}
          />
        ))}
      </div>
    </section>
  )
}

/** Which of several services have this trouble. */
function Concerned({ cause: { results } }: Pick<FindingPanelProps, 'cause'>) {
  const { t, language } = useWords()
  const names = results.map(({ endpoint }) => t(`service.${endpoint.protocol}`))
  return <p className={styles.said}>{t('finding.services', { services: listOf(names, language) })}</p>
}

function sentIn({ results }: Cause): 'no' | 'yes' {
  return results.every(({ passwordSent }) => passwordSent === 'no') ? 'no' : 'yes'
}
