import { READERS } from '#shared/programs/readers/readers.ts'
import { Breakable } from '#renderer/components/breakable.tsx'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { FixDone } from '#renderer/wizard/machine/fixing.ts'
import type { InspectStep } from '#renderer/wizard/machine/state.ts'
import { FixProblemNote } from '#renderer/wizard/steps/inspect/fix-problem.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './fix.module.css'

/** What has become of a change, where the settings as they were are, and the way back to them. */
export function FixOutcome({ state }: { readonly state: InspectStep }) {
  const { t } = useWords()
  const { fixing, subject, inspecting, from } = state
  const { program } = READERS[subject.client]
  const undo = inspecting.state === 'ready' || inspecting.state === 'judged' ? 'offered' : 'later'
  const settings = from.profiles?.find(({ id }) => id === subject.profileId)?.path ?? program
  return (
    <div role="status" className={styles.outcome}>
      {fixing.done !== null && <Done done={fixing.done} program={program} settings={settings} undo={undo} />}
      {fixing.trial === 'failed' && <Note tone="warn">{t('inspected.fix.failed', { program })}</Note>}
      {fixing.view === 'button' && <FixProblemNote state={state} />}
    </div>
  )
}

interface DoneProps {
  readonly done: FixDone
  readonly program: string
  /** Where they stand. */
  readonly settings: string
  /** `later`: the account is being looked at. */
  readonly undo: 'offered' | 'later'
}

function Done({ done, program, settings, undo }: DoneProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  if (done.kind === 'undone') return <Note tone="info">{t('inspected.fix.undone', { program })}</Note>
  return (
    <Note
      tone="good"
      action={
        undo === 'offered' && (
          <Button variant="quiet" onClick={() => void wizard.fix.undo()}>
            {t('inspected.fix.undo')}
          </Button>
        )
      }
    >
      <p>{t('inspected.fix.written', { program })}</p>
      <p>
        <Breakable text={t('inspected.fix.backup', { file: done.backup, settings })} />
      </p>
    </Note>
  )
}
