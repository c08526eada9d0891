import { useState } from 'react'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import type { ExportLimit } from '#shared/exporters/limits.ts'
import type { HandoverProgram } from '#shared/handover/handover-programs.ts'
import { Button } from '#renderer/components/button.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { setupIdOf } from '#renderer/wizard/machine/handed-over.ts'
import type { HandoverStep } from '#renderer/wizard/machine/state.ts'
import { ExportProblemNote } from '#renderer/wizard/steps/handover/export-problem-note.tsx'
import { exportOnPage } from '#renderer/wizard/steps/handover/export-on-page.ts'
import { saveByDialog, type FileSaving } from '#renderer/wizard/steps/handover/file-saving.ts'
import { LimitsNote } from '#renderer/wizard/steps/handover/limits-note.tsx'
import { RefusalWords } from '#renderer/wizard/steps/handover/refusal-words.tsx'
import { download } from '#renderer/wizard/views/download.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './handover.module.css'

interface FileWayProps {
  readonly format: ExportFormat
  readonly limits: readonly ExportLimit[]
  readonly state: HandoverStep
  readonly program: HandoverProgram
}

/** A file for one program: what it does not carry first, then the file, then what to do with it. */
export function FileWay({ format, limits, state, program }: FileWayProps) {
  const { t, language } = useWords()
  const { app, engine } = useTools()
  const setupId = setupIdOf(state.from)
  const [saving, setSaving] = useState<FileSaving>({ state: 'not-yet' })
  const [path, setPath] = useState('')
  const namesDocument = format.kind === 'names-document'
  const documentPath = namesDocument && path.trim() !== '' ? path.trim() : null
  const save = async () => {
    const made = exportOnPage(format, state.setup, { documentPath, t })
    if (!made.ok) return setSaving({ state: 'unfit', problem: made.error })
    if (app.capabilities.saveFile === 'download' || setupId === null) {
      download(format.fileName, made.value)
      return setSaving({ state: 'saved', file: format.fileName })
    }
    setSaving({ state: 'busy' })
    const request = { setupId, format: format.name, documentPath, language }
    return setSaving(await saveByDialog(engine, request))
  }
  return (
    <section aria-labelledby="file-title" className={styles.file}>
      <h2 id="file-title">{format.fileName}</h2>
      <LimitsNote format={format} limits={limits} />
      <p className={styles.soft}>{t('handover.file.no-password', { program: program.name })}</p>
      {namesDocument && (
        <TextField
          label={t('handover.file.path')}
          hint={t('handover.file.path-hint')}
          value={path}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setPath(target.value)}
        />
      )}
      <div>
        <Button
          variant="main"
          disabled={saving.state === 'busy' || (namesDocument && documentPath === null)}
          onClick={() => void save()}
        >
          {t('handover.file.save')}
        </Button>
      </div>
      <div role="status">
        {saving.state === 'saved' && <p>{t('handover.file.saved-as', { name: saving.file })}</p>}
        {saving.state === 'unfit' && <ExportProblemNote problem={saving.problem} format={format} />}
        {saving.state === 'refused' && <RefusalWords refusal={saving.refusal} program={program.name} />}
      </div>
      <NextSteps format={format} program={program} />
    </section>
  )
}

function NextSteps({ format, program }: Pick<FileWayProps, 'format' | 'program'>) {
  const { t } = useWords()
  if (program.id !== 'iphone-mail') return <p>{t(`export.next.${format.name}`)}</p>
  return (
    <ol className={styles.steps}>
      {(['send', 'open', 'install', 'password'] as const).map((step) => (
        <li key={step}>{t(`handover.iphone.${step}`)}</li>
      ))}
    </ol>
  )
}
