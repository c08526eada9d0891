import type { ReactNode } from 'react'
import type { RankedCandidate } from '#shared/domain/candidate.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { reasonWords } from '#shared/i18n/discovery-words.ts'
import { Breakable } from '#renderer/components/breakable.tsx'
import { Button } from '#renderer/components/button.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { signInOf } from '#renderer/wizard/machine/services.ts'
import type { ServiceChoice } from '#renderer/wizard/machine/state.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './service-row.module.css'

interface ServiceRowProps {
  readonly service: ServiceChoice
  /** The organisation that has fixed the servers, `null` where the user may change them. */
  readonly heldBy: string | null
  /** The test of this very service, `none` where it is not part of a test; missing before there is one. */
  readonly test?: RowTest | 'none' | undefined
}

/** What a test shows in a row: in a word or two, and at length. */
export interface RowTest {
  readonly verdict: ReactNode
  readonly course: ReactNode
}

/**
 * One service as a row: what is set, where it comes from, and the way to change it. Under a test its course takes the
 * place of the last two, and everything else stays where it is.
 */
export function ServiceRow({ service, heldBy, test }: ServiceRowProps) {
  const { t } = useWords()
  const { protocol, chosen, others, use } = service
  const isOffer = protocol === 'pop3' && use === 'leave-out' && chosen !== null
  if (isOffer && test === undefined) return <PopOffer server={chosen} />
  if (isOffer && test === 'none') return null
  const none = heldBy === null ? t('servers.none') : t('policy.none', { organisation: heldBy })
  return (
    <section
      className={styles.row}
      data-use={use}
      {...(test === undefined || test === 'none' ? {} : { 'data-protocol': protocol })}
      aria-labelledby={`service-${protocol}`}
    >
      <h3 id={`service-${protocol}`} className={styles.name}>
        <Icon name={protocol === 'smtp' ? 'outbox' : 'inbox'} /> {t(`service.${protocol}`)}
      </h3>
      {chosen === null ? <p className={styles.none}>{none}</p> : <Values candidate={chosen} />}
      {test === undefined ? (
        <>
          <Tools service={service} heldBy={heldBy} />
          {chosen !== null && <p className={styles.why}>{reasonWords(chosen.why, t)}</p>}
          {heldBy === null && others.length > 0 && <Others candidates={others} />}
        </>
      ) : (
        <>
          <div className={styles.tools}>{test === 'none' ? t('lane.skipped') : test.verdict}</div>
          {test !== 'none' && test.course}
        </>
      )}
    </section>
  )
}

/** POP3 beside IMAP: one line, for a user who wants it. */
function PopOffer({ server: { endpoint } }: { readonly server: RankedCandidate }) {
  const { t } = useWords()
  const { wizard } = useTools()
  return (
    <section className={styles.offer} aria-label={t('service.pop3')}>
      <label className={styles.use}>
        <input
          type="checkbox"
          checked={false}
          onChange={() => wizard.dispatch({ type: 'service-toggled', protocol: 'pop3' })}
        />
        {t('servers.also-pop', { host: endpoint.host })}
      </label>
    </section>
  )
}

/** The four values, under the words mail programs print beside their fields: people copy them there. */
function Values({ candidate }: { readonly candidate: RankedCandidate }) {
  const { t } = useWords()
  const { endpoint, userName } = candidate
  return (
    <dl className={styles.values}>
      <Value label={t('servers.field.host')}>
        <b>
          <Breakable text={endpoint.host} />
        </b>
      </Value>
      <Value label={t('servers.field.port')}>{endpoint.port}</Value>
      <Value label={t('servers.field.security')}>{t(`security.${endpoint.security}`)}</Value>
      <Value label={t('servers.field.user-name')}>
        {signInOf(candidate) === 'none' ? t('no-sign-in') : <Breakable text={userName} />}
      </Value>
    </dl>
  )
}

function Value({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.value}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Tools({ service, heldBy }: ServiceRowProps) {
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

interface OthersProps {
  readonly candidates: readonly RankedCandidate[]
  /** `with-reasons`: each says where it comes from, a guess above all. */
  readonly record?: 'plain' | 'with-reasons'
}

/** What else could stand in a row, each to be taken with a press. */
export function Others({ candidates, record = 'plain' }: OthersProps) {
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
            <span>
              {t('servers.port', { port: String(candidate.endpoint.port) })} ·{' '}
              {t(`security.${candidate.endpoint.security}`)}
              {record === 'with-reasons' && ` · ${reasonWords(candidate.why, t)}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
