import { useState } from 'react'
import { MAX_SHEET, readSheet } from '#shared/discovery/sheet/read-sheet.ts'
import { Button } from '#renderer/components/button.tsx'
import { TextArea } from '#renderer/components/text-area.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './settings.module.css'

/** What a provider has sent, to be pasted: its servers come into the fields below, where the user checks them. */
export function ProviderSheet() {
  const { t, language } = useWords()
  const { wizard } = useTools()
  const [text, setText] = useState('')
  const [found, setFound] = useState<readonly string[] | null>(null)
  const read = (sheet: string) => {
    const settings = readSheet(sheet)
    setFound(settings.map(({ protocol }) => t(`service.${protocol}`)))
    if (settings.length > 0) wizard.dispatch({ type: 'sheet-read', settings })
  }
  return (
    <details className={styles.sheet}>
      <summary>{t('sheet.open')}</summary>
      <div className={styles.paste}>
        <TextArea
          label={t('sheet.label')}
          hint={t('sheet.hint')}
          problem={found?.length === 0 ? t('sheet.nothing') : null}
          value={text}
          maxLength={MAX_SHEET}
          rows={5}
          spellCheck={false}
          autoComplete="off"
          dir="auto"
          onChange={({ target, nativeEvent }) => {
            setText(target.value)
            setFound(null)
            if ('inputType' in nativeEvent && nativeEvent.inputType === 'insertFromPaste') read(target.value)
          }}
        />
        <p role="status">
          {found !== null &&
            found.length > 0 &&
            t('sheet.found', {
              services: new Intl.ListFormat(language, { type: 'conjunction' }).format(found),
            })}
        </p>
        <div>
          <Button disabled={text.trim() === ''} onClick={() => read(text)}>
            {t('sheet.read')}
          </Button>
        </div>
      </div>
    </details>
  )
}
