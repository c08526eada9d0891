import { useId, useState } from 'react'
import type { Report } from '#shared/report/report.ts'
import { Button } from '#renderer/components/button.tsx'
import { Dialog, DialogActions } from '#renderer/components/dialog.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { reportOfResult } from '#renderer/wizard/machine/report-of-result.ts'
import type { ResultStep } from '#renderer/wizard/machine/state.ts'
import {
  makerOf,
  REPORT_FORMATS,
  saveReportFile,
  type ReportFormat,
} from '#renderer/wizard/views/report-file.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './save-report-dialog.module.css'

/** Saves what the screen of a result shows, for a colleague or a helpdesk. */
export function SaveReportButton({ state }: { readonly state: ResultStep }) {
  const { t } = useWords()
  const { app } = useTools()
  const [report, setReport] = useState<Report | null>(null)
  return (
    <>
      <Button variant="quiet" onClick={() => setReport(reportOfResult(state, makerOf(app), new Date()))}>
        {t('report.save')}
      </Button>
      {report !== null && <SaveReportDialog report={report} onClose={() => setReport(null)} />}
    </>
  )
}

interface SaveReportDialogProps {
  readonly report: Report
  readonly onClose: () => void
}

/** What is in the report, the form to save it in, and the press that saves it. */
export function SaveReportDialog({ report, onClose }: SaveReportDialogProps) {
  const translator = useWords()
  const { t } = translator
  const [format, setFormat] = useState<ReportFormat>('html')
  const [saved, setSaved] = useState<'no' | 'yes'>('no')
  const group = useId()
  const save = async () => {
    await saveReportFile(report, format, translator)
    setSaved('yes')
  }
  return (
    <Dialog title={t('report.save')} onClose={onClose}>
      <p>{t('report.save.lead')}</p>
      <fieldset className={styles.formats}>
        <legend className="unseen">{t('report.save.format')}</legend>
        {REPORT_FORMATS.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name={group}
              checked={name === format}
              onChange={() => {
                setFormat(name)
                setSaved('no')
              }}
            />
            {t(`report.save.${name}`)}
          </label>
        ))}
      </fieldset>
      <DialogActions closeLabel={t('close')} status={saved === 'yes' && t('report.save.done')}>
        <Button variant="main" onClick={() => void save()}>
          {t('report.save.do')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
