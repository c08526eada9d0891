import { useState } from 'react'
import type { MechanismReport } from '#shared/finding/mechanism-report.ts'
import { mechanismWords } from '#shared/i18n/mechanism-words.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Table } from '#renderer/components/table.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useOnDemand } from '#renderer/wizard/views/use-on-demand.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './port-survey.module.css'

/** For the technician: whether each announced mechanism works. Each is a sign-in, so it is asked first. */
export function MechanismTrials({ setupId }: { readonly setupId: string }) {
  const { t } = useWords()
  const { engine } = useTools()
  const [isAsked, setAsked] = useState(false)
  const { variant, start } = useOnDemand<MechanismReport>(
    (signal) => engine.setup.mechanisms({ setupId }, signal),
    (mechanisms) => ({ mechanisms }),
  )
  const agree = () => {
    setAsked(false)
    void start()
  }
  return (
    <div className={styles.survey}>
      <h2>{t('mechanisms.title')}</h2>
      <p className={styles.lead}>{t('mechanisms.lead')}</p>
      <div role="status">{variant === 'busy' && t('mechanisms.busy')}</div>
      {typeof variant !== 'string' && <Trials report={variant} />}
      <div role="status">{isAsked && <Note tone="warn">{t('mechanisms.ask')}</Note>}</div>
      <div className={styles.buttons}>
        {isAsked ? (
          <>
            <Button onClick={agree}>{t('mechanisms.go-on')}</Button>
            <Button onClick={() => setAsked(false)}>{t('mechanisms.leave')}</Button>
          </>
        ) : (
          <Button disabled={variant === 'busy'} onClick={() => setAsked(true)}>
            {t('mechanisms.start')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Trials({ report: { services, endedBy } }: { readonly report: MechanismReport }) {
  const { t } = useWords()
  const columns = (['server', 'mechanism', 'result'] as const).map((column) =>
    t(`mechanisms.column.${column}`),
  )
  return (
    <>
      <Table label={t('mechanisms.title')} columns={columns} className={styles.ports}>
        {services.flatMap(({ endpoint: { protocol, host }, mechanisms }) =>
          mechanisms.map((trial) => (
            <tr key={`${protocol} ${trial.name}`} data-verdict={trial.verdict}>
              <th scope="row">
                {protocol.toUpperCase()} {host}
              </th>
              <td>
                <code>{trial.name}</code>
              </td>
              <td>
                {mechanismWords(trial, t)}
                {trial.verdict === 'failed' && <code> {trial.code}</code>}
              </td>
            </tr>
          )),
        )}
      </Table>
      {endedBy !== null && <Note tone="warn">{t('mechanisms.ended', { code: endedBy })}</Note>}
    </>
  )
}
