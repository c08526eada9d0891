import { useEffect, useRef } from 'react'
import type { ExplainedCause, Explanation } from '#shared/explain/explanation.ts'
import { causeWords, lastsWords, numberWords } from '#shared/i18n/explanation-words.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ExplainStep } from '#renderer/wizard/machine/state.ts'
import { canBeFound, FindCause } from '#renderer/wizard/steps/explain/find-cause.tsx'
import { CauseButton } from '#renderer/wizard/steps/explain/cause-button.tsx'
import styles from './answer.module.css'

interface AnswerProps {
  readonly state: ExplainStep
  readonly explanation: Explanation
}

/** Each cause with its next steps, and below them what it was read from. */
export function Answer({ state, explanation }: AnswerProps) {
  const { t } = useWords()
  const section = useRef<HTMLElement>(null)
  // A new text takes the old answer away first, so a new answer is always a new section.
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section ref={section} className={styles.answer} aria-label={t('explain.answer')}>
      {explanation.causes.map((cause) => (
        <CausePanel key={cause.code} state={state} cause={cause} explanation={explanation} />
      ))}
      <Source explanation={explanation} />
    </section>
  )
}

interface CausePanelProps extends AnswerProps {
  readonly cause: ExplainedCause
}

function CausePanel({ state, cause, explanation }: CausePanelProps) {
  const { t } = useWords()
  const { title, explanation: words } = causeWords(cause, t)
  const { code, severity, turn, recipients, temporary } = cause
  const isFound = canBeFound(explanation)
  // What the form below does needs no second button.
  const actions = cause.actions.filter(({ kind }) => !isFound || (kind !== 'test-live' && kind !== 'retry'))
  const tone = severity === 'info' ? 'good' : temporary ? 'warn' : 'bad'
  return (
    <article className={styles.cause} data-tone={tone}>
      <div className={styles.words}>
        <h2>{title}</h2>
        <p>{words}</p>
        {severity !== 'info' && !isFound && (
          <p className={styles.lasts}>
            {lastsWords(cause, t)} {t(`explain.turn.${turn}`)}
          </p>
        )}
        {recipients.length > 0 && (
          <p className={styles.recipients}>
            {t('explained.recipients', { count: recipients.length })}: {recipients.join(', ')}
          </p>
        )}
      </div>
      {isFound && <FindCause state={state} />}
      {actions.length > 0 && (
        <div className={styles.actions}>
          {actions.map((advice, index) => (
            <CauseButton
              key={`${code} ${advice.kind}`}
              advice={advice}
              cause={cause}
              explanation={explanation}
              variant={index === 0 && !isFound ? 'main' : 'quiet'}
            />
          ))}
        </div>
      )}
    </article>
  )
}

/** For the technician: who said it, with which numbers, in which words. */
function Source({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useWords()
  const { causes, reply, bounce } = explanation
  const remote = bounce?.remoteServer ?? null
  const number = numberWords(explanation, t)
  const said = reply?.text ?? ''
  return (
    <dl className={styles.source}>
      {remote !== null && <Row name={t('explained.refused-by')} value={remote} />}
      {number !== null && <Row name={t('explained.number')} value={number} />}
      {said !== '' && <Row name={t('explained.pasted')} value={said} />}
      <Row name={t('admin-message.code')} value={causes.map(({ code }) => code).join(', ')} />
    </dl>
  )
}

function Row({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  )
}
