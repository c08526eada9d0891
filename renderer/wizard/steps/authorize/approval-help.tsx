import { useState } from 'react'
import { messageTitle } from '#shared/i18n/action-words.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import { oauthAdminMessage } from '#shared/report/oauth-admin-message.ts'
import { Button } from '#renderer/components/button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { MessageDialog } from '#renderer/wizard/views/message-dialog.tsx'
import styles from './authorize-screen.module.css'

interface ApprovalHelpProps {
  readonly approval: OAuthFinding
  readonly address: string
}

/** For a user before a page that wants an administrator: it sends no answer, so Mailwright cannot know. */
export function ApprovalHelp({ approval, address }: ApprovalHelpProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <details>
      <summary>{t('oauth.approval.summary')}</summary>
      <div className={styles.approval}>
        <p>{t('oauth.approval.text')}</p>
        <Button onClick={() => setOpen(true)}>{t('action.ask-own-admin')}</Button>
      </div>
      {isOpen && (
        <MessageDialog
          title={messageTitle(approval.turn, t)}
          letter={oauthAdminMessage(approval, address, t)}
          onClose={() => setOpen(false)}
        />
      )}
    </details>
  )
}
