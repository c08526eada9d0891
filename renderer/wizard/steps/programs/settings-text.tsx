import { useState } from 'react'
import { READABLE_CLIENTS, READERS } from '#shared/programs/readers/readers.ts'
import { Button } from '#renderer/components/button.tsx'
import { TextArea } from '#renderer/components/text-area.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ProgramsStep } from '#renderer/wizard/machine/state.ts'
import { FileButton } from '#renderer/wizard/views/file-button.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './programs.module.css'

/** Where Outlook has its accounts; the same in every language. */
const OUTLOOK_KEY = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\Profiles'

/** The settings of a program that was not found, to be pasted, opened or dropped. */
export function SettingsText({ state: { profiles, problem } }: { readonly state: ProgramsStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const [text, setText] = useState('')
  const clients = READABLE_CLIENTS.map((client) => READERS[client].program).join(', ')
  return (
    <details className={styles.other} open={problem !== null || profiles?.length === 0}>
      <summary>{t('programs.text.open')}</summary>
      <form
        className={styles.paste}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void wizard.inspection.give(text)
        }}
      >
        <TextArea
          label={t('programs.text.label')}
          hint={t('programs.text.hint', { key: OUTLOOK_KEY })}
          problem={problem === null ? null : t(`programs.problem.${problem}`, { clients })}
          value={text}
          rows={5}
          spellCheck={false}
          autoComplete="off"
          dir="auto"
          onChange={({ target }) => setText(target.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit">{t('programs.text.read')}</Button>
          <FileButton
            label={t('programs.text.file')}
            accept=""
            onFile={(file) => void wizard.inspection.give(file)}
          />
        </div>
      </form>
      <p className={styles.guided}>{t('programs.guided', { byHand: t('address.by-hand') })}</p>
    </details>
  )
}
