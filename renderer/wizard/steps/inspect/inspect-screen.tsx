import type { ReactNode } from 'react'
import { READERS } from '#shared/programs/readers/readers.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { outcomeOf, type Inspecting } from '#renderer/wizard/machine/inspecting.ts'
import type { InspectStep } from '#renderer/wizard/machine/state.ts'
import { InspectActions } from '#renderer/wizard/steps/inspect/inspect-actions.tsx'
import { inspectTitle, Judgement } from '#renderer/wizard/steps/inspect/judgement.tsx'
import { PasswordSection } from '#renderer/wizard/steps/inspect/password-section.tsx'
import { SettingsAsSet } from '#renderer/wizard/steps/inspect/settings-as-set.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

/** One account of a program: what is set, its test, and what is wrong about it with the first cause first. */
export function InspectScreen({ state }: { readonly state: InspectStep }) {
  const { t, language } = useWords()
  const { wizard } = useTools()
  const { subject, inspecting } = state
  const { program } = READERS[subject.client]
  const address = subject.account.address ?? subject.account.name
  return (
    <Page
      title={inspectTitle(state, { t, language })}
      heading={address}
      lead={t(state.fixing.trial === 'none' ? 'inspected.lead' : 'inspected.lead.trial', { program })}
      aside={
        <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'back' })}>
          {t('back')}
        </Button>
      }
      actions={<InspectActions state={state} />}
    >
      <Judgement state={state} />
      <SettingsAsSet state={state} />
      <Beside inspecting={inspecting} program={program} />
      {inspecting.state === 'ready' && state.fixing.view === 'button' && (
        <PasswordSection
          review={inspecting.review}
          focus={outcomeOf(inspecting) === 'wrong' ? 'elsewhere' : 'here'}
        />
      )}
    </Page>
  )
}

/** What was not tested, and why. */
function Beside({
  inspecting,
  program,
}: {
  readonly inspecting: Inspecting
  readonly program: string
}): ReactNode {
  const { t } = useWords()
  const { app } = useTools()
  if (inspecting.state === 'looking-up') return null
  const { address, untested } = inspecting.review
  if (address === null) return <Note tone="info">{t('inspected.no-address', { program })}</Note>
  return untested.map(({ protocol, code }) => (
    <Note key={protocol} tone="warn">
      <b>{t(`service.${protocol}`)}.</b>{' '}
      {t('inspected.untested', {
        organisation: code === 'CFG_LOCKED' ? (app.policy?.organisation ?? 'other') : 'none',
      })}
    </Note>
  ))
}
