import { useState, type ReactNode } from 'react'
import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import { HANDOVER_PROGRAMS, matching, type ProgramPlace } from '#shared/handover/handover-programs.ts'
import { Choices } from '#renderer/components/choices.tsx'
import { Page } from '#renderer/components/page.tsx'
import { TextField } from '#renderer/components/text-field.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { programTarget } from '#renderer/wizard/machine/handover.ts'
import { SettingsWay } from '#renderer/wizard/steps/handover/settings-way.tsx'
import { useFoundPrograms } from '#renderer/wizard/views/use-found-programs.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

const PLACES: readonly ProgramPlace[] = ['computer', 'iphone', 'android', 'terminal', 'code']

interface ProgramListProps {
  readonly setup: FinishedSetup
  readonly back: ReactNode
}

/** Every program Mailwright knows a way into, to be searched; for one that it does not know there are the values. */
export function ProgramList({ setup, back }: ProgramListProps) {
  const { t } = useWords()
  const { wizard, engine } = useTools()
  const here = useFoundPrograms(engine)
  const [typed, setTyped] = useState('')
  const found = matching(HANDOVER_PROGRAMS, typed)
  return (
    <Page title={t('handover.list.title')} lead={t('handover.list.lead')} focus="field" aside={back}>
      <TextField
        label={t('handover.list.search')}
        type="search"
        value={typed}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        onChange={({ target }) => setTyped(target.value)}
      />
      {PLACES.map((place) => {
        const listed = found.filter(({ on }) => on[0] === place)
        return (
          listed.length > 0 && (
            <Choices
              key={place}
              legend={t(place === 'computer' ? 'handover.group.desktop' : `handover.group.${place}`)}
              choices={listed.map(({ id, name }) => ({
                key: id,
                name,
                onPick: () =>
                  wizard.dispatch({
                    type: 'handover-wanted',
                    target: programTarget(id, here.find((program) => program.id === id)?.profiles),
                  }),
              }))}
            />
          )
        )
      })}
      <p role="status">{found.length === 0 && t('handover.list.none')}</p>
      {found.length === 0 && <SettingsWay setup={setup} />}
    </Page>
  )
}
