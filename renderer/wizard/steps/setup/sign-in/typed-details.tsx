import type { OAuthOffer } from '#shared/oauth/sign-in-event.ts'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './browser-offer.module.css'

interface ClientIdFieldProps {
  readonly problem?: string | null
  readonly value?: string
  readonly onChange?: (value: string) => void
}

/** The name under which an organisation has registered this program. */
export function ClientIdField({ onChange, ...rest }: ClientIdFieldProps) {
  const { t } = useWords()
  return (
    <TextField
      label={t('oauth.field.client-id')}
      hint={t('oauth.field.client-id.hint')}
      name="client-id"
      autoComplete="off"
      spellCheck={false}
      maxLength={500}
      onChange={({ target }) => onChange?.(target.value)}
      {...rest}
    />
  )
}

interface ClientFieldsProps extends ClientIdFieldProps {
  readonly secret: OAuthOffer['clientSecret']
}

/** What the user has been given for this program. */
export function ClientFields({ secret, ...rest }: ClientFieldsProps) {
  const { t } = useWords()
  return (
    <div className={styles.fields}>
      <ClientIdField {...rest} />
      {secret === 'usual' && (
        <TextField
          label={t('oauth.field.client-secret')}
          name="client-secret"
          type="password"
          autoComplete="off"
          maxLength={500}
        />
      )}
    </div>
  )
}

/** Read when they are needed and kept nowhere in between: what some issuers call a secret is among them. */
export function readDetails(form: HTMLFormElement | null) {
  const data = form === null ? null : new FormData(form)
  const field = (name: string) => {
    const value = data?.get(name)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  const id = field('client-id')
  return {
    client: id === null ? null : { id, secret: field('client-secret') },
    issuer: field('issuer'),
  }
}
