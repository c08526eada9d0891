import { findingWords } from '#shared/i18n/finding-words.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'

interface AnnouncerProps {
  readonly lanes: readonly Lane[]
  /** What came of it all; `null` while something is still under way. */
  readonly verdict: string | null
}

/** Tells a screen reader how each service ended, and the whole; the stages in between would only be noise. */
export function Announcer({ lanes, verdict }: AnnouncerProps) {
  const { t } = useWords()
  return (
    <>
      <p className="unseen" role="status">
        {verdict}
      </p>
      <ul className="unseen" aria-live="polite" aria-relevant="additions">
        {lanes.map(({ endpoint, result }) => {
          if (result === null) return null
          const [finding] = result.findings
          const outcome = finding === undefined ? verdictWords(result, t) : findingWords(finding, t).title
          return (
            <li key={endpoint.protocol}>
              {t(`service.${endpoint.protocol}`)}: {outcome}
            </li>
          )
        })}
      </ul>
    </>
  )
}
