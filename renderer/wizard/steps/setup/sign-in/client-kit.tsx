import { useRef, useState } from 'react'
import type { Protocol } from '#shared/domain/protocol.ts'
import {
  isClientIdForm,
  NO_TENANT,
  policyWithClient,
  type OAuthRegistration,
} from '#shared/oauth/client-registration.ts'
import { clientKit } from '#shared/report/client-kit.ts'
import { Button } from '#renderer/components/button.tsx'
import { CopyButton } from '#renderer/components/copy-button.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { ClientFields } from '#renderer/wizard/steps/setup/sign-in/typed-details.tsx'
import { useClientId } from '#renderer/wizard/steps/setup/sign-in/use-client-id.ts'
import { MessageDialog } from '#renderer/wizard/views/message-dialog.tsx'
import styles from './browser-offer.module.css'

interface ClientKitProps {
  readonly registration: OAuthRegistration
  readonly server: string
  readonly tenant: string
  readonly protocols: readonly Protocol[]
  readonly problem: string | null
  readonly onChange: () => void
}

/** For a technician: how a client ID is had, whether the issuer knows it, and where it is kept. */
export function ClientKit({ registration, server, tenant, protocols, problem, onChange }: ClientKitProps) {
  const { t } = useWords()
  const fields = useRef<HTMLDivElement>(null)
  const { clientId, told, type, check, keep } = useClientId(registration.id, server)
  const [shown, setShown] = useState<'no' | 'kit'>('no')
  const { console } = registration
  const typed = clientId.trim()
  const isFit = isClientIdForm(console, typed)
  return (
    <div className={styles.fields} ref={fields}>
      <div>
        <Button onClick={() => setShown('kit')}>{t('oauth.kit.open')}</Button>
      </div>
      <ClientFields
        secret={registration.clientSecret ?? 'none'}
        problem={problem ?? (typed !== '' && !isFit ? t(`oauth.kit.form.${console}`) : null)}
        value={clientId}
        onChange={(value) => {
          type(value)
          onChange()
        }}
      />
      <div className={styles.buttons}>
        <Button disabled={!isFit} onClick={() => void check(fields.current?.closest('form') ?? null)}>
          {t('oauth.kit.check', { server })}
        </Button>
        <Button disabled={!isFit} onClick={() => void keep()}>
          {t('oauth.kit.keep')}
        </Button>
        {isFit && tenant !== NO_TENANT && (
          <CopyButton
            label={t('oauth.kit.policy')}
            done={t('oauth.kit.policy.done')}
            text={policyWithClient(registration, typed, tenant)}
          />
        )}
      </div>
      <p role="status">{told}</p>
      {shown === 'kit' && (
        <MessageDialog
          title={t('oauth.kit.open')}
          lead={t('oauth.kit.lead')}
          letter={clientKit(registration, { server, tenant, protocols, clientId: typed }, t)}
          onClose={() => setShown('no')}
        />
      )}
    </div>
  )
}
