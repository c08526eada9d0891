import { useCallback, useState } from 'react'
import { utcMoment } from '#shared/text/utc.ts'
import type { Report } from '#shared/report/report.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { reportOfResult } from '#renderer/wizard/machine/report-of-result.ts'
import type { ReportStep } from '#renderer/wizard/machine/state.ts'
import { ReportDifference } from '#renderer/wizard/steps/report/report-difference.tsx'
import { ReportView } from '#renderer/wizard/steps/report/report-view.tsx'
import { FileButton } from '#renderer/wizard/views/file-button.tsx'
import { makerOf } from '#renderer/wizard/views/report-file.ts'
import { useFileDrop } from '#renderer/wizard/views/use-file-drop.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

const FILES = '.html,.htm,.json,.mailwright-report,text/html,application/json'

/** A report that was saved here or elsewhere, read and never carried out; with a second one or the result, compared. */
export function ReportScreen({ state }: { readonly state: ReportStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const { shown, problem } = state
  const open = useCallback((file: File) => void wizard.openReport(file, 'shown', t), [wizard, t])
  useFileDrop(open)
  return (
    <Page
      title={shown === null ? t('report.open.title') : t('report.shown.title', { address: shown.address })}
      lead={shown === null ? t('report.open.lead') : leadOf(shown, t)}
      aside={
        <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'back' })}>
          {t('back')}
        </Button>
      }
      actions={
        <>
          {shown !== null && (
            <FileButton
              label={t('report.open.second')}
              accept={FILES}
              variant="quiet"
              onFile={(file) => void wizard.openReport(file, 'second', t)}
            />
          )}
          <FileButton
            label={t('report.open.file')}
            accept={FILES}
            variant={shown === null ? 'main' : 'quiet'}
            onFile={open}
          />
        </>
      }
    >
      <div>
        {shown === null ? <p>{t('report.open.hint')}</p> : <Note tone="info">{t('report.shown.trust')}</Note>}
        <div role="alert">{problem !== null && <Note tone="bad">{t(`report.problem.${problem}`)}</Note>}</div>
      </div>
      {shown !== null && <Shown state={state} shown={shown} />}
    </Page>
  )
}

function leadOf({ tested, madeBy }: Report, t: ReturnType<typeof useWords>['t']): string {
  return t('report.shown.lead', { moment: utcMoment(tested), version: madeBy.version })
}

function Shown({ state, shown }: { readonly state: ReportStep; readonly shown: Report }) {
  const { app } = useTools()
  const { second, from } = state
  const [opened] = useState(() => new Date())
  const present = from.step === 'result' ? reportOfResult(from, makerOf(app), opened) : null
  return (
    <>
      {second !== null && <ReportDifference first={shown} second={second} names="two-reports" />}
      {second === null && present !== null && (
        <ReportDifference first={shown} second={present} names="with-present" />
      )}
      <ReportView report={shown} />
    </>
  )
}
