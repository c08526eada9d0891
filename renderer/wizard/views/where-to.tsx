import { useState } from 'react'
import type { Report } from '#shared/report/report.ts'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import { Choices } from '#renderer/components/choices.tsx'
import { listOf } from '#renderer/i18n/host-list.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { handedOver } from '#renderer/wizard/machine/handed-over.ts'
import { reportOfResult } from '#renderer/wizard/machine/report-of-result.ts'
import { programTarget, type HandoverTarget } from '#renderer/wizard/machine/handover.ts'
import type { DoneStep, ResultStep } from '#renderer/wizard/machine/state.ts'
import { makerOf } from '#renderer/wizard/views/report-file.ts'
import { SaveReportDialog } from '#renderer/wizard/views/save-report-dialog.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import { useFoundPrograms } from '#renderer/wizard/views/use-found-programs.ts'
import styles from './where-to.module.css'

interface WhereToProps {
  readonly state: ResultStep | DoneStep
  /** `part`: not everything works; what is handed over is said. */
  readonly what: 'everything' | 'part'
}

/** The one question after the proof. Pressing a place or a program is the answer. */
export function WhereTo({ state, what }: WhereToProps) {
  const { t, language } = useWords()
  const { wizard, engine, app } = useTools()
  const [report, setReport] = useState<Report | null>(null)
  const found = useFoundPrograms(engine)
  const setup = handedOver(state)
  if (setup === null) return null
  const works = PROTOCOLS.filter((protocol) =>
    setup.services.some(({ endpoint }) => endpoint.protocol === protocol),
  ).map((protocol) => t(`service.${protocol}`))
  const choice = (key: 'iphone' | 'android' | 'list' | 'paper', target: HandoverTarget) => ({
    key,
    name: t(`handover.tile.${key}`),
    onPick: () => wizard.dispatch({ type: 'handover-wanted', target }),
  })
  return (
    <section className={styles.question} aria-labelledby="where-to">
      <div>
        <h2 id="where-to">{t(what === 'part' ? 'handover.question.partial' : 'handover.question')}</h2>
        {what === 'part' && <p>{t('handover.question.partial-lead', { works: listOf(works, language) })}</p>}
      </div>
      {found.length > 0 && (
        <Choices
          legend={t('handover.group.computer')}
          choices={found.map(({ id, name, profiles }) => ({
            key: id,
            name,
            onPick: () => wizard.dispatch({ type: 'handover-wanted', target: programTarget(id, profiles) }),
          }))}
        />
      )}
      <Choices
        legend={t('handover.group.phone')}
        choices={[
          choice('iphone', { kind: 'program', program: 'iphone-mail', way: null }),
          choice('android', { kind: 'program', program: 'thunderbird-android', way: null }),
        ]}
      />
      <Choices
        legend={t('handover.group.other')}
        choices={[
          choice('list', { kind: 'list' }),
          choice('paper', { kind: 'paper' }),
          ...(state.step === 'result'
            ? [
                {
                  key: 'report',
                  name: t('handover.tile.report'),
                  onPick: () => setReport(reportOfResult(state, makerOf(app), new Date())),
                },
              ]
            : []),
        ]}
      />
      {report !== null && <SaveReportDialog report={report} onClose={() => setReport(null)} />}
    </section>
  )
}
