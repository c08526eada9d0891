import { useState } from 'react'
import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import { Button } from '#renderer/components/button.tsx'
import { closeDialogOf, Dialog, DialogActions } from '#renderer/components/dialog.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './send-test.module.css'

/** A test message to oneself, or to an address that is typed and then sent to: its owner has to look there. */
export function SendTest() {
  const { t, language } = useWords()
  const { wizard } = useTools()
  const [isOpen, setOpen] = useState(false)
  const send = (to: EmailAddress | null) => void wizard.live.sendMessage(language, to?.unicode ?? null)
  return (
    <div className={styles.row}>
      <Button variant="quiet" onClick={() => send(null)}>
        {t('proof.send')}
      </Button>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {t('proof.send-to')}
      </Button>
      {isOpen && <RecipientDialog onSend={send} onClose={() => setOpen(false)} />}
    </div>
  )
}

interface RecipientDialogProps {
  readonly onSend: (to: EmailAddress) => void
  readonly onClose: () => void
}

function RecipientDialog({ onSend, onClose }: RecipientDialogProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const send = (form: HTMLFormElement) => {
    const to = parseEmailAddress(typed)
    if (!to.ok) return setWrong(true)
    closeDialogOf(form)
    onSend(to.value)
  }
  return (
    <Dialog title={t('send-to.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send(event.currentTarget)
        }}
      >
        <p>{t('send-to.lead')}</p>
        <TextField
          label={t('send-to.field')}
          type="text"
          inputMode="email"
          value={typed}
          problem={isWrong ? t('send-to.wrong') : null}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.target.value)
            setWrong(false)
          }}
        />
        <DialogActions closeLabel={t('close')}>
          <Button type="submit">{t('send-to.send')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
