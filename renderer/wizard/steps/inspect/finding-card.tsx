import { useId } from 'react'
import { settingWords, type SettingValues } from '#shared/i18n/setting-words.ts'
import { READERS } from '#shared/programs/readers/readers.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'
import { passwordSentence } from '#shared/report/causes.ts'
import { Breakable } from '#renderer/components/breakable.tsx'
import { CopyValue } from '#renderer/components/copy-value.tsx'
import { Icon } from '#renderer/components/icon.tsx'
import { PAGE_TITLE } from '#renderer/components/page-title.ts'
import { listOf } from '#renderer/i18n/host-list.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import type { InspectStep } from '#renderer/wizard/machine/state.ts'
import { FixButton } from '#renderer/wizard/steps/inspect/fix-button.tsx'
import styles from './inspect.module.css'

interface FindingCardProps {
  readonly state: InspectStep
  readonly finding: SettingFinding
  /** `above`: the title of the page says it. */
  readonly heading: 'above' | 'own'
  /** The first cause has the button that changes it in the program, with all that follows. */
  readonly order: 'first' | 'further'
}

/** One setting that is not as it should be: why, the old and the new value, and where it is changed. */
export function FindingCard({ state, finding, heading, order }: FindingCardProps) {
  const { t, language } = useWords()
  const id = useId()
  const { client } = state.subject
  const { program } = READERS[client]
  const { title, explanation, values, place } = settingWords(finding, client, program, { t, language })
  const said = finding.live?.serverSaid ?? null
  return (
    <article
      className={styles.card}
      data-severity={finding.severity}
      aria-labelledby={heading === 'own' ? id : PAGE_TITLE}
    >
      <div className={styles.words}>
        {heading === 'own' && <h3 id={id}>{title}</h3>}
        <p>{explanation}</p>
        {said !== null && (
          <p className={styles.said}>
            {t('server-said')}: <q>{said}</q>
          </p>
        )}
        <PasswordSent state={state} finding={finding} />
      </div>
      {values !== null && <Change values={values} program={program} finding={finding} />}
      {place !== null && (
        <p className={styles.place}>
          <span className={styles.label}>{t('inspected.where')}</span>
          <b>{place}</b>
        </p>
      )}
      {order === 'first' && <FixButton state={state} />}
    </article>
  )
}

interface ChangeProps {
  readonly finding: Pick<SettingFinding, 'protocol' | 'severity'>
  readonly values: SettingValues
  readonly program: string
}

/** The old value beside the new one, which can be copied. */
function Change({ values: { field, has, should }, program, finding: { protocol, severity } }: ChangeProps) {
  const { t } = useWords()
  return (
    <div className={styles.change}>
      <p className={styles.label}>{protocol === null ? field : `${t(`service.${protocol}`)}: ${field}`}</p>
      <dl className={styles.values}>
        <div>
          <dt>{t('inspected.has', { program })}</dt>
          <dd>
            <Breakable text={has} />
          </dd>
        </div>
        {should !== null && (
          <div data-value="new">
            <dt>{t(severity === 'error' ? 'inspected.should' : 'inspected.usual')}</dt>
            <dd>
              <b>
                <Breakable text={should} />
              </b>{' '}
              <CopyValue
                value={should}
                label={t('handover.copy', { value: should })}
                done={t('handover.copied')}
              />
            </dd>
          </div>
        )}
      </dl>
    </div>
  )
}

/** Where a test stumbled on it: whether the password had left this computer. */
function PasswordSent({ state: { inspecting }, finding }: Pick<FindingCardProps, 'state' | 'finding'>) {
  const { t, language } = useWords()
  if (inspecting.state !== 'judged' || finding.live === null) return null
  const results = inspecting.results.filter(({ endpoint }) => endpoint.protocol === finding.protocol)
  if (results.length === 0) return null
  const sent = results.every(({ passwordSent }) => passwordSent === 'no') ? 'no' : 'yes'
  return (
    <p className={styles.sent} data-sent={sent}>
      <Icon name="lock" /> {passwordSentence(results, t, (names) => listOf(names, language))}
    </p>
  )
}
