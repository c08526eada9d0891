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
import { Announcer } from '#renderer/wizard/views/announcer.tsx'
import styles from './inspect.module.css'

/** What the page is about right now; `null`: about the account, and nothing more is known. */
export function inspectTitle(
  { inspecting, subject: { client } }: InspectStep,
  translator: Translator,
): string | null {
  const outcome = outcomeOf(inspecting)
  const [first] = findingsOf(inspecting)
  if (outcome === 'open') return null
  if (outcome === 'wrong')
    return first === undefined ? null : settingWords(first, client, READERS[client].program, translator).title
  return translator.t(`inspected.title.${outcome}`)
}

/** How the account stands: the first cause in a sentence, with its values and its place, and the rest behind it. */
export function Judgement({ state }: { readonly state: InspectStep }) {
  const { t, language } = useWords()
  const { inspecting, subject } = state
  const title = inspectTitle(state, { t, language })
  const outcome = outcomeOf(inspecting)
  const { program } = READERS[subject.client]
  if (inspecting.state === 'looking-up') return <p role="status">{t('inspected.looking-up')}</p>
  if (title === null) return null
  return (
    <section className={styles.judgement} aria-labelledby={PAGE_TITLE}>
      <h2 id={PAGE_TITLE} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      <Announcer
        lanes={'lanes' in inspecting ? inspecting.lanes : []}
        verdict={inspecting.state === 'testing' ? null : title}
      />
      {(outcome === 'works' || outcome === 'sound') && (
        <Note tone={outcome === 'works' ? 'good' : 'info'}>
          {t(`inspected.text.${outcome}`, { program })}
        </Note>
      )}
      <Findings state={state} findings={findingsOf(inspecting)} />
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
      <FindingCard state={state} finding={first} heading={first.severity === 'error' ? 'above' : 'own'} />
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
              />
            ))}
          </div>
        </details>
      )}
    </>
  )
}
