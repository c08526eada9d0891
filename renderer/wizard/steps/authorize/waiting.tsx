import type { ReactNode } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { AuthorizeStep } from '#renderer/wizard/machine/state.ts'
import { ApprovalHelp } from '#renderer/wizard/steps/authorize/approval-help.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './authorize-screen.module.css'

interface WaitingProps {
  readonly state: AuthorizeStep
  readonly title: string
  readonly children: ReactNode
}

/** What every wait has in common: that it is one, what disturbed it, and the way out. */
export function Waiting({ state, title, children }: WaitingProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  return (
    <Page
      title={title}
      aside={
        <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'back' })}>
          {t('oauth.cancel')}
        </Button>
      }
    >
      {children}
      <p className={styles.waiting} role="status">
        <span className={styles.ring} aria-hidden="true" /> {t('oauth.waiting')}
      </p>
      {state.approval !== undefined && (
        <ApprovalHelp approval={state.approval} address={state.address.unicode} />
      )}
      {state.strays === 'seen' && <Note tone="warn">{t('oauth.stray')}</Note>}
    </Page>
  )
}
