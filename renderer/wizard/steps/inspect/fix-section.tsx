import { useEffect, useRef } from 'react'
import type { FixOffer } from '#shared/programs/fix/fix-offer.ts'
import type { LineChange } from '#shared/programs/fix/fix-problem.ts'
import { READERS } from '#shared/programs/readers/readers.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import type { InspectStep } from '#renderer/wizard/machine/state.ts'
import { FixProblemNote } from '#renderer/wizard/steps/inspect/fix-problem.tsx'
import styles from './fix.module.css'

/** The lines that would change, once the user wants to see them. */
export function FixSection({ state }: { readonly state: InspectStep }) {
  const { offer, view } = state.fixing
  return offer !== null && view === 'lines' && <Lines state={state} offer={offer} />
}

function Lines({
  state,
  offer: { next, changes },
}: {
  readonly state: InspectStep
  readonly offer: FixOffer
}) {
  const { t } = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <section className={styles.fix} aria-labelledby="fix-title">
      <h2 id="fix-title" ref={title} tabIndex={-1} className={styles.title}>
        {t('inspected.fix.title', { program: READERS[state.subject.client].program })}
      </h2>
      <p>{t(`inspected.fix.lead.${next}`, { count: changes.length })}</p>
      {changes.map((change) => (
        <Line key={`${change.line} ${change.after}`} change={change} />
      ))}
      <div role="status" className={styles.outcome}>
        <FixProblemNote state={state} />
      </div>
    </section>
  )
}

/** One line of the file, as it is and as it would be. */
function Line({ change: { line, before, after } }: { readonly change: LineChange }) {
  const { t } = useWords()
  return (
    <figure className={styles.line}>
      <figcaption>{t(`inspected.fix.${before === null ? 'new-line' : 'line'}`, { line })}</figcaption>
      <dl>
        {before !== null && (
          <div data-value="old">
            <dt>{t('inspected.fix.before')}</dt>
            <dd>
              <code dir="ltr">{before}</code>
            </dd>
          </div>
        )}
        <div data-value="new">
          <dt>{t('inspected.fix.after')}</dt>
          <dd>
            <code dir="ltr">{after}</code>
          </dd>
        </div>
      </dl>
    </figure>
  )
}
