import { doubtAbout } from '#shared/catalogue/address-doubt.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { HowTo } from '#renderer/wizard/steps/explain/button-action.ts'

interface HowToDialogProps {
  readonly title: string
  readonly how: HowTo
  /** The addresses the text is about. */
  readonly addresses: readonly string[]
  readonly onClose: () => void
}

/** What to do by hand, in a few sentences. */
export function HowToDialog({ title, how, addresses, onClose }: HowToDialogProps) {
  const { t } = useWords()
  const slips = how === 'address' ? addresses.flatMap(slipIn) : []
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{t(`explain.how.${how}`)}</p>
      {slips.map(({ address, suggestion }) => (
        <Note key={address} tone="warn">
          <b>{address}</b>: {t('address.typo', { suggestion })}
        </Note>
      ))}
      <DialogActions closeLabel={t('close')}>{null}</DialogActions>
    </Dialog>
  )
}

/** What an address may have been meant to be: by its form, or by the domain of a known provider. */
function slipIn(address: string): readonly { readonly address: string; readonly suggestion: string }[] {
  const parsed = parseEmailAddress(address)
  if (!parsed.ok)
    return 'suggestion' in parsed.error ? [{ address, suggestion: parsed.error.suggestion }] : []
  const doubt = doubtAbout(parsed.value)
  return doubt !== null && 'suggestion' in doubt ? [{ address, suggestion: doubt.suggestion }] : []
}
