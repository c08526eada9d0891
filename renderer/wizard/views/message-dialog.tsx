import { useRef, useState } from 'react'
import { letterText, mailLink, type Letter } from '#shared/report/letter.ts'
import { Button } from '#renderer/components/button.tsx'
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './message-dialog.module.css'

interface MessageDialogProps {
  readonly title: string
  /** What to do with it; otherwise what is done with a message to a provider. */
  readonly lead?: string
  readonly letter: Letter
  readonly onClose: () => void
}

/**
 * A ready message to an administrator who can help: to be read first, then copied or opened in a mail program. The window
 * of the desktop leads nowhere (`forbidNavigation`): there the engine opens it.
 */
export function MessageDialog({ title, lead, letter, onClose }: MessageDialogProps) {
  const { t, language } = useWords()
  const { app, engine } = useTools()
  const message = letterText(letter, t)
  const text = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState<'no' | 'yes' | 'by-hand'>('no')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(message)
      setCopied('yes')
    } catch {
      text.current?.select()
      setCopied('by-hand')
    }
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{lead ?? t('message.lead')}</p>
      <textarea ref={text} className={styles.text} readOnly value={message} rows={16} aria-label={title} />
      <p>
        {app.capabilities.host === 'browser' ? (
          <a href={mailLink(letter, t)}>{t('message.open')}</a>
        ) : (
          <Button variant="quiet" onClick={() => void engine.app.writeMail({ ...letter, language })}>
            {t('message.open')}
          </Button>
        )}
      </p>
      <DialogActions closeLabel={t('close')} status={copied !== 'no' && t(`message.copied.${copied}`)}>
        <Button variant="main" onClick={() => void copy()}>
          <Icon name="copy" /> {t('message.copy')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
