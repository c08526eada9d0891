import { useEffect, useRef } from 'react'
import type { ExplainedCause, Explanation } from '#shared/explain/explanation.ts'
import { causeWords, lastsWords, numberWords } from '#shared/i18n/explanation-words.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { CauseButton } from '#renderer/wizard/steps/explain/cause-button.tsx'
import styles from './answer.module.css'

/** Each cause with its next steps, and below them what it was read from. */
export function Answer({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useWords()
  const section = useRef<HTMLElement>(null)
  // A new text takes the old answer away first, so a new answer is always a new section.
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section ref={section} className={styles.answer} aria-label={t('explain.answer')}>
      {explanation.causes.map((cause) => (
        <CausePanel key={cause.code} cause={cause} explanation={explanation} />
      ))}
      <Source explanation={explanation} />
    </section>
  )
}

interface CausePanelProps {
  readonly cause: ExplainedCause
  readonly explanation: Explanation
}

function CausePanel({ cause, explanation }: CausePanelProps) {
  const { t } = useWords()
  const { title, explanation: words } = causeWords(cause, t)
  const { code, severity, turn, recipients, temporary, actions } = cause
  const tone = severity === 'info' ? 'good' : temporary ? 'warn' : 'bad'
  return (
    <article className={styles.cause} data-tone={tone}>
      <div className={styles.words}>
        <h2>{title}</h2>
        <p>{words}</p>
        {severity !== 'info' && (
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
      {actions.length > 0 && (
        <div className={styles.actions}>
          {actions.map((advice, index) => (
            <CauseButton
              key={`${code} ${advice.kind}`}
              advice={advice}
              cause={cause}
              explanation={explanation}
              variant={index === 0 ? 'main' : 'quiet'}
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
  const number = numberWords(reply, t)
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
