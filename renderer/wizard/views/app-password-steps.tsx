import type { DiscoveredProvider } from '#shared/discovery/discovery.ts'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './app-password-steps.module.css'

/** How to come by an app password, with the very page where it is made. */
export function AppPasswordSteps({ provider }: { readonly provider: DiscoveredProvider }) {
  const { t } = useWords()
  const { engine } = useTools()
  const { name, appPasswordPage: url } = provider
  if (url === null) return null
  return (
    <Note
      tone="info"
      action={
        <Button variant="quiet" onClick={() => void engine.app.open({ url })}>
          {t('open-page')} <Icon name="outside" />
        </Button>
      }
    >
      {t('app-password.title', { provider: name })}
      <ol className={styles.steps}>
        <li>{t('app-password.open', { provider: name })}</li>
        <li>{t('app-password.make')}</li>
        <li>{t('app-password.copy')}</li>
      </ol>
    </Note>
  )
}
