import type { Protocol } from '#shared/domain/protocol.ts'
import type { ProvedService } from '#shared/domain/saved-account.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { listOf } from '#renderer/i18n/host-list.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { inReadingOrder } from '#renderer/wizard/machine/services.ts'
import type { DoneStep } from '#renderer/wizard/machine/state.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './done-screen.module.css'

export function DoneScreen({ state }: { readonly state: DoneStep }) {
  const { t, language } = useWords()
  const { wizard } = useTools()
  const { address, services, secretStore, oauth } = state.account
  const { leftOut } = state
  const namesOf = (protocols: readonly Protocol[]) =>
    listOf(
      protocols.map((protocol) => t(`service.${protocol}`)),
      language,
    )
  const works = namesOf(services.map(({ endpoint }) => endpoint.protocol))
  const hasPassword = services.some(({ signIn }) => signIn === 'password')
  return (
    <Page
      title={leftOut.length === 0 ? t('done.title') : t('done.title.partial', { works })}
      lead={
        leftOut.length === 0
          ? t('done.lead', { address })
          : t('done.lead.partial', { address, works, left: namesOf(leftOut) })
      }
      actions={<Button onClick={() => wizard.restart()}>{t('done.another')}</Button>}
    >
      <Note tone={secretStore === null ? 'info' : 'good'}>
        {secretStore === null
          ? t(oauth !== null ? 'done.no-token' : hasPassword ? 'done.no-secret' : 'done.no-password')
          : t(oauth === null ? 'done.secret' : 'done.token', { store: t(`store.${secretStore}`) })}
      </Note>
      <section aria-labelledby="settings-title">
        <h2 id="settings-title">{t('done.settings')}</h2>
        <div className={styles.settings}>
          {inReadingOrder(services).map((service) => (
            <Settings key={service.endpoint.protocol} service={service} />
          ))}
        </div>
      </section>
    </Page>
  )
}

/** What a mail program asks for, in the order in which it asks. */
function Settings({ service }: { readonly service: ProvedService }) {
  const { t } = useWords()
  const { endpoint, userName, signIn } = service
  const rows: readonly (readonly [string, string])[] = [
    [t('servers.field.host'), endpoint.host],
    [t('servers.field.port'), String(endpoint.port)],
    [t('servers.field.security'), t(`security-name.${endpoint.security}`)],
    signIn === 'none'
      ? [t('done.authentication'), t('done.authentication.none')]
      : [t('servers.field.user-name'), userName],
  ]
  return (
    <div className={styles.card}>
      <h3>{t(`service.${endpoint.protocol}`)}</h3>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
