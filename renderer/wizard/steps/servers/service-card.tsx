import type { RankedCandidate } from '#shared/domain/candidate.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { reasonWords } from '#shared/i18n/discovery-words.ts'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { signInOf } from '#renderer/wizard/machine/services.ts'
import type { ServiceChoice } from '#renderer/wizard/machine/state.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './service-card.module.css'

interface ServiceCardProps {
  readonly service: ServiceChoice
  /** The organisation that has fixed the servers, `null` where the user may change them. */
  readonly heldBy: string | null
}

/** One service: what is proposed, why, and the way to change it. */
export function ServiceCard({ service, heldBy }: ServiceCardProps) {
  const { t } = useWords()
  const { protocol, chosen, others, use } = service
  const none = heldBy === null ? t('servers.none') : t('policy.none', { organisation: heldBy })
  return (
    <section className={styles.card} data-use={use} aria-labelledby={`service-${protocol}`}>
      <span className={styles.glyph}>
        <Icon name={protocol === 'smtp' ? 'outbox' : 'inbox'} />
      </span>
      <div className={styles.words}>
        <h2 id={`service-${protocol}`}>{t(`service.${protocol}`)}</h2>
        {chosen === null ? <p className={styles.why}>{none}</p> : <Chosen candidate={chosen} />}
      </div>
      <Tools service={service} heldBy={heldBy} />
      {heldBy === null && others.length > 0 && <Others candidates={others} />}
    </section>
  )
}

function Chosen({ candidate }: { readonly candidate: RankedCandidate }) {
  const { t } = useWords()
  const { endpoint, userName, why } = candidate
  return (
    <>
      <p className={styles.host}>
        <b>{endpoint.host}</b> <Endpoint endpoint={endpoint} />
      </p>
      {signInOf(candidate) === 'none' ? (
        <p className={styles.relay}>{t('no-sign-in')}</p>
      ) : (
        <p className={styles.why}>{t('servers.user-name', { userName })}</p>
      )}
      <p className={styles.why}>{reasonWords(why, t)}</p>
    </>
  )
}

function Endpoint({ endpoint: { port, security } }: Pick<RankedCandidate, 'endpoint'>) {
  const { t } = useWords()
  return (
    <span className={styles.endpoint}>
      {t('servers.port', { port: String(port) })} · {t(`security.${security}`)}
    </span>
  )
}

function Tools({ service, heldBy }: ServiceCardProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  const { protocol, chosen, use } = service
  return (
    <div className={styles.tools}>
      <label className={styles.use}>
        <input
          type="checkbox"
          checked={use === 'test'}
          disabled={chosen === null}
          onChange={() => wizard.dispatch({ type: 'service-toggled', protocol })}
        />
        {t('servers.use')}
        <span className="unseen">{t(`service.${protocol}`)}</span>
      </label>
      {heldBy === null && (
        <Button
          variant="quiet"
          aria-label={t('servers.change-named', { service: t(`service.${protocol}`) })}
          onClick={() => wizard.dispatch({ type: 'server-edited', protocol })}
        >
          <Icon name="pencil" /> {t('servers.change')}
        </Button>
      )}
    </div>
  )
}

function Others({ candidates }: { readonly candidates: readonly RankedCandidate[] }) {
  const { t } = useWords()
  const { wizard } = useTools()
  return (
    <details className={styles.others}>
      <summary>{t('servers.others', { count: candidates.length })}</summary>
      <ul>
        {candidates.map((candidate) => (
          <li key={formatEndpoint(candidate.endpoint)}>
            <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'candidate-chosen', candidate })}>
              {candidate.endpoint.host}
            </Button>
            <Endpoint endpoint={candidate.endpoint} />
          </li>
        ))}
      </ul>
    </details>
  )
}
