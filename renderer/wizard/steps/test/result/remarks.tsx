import { isPossible } from '#shared/finding/action.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { ActionButton } from '#renderer/wizard/steps/test/finding/action-button.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

interface RemarksProps {
  readonly lanes: readonly Lane[]
  readonly address: string
}

/** What deserves a word although everything works, with its next step; once, if several services have the same. */
export function Remarks({ lanes, address }: RemarksProps) {
  const { t } = useWords()
  const { app } = useTools()
  const remarks = new Map(
    lanes.flatMap(({ result }) =>
      result?.verdict === 'warning'
        ? result.findings.map(
            (finding) => [`${finding.code} ${finding.product ?? ''}`, { finding, result }] as const,
          )
        : [],
    ),
  )
  return [...remarks].map(([key, { finding, result }]) => {
    const { title, explanation } = findingWords(finding, t)
    const next = finding.actions.find((action) => isPossible(action, app.capabilities.signIn))
    return (
      <Note
        key={key}
        tone="warn"
        action={
          next !== undefined && (
            <ActionButton
              action={next}
              cause={{ finding, result, results: [result] }}
              address={address}
              variant="quiet"
            />
          )
        }
      >
        <b>{title}</b>
        <p>{explanation}</p>
      </Note>
    )
  })
}
