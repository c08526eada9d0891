import { serviceLine, serviceLineText, utcText } from '#shared/report/service-line.ts'
import { formatHost } from '#shared/domain/server-endpoint.ts'
import { isGood } from '#shared/finding/check-result.ts'
import { Breakable } from '#renderer/components/breakable.tsx'
import { CopyButton } from '#renderer/components/copy-button.tsx'
import { durationWords } from '#renderer/i18n/duration-words.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { reportOfResult } from '#renderer/wizard/machine/report-of-result.ts'
import type { ResultStep, TestedStep } from '#renderer/wizard/machine/state.ts'
import { orderedLanes } from '#renderer/wizard/steps/test/technician/lane-order.ts'
import { trailOf } from '#renderer/wizard/steps/test/technician/trail-of.ts'
import { makerOf, reportContent } from '#renderer/wizard/views/report-file.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './service-lines.module.css'

/** One line for each service, what fails first: all that a technician looks for before any detail. */
export function ServiceLines({ state }: { readonly state: TestedStep }) {
  const { t } = useWords()
  const lanes = orderedLanes(state)
  const text = lanes.map((lane) => serviceLineText(lineOf(lane), lane, lane.startedAt ?? null)).join('\n')
  return (
    <section className={styles.overview} aria-labelledby="technician-services">
      <header className={styles.head}>
        <h2 id="technician-services">{t('technician.services')}</h2>
        <div className={styles.buttons}>
          <CopyButton
            variant="quiet"
            label={t('technician.copy')}
            about={t('technician.services')}
            done={t('technician.copied')}
            text={text}
          />
          {state.step === 'result' && <CopyReport state={state} />}
        </div>
      </header>
      <ul className={styles.lines}>
        {lanes.map((lane) => (
          <Line key={lane.endpoint.protocol} lane={lane} />
        ))}
      </ul>
    </section>
  )
}

function lineOf(lane: Lane) {
  return serviceLine(trailOf(lane), lane.result?.code ?? null, lane.startedAt ?? null)
}

function Line({ lane }: { readonly lane: Lane }) {
  const { t } = useWords()
  const { endpoint, result, startedAt } = lane
  const { code, attempts, tls, certificateDays, mechanism, totalMs } = lineOf(lane)
  const cells: readonly (readonly [name: string, lines: readonly string[]])[] = [
    [t('technician.column.endpoint'), [formatHost(endpoint.host), `${endpoint.port}:${endpoint.security}`]],
    [t('technician.column.addresses'), attempts.map(({ address, outcome }) => `${address} ${outcome}`)],
    [t('technician.column.tls'), present(tls)],
    [
      t('technician.column.certificate'),
      certificateDays === null ? [] : [t('technician.days', { count: certificateDays })],
    ],
    [t('technician.column.mechanism'), present(mechanism)],
    [t('technician.column.total'), totalMs === null ? [] : [durationWords(totalMs, t)]],
    [t('technician.column.utc'), startedAt === undefined ? [] : utcText(startedAt).split(' ')],
  ]
  const verdict = result === null ? 'running' : isGood(result.verdict) ? 'good' : 'bad'
  return (
    <li className={styles.line} data-protocol={endpoint.protocol} data-verdict={verdict}>
      <div className={styles.who}>
        <b>{endpoint.protocol.toUpperCase()}</b>
        <code className={styles.code}>{code === null ? t('lane.running') : <Breakable text={code} />}</code>
      </div>
      <dl className={styles.cells}>
        {cells.map(([name, lines]) => (
          <div key={name}>
            <dt>{name}</dt>
            {(lines.length === 0 ? ['–'] : lines).map((line) => (
              <dd key={line}>
                <bdi>
                  <Breakable text={line} />
                </bdi>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </li>
  )
}

function present(fact: string | null): readonly string[] {
  return fact === null ? [] : [fact]
}

/** The whole of it for a ticket or a colleague, without any secret. */
function CopyReport({ state }: { readonly state: ResultStep }) {
  const words = useWords()
  const { t } = words
  const { app } = useTools()
  return (['md', 'html'] as const).map((format) => (
    <CopyButton
      key={format}
      variant="quiet"
      label={t(`technician.copy-report.${format}`)}
      done={t('technician.copied')}
      text={() => reportContent(reportOfResult(state, makerOf(app), new Date()), format, words)}
    />
  ))
}
