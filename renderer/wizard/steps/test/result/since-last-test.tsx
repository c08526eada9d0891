import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { changeWords } from '#shared/i18n/change-words.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { changesSince } from '#renderer/wizard/machine/saved.ts'
import styles from './since-last-test.module.css'

interface SinceLastTestProps {
  readonly account: SavedAccount
  readonly lanes: readonly Lane[]
}

/** What is different about the servers of a saved account since it was last proved. */
export function SinceLastTest({ account, lanes }: SinceLastTestProps) {
  const { t, language } = useWords()
  const compared = changesSince(account, lanes)
  if (compared.length === 0) return null
  const changed = compared.filter(({ changes }) => changes.length > 0)
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(account.provedAt))
  return (
    <section className={styles.since} aria-labelledby="since-title">
      <h2 id="since-title">{t('since.title', { date })}</h2>
      {changed.length === 0 ? (
        <p>{t('since.nothing')}</p>
      ) : (
        <dl>
          {changed.map(({ endpoint, changes }) => (
            <div key={endpoint.protocol}>
              <dt>{t(`service.${endpoint.protocol}`)}</dt>
              {changes.map((change) => (
                <dd key={change.kind}>{changeWords(change, t)}</dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
