import { settingsProblemWords } from '#shared/i18n/fix-words.ts'
import { READERS } from '#shared/programs/readers/readers.ts'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { InspectStep } from '#renderer/wizard/machine/state.ts'

/** Why nothing was written, or taken back; it stands where the user has pressed. */
export function FixProblemNote({ state: { fixing, subject } }: { readonly state: InspectStep }) {
  const { t } = useWords()
  if (fixing.problem === null) return null
  const { title, explanation } = settingsProblemWords(fixing.problem, READERS[subject.client].program, t)
  return (
    <Note tone="bad">
      <b>{title}.</b> {explanation}
    </Note>
  )
}
