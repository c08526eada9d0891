import { useState } from 'react'
import type { Letter } from '#shared/report/letter.ts'
import { Button } from '#renderer/components/button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { MessageDialog } from '#renderer/wizard/views/message-dialog.tsx'

interface RequestButtonProps {
  readonly request: Letter
  /** Whose network it is about. */
  readonly network: 'this' | 'other'
}

/** A swallowed port is for the network's administrator to open: here is what to ask them for. */
export function RequestButton({ request, network }: RequestButtonProps) {
  const { t } = useWords()
  const [shown, setShown] = useState<'no' | 'yes'>('no')
  return (
    <>
      <Button variant="quiet" onClick={() => setShown('yes')}>
        {t(network === 'this' ? 'survey.request' : 'comparison.request')}
      </Button>
      {shown === 'yes' && (
        <MessageDialog title={t('firewall.title')} letter={request} onClose={() => setShown('no')} />
      )}
    </>
  )
}
