import { useState } from 'react'
import type { CertificateFacts } from '#shared/domain/certificate.ts'
import { Button } from '#renderer/components/button.tsx'
import { closeDialogOf, Dialog, DialogActions } from '#renderer/components/dialog.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { CertificateTable } from '#renderer/wizard/steps/test/lane/certificate-table.tsx'

/** Enough of a fingerprint that no user hits it by chance, not too much to read out over the telephone. */
const DIGITS = 8

interface TrustDialogProps {
  readonly host: string
  readonly certificate: CertificateFacts
  readonly onTrust: (fingerprint: string) => void
  readonly onClose: () => void
}

/**
 * Accepts a certificate that no authority vouches for. The server's administrator has to say its fingerprint:
 * the field takes what they said, so that looking at the screen alone is not enough to press the button in
 * good faith.
 */
export function TrustDialog({ host, certificate, onTrust, onClose }: TrustDialogProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const trust = (form: HTMLFormElement) => {
    if (!matches(typed, certificate.fingerprint)) return setWrong(true)
    closeDialogOf(form)
    onTrust(certificate.fingerprint)
  }
  return (
    <Dialog title={t('pin.title', { host })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          trust(event.currentTarget)
        }}
      >
        <p>{t('pin.lead')}</p>
        <CertificateTable certificate={{ ...certificate, fingerprint: hidden(certificate.fingerprint) }} />
        <TextField
          label={t('pin.field', { count: DIGITS })}
          value={typed}
          problem={isWrong ? t('pin.wrong') : null}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.target.value)
            setWrong(false)
          }}
        />
        <DialogActions closeLabel={t('close')}>
          <Button type="submit">{t('pin.accept')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** The digits to be typed are not shown: they have to come from the administrator. */
function hidden(fingerprint: string): string {
  const digits = fingerprint.replaceAll(':', '')
  const shown = digits.slice(0, digits.length - DIGITS)
  return `${shown.replace(/(..)(?=.)/g, '$1:')}:…`
}

function matches(typed: string, fingerprint: string): boolean {
  const digits = typed.replace(/[\s:-]/g, '').toUpperCase()
  return digits.length >= DIGITS && fingerprint.replaceAll(':', '').endsWith(digits)
}
