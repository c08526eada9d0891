import { findingWords } from '#shared/i18n/finding-words.ts'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Lane } from '#renderer/wizard/lanes.ts'

/** What deserves a word although everything works; once, if it is the same for several services. */
export function Remarks({ lanes }: { readonly lanes: readonly Lane[] }) {
  const { t } = useWords()
  const findings = lanes.flatMap(({ result }) => (result?.verdict === 'warning' ? result.findings : []))
  const words = new Map(
    findings.map((finding) => [
      `${finding.code} ${finding.facts['product'] ?? ''}`,
      findingWords(finding, t),
    ]),
  )
  return [...words].map(([key, { title, explanation }]) => (
    <Note key={key} tone="warn">
      <b>{title}</b>
      <p>{explanation}</p>
    </Note>
  ))
}
