import { codeWords } from '#shared/i18n/finding-words.ts'
import { assertNever } from '#shared/outcome.ts'
import type { ProfileWritten } from '#shared/programs/profile-change.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ProfileWriting } from '#renderer/wizard/machine/profile-writing.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

interface ProfileOutcomeProps {
  readonly program: string
  readonly writing: ProfileWriting
  /** Reads the profile again. */
  readonly onLook: () => void
}

/** What has become of it, with the way back. */
export function ProfileOutcome({ program, writing, onLook }: ProfileOutcomeProps) {
  const { t } = useWords()
  switch (writing.state) {
    case 'none':
    case 'shown':
    case 'waiting':
      return null
    case 'reading':
    case 'writing':
    case 'undoing':
      return <Note tone="info">{t(`handover.profile.${writing.state}`)}</Note>
    case 'written':
      return (
        <Note tone="good" action={<UndoButton written={writing.written} />}>
          <p>{t('handover.profile.written', { program })}</p>
          <p>{t('handover.profile.backup', { file: writing.written.backup })}</p>
        </Note>
      )
    case 'undone':
      return (
        <Note tone="info" action={<LookButton onLook={onLook} />}>
          {t('handover.profile.undone', { program })}
        </Note>
      )
    case 'failed': {
      const { title, explanation } = codeWords(writing.problem, t, { program })
      const { written } = writing
      return (
        <Note
          tone="bad"
          action={written === null ? <LookButton onLook={onLook} /> : <UndoButton written={written} />}
        >
          <b>{title}.</b> {explanation}
        </Note>
      )
    }
    default:
      return assertNever(writing)
  }
}

function UndoButton({ written }: { readonly written: ProfileWritten }) {
  const { t } = useWords()
  const { wizard } = useTools()
  return (
    <Button variant="quiet" onClick={() => void wizard.handover.undo(written)}>
      {t('handover.profile.undo')}
    </Button>
  )
}

function LookButton({ onLook }: Pick<ProfileOutcomeProps, 'onLook'>) {
  const { t } = useWords()
  return (
    <Button variant="quiet" onClick={onLook}>
      {t('handover.profile.again')}
    </Button>
  )
}
