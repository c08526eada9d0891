import { addressDoubtWords } from '#shared/i18n/address-words.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { OpenDoubt } from '#renderer/wizard/machine/state.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

/** What is asked about an address that may be meant otherwise; the way on as typed is always there. */
export function DoubtNote({ doubt: { address, about } }: { readonly doubt: OpenDoubt }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const { title, explanation } = addressDoubtWords(address, about, t)
  const insist = about.kind !== 'international' && (
    <Button onClick={() => void wizard.address.insist()}>
      {t('address.insist', { address: about.kind === 'lookalike' ? address.ascii : address.unicode })}
    </Button>
  )
  return (
    <Note tone={about.kind === 'international' ? 'info' : 'warn'} action={insist}>
      <strong>{title}</strong>
      <br />
      {explanation}
    </Note>
  )
}
