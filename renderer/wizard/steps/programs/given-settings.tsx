import { useEffect, useRef } from 'react'
import type { RecognisedSettings } from '#shared/programs/recognise.ts'
import { READERS } from '#shared/programs/readers/readers.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { AccountRows } from '#renderer/wizard/steps/programs/account-rows.tsx'
import styles from './programs.module.css'

/** The accounts in what the user gave. They stand first, and the focus goes there: what was read is what is wanted. */
export function GivenSettings({ given }: { readonly given: RecognisedSettings }) {
  const { t } = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (given.accounts.length > 0) title.current?.focus()
  }, [given])
  return (
    <section className={styles.program} aria-labelledby="given-title">
      <h2 ref={title} id="given-title" tabIndex={-1} className={styles.given}>
        {t('programs.given', { program: READERS[given.client].program })}
      </h2>
      <AccountRows
        client={given.client}
        profileId={null}
        accounts={given.accounts.map((account) => ({ account, findings: [] }))}
        notes={given.notes}
      />
    </section>
  )
}
