import { useState } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { MessageDialog } from '#renderer/wizard/message-dialog.tsx'

/** A swallowed door is for whoever runs the network to open: here is what to ask them for. */
export function RequestButton({ request }: { readonly request: string }) {
  const { t } = useWords()
  const [shown, setShown] = useState<'no' | 'yes'>('no')
  return (
    <>
      <Button look="quiet" onClick={() => setShown('yes')}>
        {t('survey.request')}
      </Button>
      {shown === 'yes' && (
        <MessageDialog title={t('firewall.title')} message={request} onClose={() => setShown('no')} />
      )}
    </>
  )
}
