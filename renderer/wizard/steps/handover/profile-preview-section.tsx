import { formatNamed } from '#shared/exporters/formats.ts'
import type { SettingChange } from '#shared/programs/profile-change.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Table } from '#renderer/components/table.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ProfileWriting } from '#renderer/wizard/machine/profile-writing.ts'
import { LimitsNote } from '#renderer/wizard/steps/handover/limits-note.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './handover.module.css'

interface ProfilePreviewSectionProps {
  readonly program: string
  readonly writing: ProfileWriting
}

/** What would be written, and the press that writes it once the program is closed. */
export function ProfilePreviewSection({ program, writing }: ProfilePreviewSectionProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  if (!('preview' in writing)) return null
  const { preview } = writing
  const { changes, profile, limits } = preview
  const adds = changes.every(({ before }) => before === null)
  const format = formatNamed('thunderbird-autoconfig')
  return (
    <section aria-labelledby="profile-title" className={styles.file}>
      <h2 id="profile-title">{t('handover.profile.title')}</h2>
      <p>
        {t(adds ? 'handover.profile.lead' : 'handover.profile.lead-changes', {
          count: changes.length,
          profile: profile.name,
        })}
      </p>
      {format !== null && <LimitsNote format={format} limits={limits} />}
      <details>
        <summary>{t('handover.profile.details')}</summary>
        <Changes changes={changes} />
      </details>
      {writing.state === 'waiting' ? (
        <Note tone="warn">{t('handover.profile.waiting', { program })}</Note>
      ) : (
        <div>
          <Button
            variant="main"
            disabled={writing.state === 'writing'}
            onClick={() => void wizard.handover.write(preview)}
          >
            {t('handover.profile.write', { program })}
          </Button>
        </div>
      )}
    </section>
  )
}

function Changes({ changes }: { readonly changes: readonly SettingChange[] }) {
  const { t } = useWords()
  return (
    <Table
      label={t('handover.profile.title')}
      columns={[t('handover.profile.setting'), t('handover.profile.before'), t('handover.profile.after')]}
      className={styles.changes}
    >
      {changes.map(({ name, before, after }) => (
        <tr key={name}>
          <th scope="row">
            <code>{name}</code>
          </th>
          <td>{before === null ? '–' : <code>{before}</code>}</td>
          <td>
            <code>{after}</code>
          </td>
        </tr>
      ))}
    </Table>
  )
}
