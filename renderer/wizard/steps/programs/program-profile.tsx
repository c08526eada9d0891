import { useId } from 'react'
import { inspectProblemWords } from '#shared/i18n/profile-words.ts'
import type { InspectedProfile } from '#shared/programs/account-review.ts'
import { READERS } from '#shared/programs/readers/readers.ts'
import { Breakable } from '#renderer/components/breakable.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { AccountRows } from '#renderer/wizard/steps/programs/account-rows.tsx'
import styles from './programs.module.css'

/** What one program has in one place. */
export function ProgramProfile({ profile }: { readonly profile: InspectedProfile }) {
  const { t } = useWords()
  const title = useId()
  const { id, client, version, path, read } = profile
  const { program } = READERS[client]
  const problem = read.ok ? null : inspectProblemWords(read.error, program, t)
  return (
    <section className={styles.program} aria-labelledby={title}>
      <div>
        <h2 id={title}>{version === null ? program : `${program} ${version}`}</h2>
        <p className={styles.path}>
          <Breakable text={path} />
        </p>
      </div>
      {problem !== null && (
        <Note tone="warn">
          <strong>{problem.title}.</strong> {problem.explanation}
        </Note>
      )}
      {read.ok && (
        <AccountRows client={client} profileId={id} accounts={read.value.accounts} notes={read.value.notes} />
      )}
    </section>
  )
}
