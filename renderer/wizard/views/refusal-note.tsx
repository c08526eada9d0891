import type { RefusalRecord } from '#shared/accounts/refusals.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'

export interface RefusalProps {
  readonly refusals: RefusalRecord | null
}

/** Says how close the account may be to a lock-out; it stops no user who has another password. */
export function RefusalNote({ refusals }: RefusalProps) {
  const { t, language } = useWords()
  if (refusals === null || refusals.since === null) return null
  const { refused, left, unsaved } = refusals
  const since = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(refusals.since))
  return (
    <Note tone={left === 0 ? 'warn' : 'info'}>
      {t('sign-in.refusals', { refused, left, since })}
      {unsaved !== null && ` ${t('refusals-unsaved', codeWords(unsaved, t))}`}
    </Note>
  )
}
