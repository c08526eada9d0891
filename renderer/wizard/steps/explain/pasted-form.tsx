import { useCallback, type ChangeEvent } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { TextArea } from '#renderer/components/text-area.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ExplainStep } from '#renderer/wizard/machine/state.ts'
import { readPastedFile } from '#renderer/wizard/steps/explain/read-pasted-file.ts'
import { FileButton } from '#renderer/wizard/views/file-button.tsx'
import { useFileDrop } from '#renderer/wizard/views/use-file-drop.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './pasted-form.module.css'

const FILES = '.eml,.txt,.log,message/rfc822,text/plain'

/** The text, by typing, pasting, dropping or opening a file. What was pasted is explained at once. */
export function PastedForm({ state }: { readonly state: ExplainStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const { pasted, problem } = state
  const takeFile = useCallback(
    async (file: File) => {
      const read = await readPastedFile(file)
      if (read.ok) await wizard.explain(read.value)
      else wizard.dispatch({ type: 'text-refused', problem: read.error })
    },
    [wizard],
  )
  useFileDrop((file) => void takeFile(file))
  const change = ({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) => {
    const typed = { text: target.value, octets: null }
    const isWhole = 'inputType' in nativeEvent && nativeEvent.inputType === 'insertFromPaste'
    if (isWhole) void wizard.explain(typed)
    else wizard.dispatch({ type: 'text-pasted', pasted: typed })
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void wizard.explain({ ...pasted })
      }}
    >
      <TextArea
        label={t('explain.label')}
        hint={t('explain.hint')}
        problem={problem === null ? null : t(`explain.problem.${problem}`)}
        value={pasted.text}
        placeholder={t('explain.placeholder')}
        autoFocus
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        onChange={change}
      />
      <div className={styles.buttons}>
        <Button variant="main" type="submit">
          {t('explain.submit')}
        </Button>
        <FileButton label={t('explain.open-file')} accept={FILES} onFile={(file) => void takeFile(file)} />
      </div>
    </form>
  )
}
