import { useState } from 'react'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import type { ExportLimit } from '#shared/exporters/limits.ts'
import type { ExportProblem } from '#shared/exporters/make-export.ts'
import type { HandoverProgram } from '#shared/handover/handover-programs.ts'
import { Button } from '#renderer/components/button.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { HandoverStep } from '#renderer/wizard/machine/state.ts'
import { ExportProblemNote } from '#renderer/wizard/steps/handover/export-problem-note.tsx'
import { download, exportOnPage } from '#renderer/wizard/steps/handover/export-on-page.ts'
import { LimitsNote } from '#renderer/wizard/steps/handover/limits-note.tsx'
import styles from './handover.module.css'

interface FileWayProps {
  readonly format: ExportFormat
  readonly limits: readonly ExportLimit[]
  readonly state: HandoverStep
  readonly program: HandoverProgram
}

/** What has become of the file. */
type Saving =
  | { readonly state: 'not-yet' }
  | { readonly state: 'saved' }
  | { readonly state: 'refused'; readonly problem: ExportProblem }

/** A file for one program: what it does not carry first, then the file, then what to do with it. */
export function FileWay({ format, limits, state, program }: FileWayProps) {
  const { t } = useWords()
  const [saving, setSaving] = useState<Saving>({ state: 'not-yet' })
  const [path, setPath] = useState('')
  const namesDocument = format.kind === 'names-document'
  const documentPath = namesDocument && path.trim() !== '' ? path.trim() : null
  const save = () => {
    const made = exportOnPage(format, state.setup, { documentPath, t })
    if (!made.ok) return setSaving({ state: 'refused', problem: made.error })
    download(format.fileName, made.value)
    return setSaving({ state: 'saved' })
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
        <Button variant="main" disabled={namesDocument && documentPath === null} onClick={save}>
          {t('handover.file.save')}
        </Button>
      </div>
      <div role="status">
        {saving.state === 'saved' && <p>{t('handover.file.downloaded', { name: format.fileName })}</p>}
        {saving.state === 'refused' && <ExportProblemNote problem={saving.problem} format={format} />}
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
