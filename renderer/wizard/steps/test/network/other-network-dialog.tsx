import { Button } from '#renderer/components/button.tsx'
import { closeDialogOf, Dialog, DialogActions } from '#renderer/components/dialog.tsx'
import { useWords } from '#renderer/i18n/words.tsx'

interface OtherNetworkDialogProps {
  readonly onReady: () => void
  readonly onClose: () => void
}

/** How to get into another network, and what comes of it. Mailwright waits until the user says it is done. */
export function OtherNetworkDialog({ onReady, onClose }: OtherNetworkDialogProps) {
  const { t } = useWords()
  return (
    <Dialog title={t('other-network.title')} onClose={onClose}>
      <p>{t('other-network.why')}</p>
      <ol>
        <li>{t('other-network.phone')}</li>
        <li>{t('other-network.join')}</li>
        <li>{t('other-network.return')}</li>
      </ol>
      <DialogActions closeLabel={t('close')}>
        <Button
          variant="main"
          onClick={(event) => {
            closeDialogOf(event.currentTarget)
            onReady()
          }}
        >
          {t('other-network.ready')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
