import type { DiscoveredProvider } from '#shared/discovery/discovery.ts'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { OpenPageButton } from '#renderer/wizard/views/open-page-button.tsx'
import styles from './app-password-steps.module.css'

/** How to come by an app password, with the very page where it is made. */
export function AppPasswordSteps({ provider }: { readonly provider: DiscoveredProvider }) {
  const { t } = useWords()
  const { name, appPasswordPage: url } = provider
  if (url === null) return null
  return (
    <Note tone="info" action={<OpenPageButton url={url} />}>
      {t('app-password.title', { provider: name })}
      <ol className={styles.steps}>
        <li>{t('app-password.open', { provider: name })}</li>
        <li>{t('app-password.make')}</li>
        <li>{t('app-password.copy')}</li>
      </ol>
    </Note>
  )
}
