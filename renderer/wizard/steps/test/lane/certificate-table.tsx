import type { CertificateFacts } from '#shared/domain/certificate.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import styles from './lane-details.module.css'

/** Whom the server says it is, and who vouches for it. */
export function CertificateTable({ certificate }: { readonly certificate: CertificateFacts }) {
  const { t } = useWords()
  return (
    <section>
      <h3>{t('certificate.title')}</h3>
      <CertificateFactsList certificate={certificate} />
    </section>
  )
}

/** The same under a heading that stands there already. */
export function CertificateFactsList({ certificate }: { readonly certificate: CertificateFacts }) {
  const { t, language } = useWords()
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
  const { subject, issuer, dnsNames, ipAddresses, validFrom, validTo, fingerprint, chain } = certificate
  const rows: readonly (readonly [string, string])[] = [
    [t('certificate.subject'), subject],
    [t('certificate.names'), [...dnsNames, ...ipAddresses].join(', ')],
    [t('certificate.issuer'), issuer],
    [t('certificate.chain'), chain.map((link) => link.subject).join(' → ')],
    [t('certificate.valid'), [validFrom, validTo].map((day) => dateWords(day, date)).join(' – ')],
    [t('certificate.key'), certificate.publicKey],
    [t('certificate.signature'), certificate.signature],
    [t('certificate.fingerprint'), fingerprint],
  ]
  return (
    <dl className={styles.facts}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === '' ? '–' : value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A server may send a certificate with a date that none can read. */
function dateWords(moment: string, format: Intl.DateTimeFormat): string {
  const date = new Date(moment)
  return Number.isNaN(date.getTime()) ? '?' : format.format(date)
}
