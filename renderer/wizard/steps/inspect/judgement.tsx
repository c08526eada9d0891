import { useEffect, useRef } from 'react'
import { settingWords } from '#shared/i18n/setting-words.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { READERS } from '#shared/programs/readers/readers.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'
import { Note } from '#renderer/components/note.tsx'
import { PAGE_TITLE } from '#renderer/components/page-title.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { findingsOf, outcomeOf } from '#renderer/wizard/machine/inspecting.ts'
import type { InspectStep } from '#renderer/wizard/machine/state.ts'
import { FindingCard } from '#renderer/wizard/steps/inspect/finding-card.tsx'
import { FixOutcome } from '#renderer/wizard/steps/inspect/fix-outcome.tsx'
import { FixSection } from '#renderer/wizard/steps/inspect/fix-section.tsx'
import { Announcer } from '#renderer/wizard/views/announcer.tsx'
import styles from './inspect.module.css'

/** What the page is about right now: how the account stands, and as soon as it is known the first cause. */
export function inspectTitle(
  { inspecting, fixing, subject: { client } }: InspectStep,
  translator: Translator,
): string {
  const outcome = outcomeOf(inspecting)
  if (outcome === 'works' && fixing.trial !== 'none') return translator.t('inspected.title.tried')
  if (outcome !== 'wrong') return translator.t(`inspected.title.${outcome}`)
  const [first] = findingsOf(inspecting)
  return first === undefined ? '' : settingWords(first, client, READERS[client].program, translator).title
}

/** How the account stands: the first cause in a sentence, with its values and its place, and the rest behind it. */
export function Judgement({ state }: { readonly state: InspectStep }) {
  const { t, language } = useWords()
  const { inspecting, subject } = state
  const title = inspectTitle(state, { t, language })
  const outcome = outcomeOf(inspecting)
  const place = useRef<HTMLElement>(null)
  const isJudged = inspecting.state === 'judged'
  // It grows at the top of the page, away from which the user may have scrolled.
  useEffect(() => {
    if (isJudged) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isJudged])
  return (
    <section ref={place} className={styles.judgement} aria-labelledby={PAGE_TITLE}>
      <h2 id={PAGE_TITLE} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      <Announcer
        lanes={'lanes' in inspecting ? inspecting.lanes : []}
        verdict={inspecting.state === 'testing' ? null : title}
      />
      <FixOutcome state={state} />
      {(outcome === 'works' || outcome === 'sound') && state.fixing.trial === 'none' && (
        <Note tone={outcome === 'works' ? 'good' : 'info'}>
          {t(`inspected.text.${outcome}`, { program: READERS[subject.client].program })}
        </Note>
      )}
      <Findings state={state} findings={findingsOf(inspecting)} />
      <FixSection state={state} />
    </section>
  )
}

interface FindingsProps {
  readonly state: InspectStep
  readonly findings: readonly SettingFinding[]
}

function Findings({ state, findings: [first, ...others] }: FindingsProps) {
  const { t } = useWords()
  if (first === undefined) return null
  return (
    <>
      <FindingCard
        state={state}
        finding={first}
        heading={first.severity === 'error' ? 'above' : 'own'}
        order="first"
      />
      {others.length > 0 && (
        <details className={styles.more}>
          <summary>{t('inspected.more', { count: others.length })}</summary>
          <div className={styles.cards}>
            {others.map((finding) => (
              <FindingCard
                key={`${finding.protocol} ${finding.code}`}
                state={state}
                finding={finding}
                heading="own"
                order="further"
              />
            ))}
          </div>
        </details>
      )}
    </>
  )
}
