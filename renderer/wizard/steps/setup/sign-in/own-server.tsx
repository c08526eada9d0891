import { useRef, useState } from 'react'
import type { OAuthWay } from '#shared/catalogue/oauth/issuer.ts'
import { Button } from '#renderer/components/button.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { ClientIdField, readDetails } from '#renderer/wizard/steps/setup/sign-in/typed-details.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './browser-offer.module.css'

/** For a user who was told where to sign in, at a provider of which Mailwright does not know it. */
export function OwnServer() {
  const { t, language } = useWords()
  const { wizard } = useTools()
  const form = useRef<HTMLFormElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const start = (way: OAuthWay) => {
    const typed = readDetails(form.current)
    if (typed.issuer === null) setProblem(t('oauth.field.empty'))
    else void wizard.authorizer.start(way, language, typed)
  }
  return (
    <details>
      <summary>{t('oauth.offer.own')}</summary>
      <form
        ref={form}
        className={styles.fields}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          start('browser')
        }}
      >
        <TextField
          label={t('oauth.field.issuer')}
          hint={t('oauth.field.issuer.hint')}
          problem={problem}
          name="issuer"
          type="url"
          autoComplete="off"
          maxLength={500}
          onChange={() => setProblem(null)}
        />
        <ClientIdField />
        <div className={styles.buttons}>
          <Button type="submit">{t('oauth.offer.browser')}</Button>
          <Button onClick={() => start('device')}>{t('oauth.offer.device')}</Button>
        </div>
      </form>
    </details>
  )
}
