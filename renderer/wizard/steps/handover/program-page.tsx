import type { ReactNode } from 'react'
import { bestWay, judgeWays, type JudgedWay } from '#shared/handover/choose-way.ts'
import { handoverProgram, programsOn, type HandoverProgram } from '#shared/handover/handover-programs.ts'
import { Button } from '#renderer/components/button.tsx'
import { Choices } from '#renderer/components/choices.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { setupIdOf } from '#renderer/wizard/machine/handed-over.ts'
import type { HandoverTarget } from '#renderer/wizard/machine/handover.ts'
import type { HandoverStep } from '#renderer/wizard/machine/state.ts'
import { AppPasswordNote } from '#renderer/wizard/steps/handover/app-password-note.tsx'
import { LastProofSection } from '#renderer/wizard/steps/handover/last-proof-section.tsx'
import { NoWay } from '#renderer/wizard/steps/handover/no-way.tsx'
import { WayBody } from '#renderer/wizard/steps/handover/way-body.tsx'
import { sameWay, wayName } from '#renderer/wizard/steps/handover/way-words.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

interface ProgramPageProps {
  readonly state: HandoverStep
  readonly target: Extract<HandoverTarget, { readonly kind: 'program' }>
  readonly back: ReactNode
}

/** One program: the way that takes least work, the others beside it, and the last proof. */
export function ProgramPage({ state, target, back }: ProgramPageProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  const program = handoverProgram(target.program)
  const isWritable = target.profiles !== undefined && setupIdOf(state.from) !== null
  const judged = judgeWays(
    program.ways.filter(({ kind }) => kind !== 'profile' || isWritable),
    state.setup,
  )
  const proposed = bestWay(judged)
  const picked = judged.find(({ way }) => target.way !== null && sameWay(way, target.way)) ?? proposed
  const { name } = program
  return (
    <Page
      title={t('handover.title', { address: state.setup.address.unicode, program: name })}
      lead={t(state.from.step === 'result' ? 'handover.lead' : 'handover.lead.saved')}
      aside={back}
      actions={
        <Button onClick={() => wizard.dispatch({ type: 'handover-wanted', target: { kind: 'list' } })}>
          {t('handover.other')}
        </Button>
      }
    >
      <OtherPrograms program={program} />
      {judged.length > 1 && picked !== null && <Ways target={target} judged={judged} picked={picked} />}
      {picked === null ? (
        <NoWay program={program} judged={judged} />
      ) : (
        <WayBody
          key={wayName(picked.way, t)}
          judged={picked}
          program={program}
          state={state}
          profiles={target.profiles ?? []}
        />
      )}
      {picked !== null && <LastProofSection state={state} program={name} />}
      <AppPasswordNote state={state} program={name} />
    </Page>
  )
}

interface WaysProps {
  readonly target: ProgramPageProps['target']
  readonly judged: readonly JudgedWay[]
  readonly picked: JudgedWay
}

function Ways({ target, judged, picked }: WaysProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  return (
    <Choices
      legend={t('handover.ways')}
      choices={judged.map(({ way }) => ({
        key: wayName(way, t),
        name: wayName(way, t),
        picked: sameWay(way, picked.way) ? 'yes' : 'no',
        onPick: () => wizard.dispatch({ type: 'handover-wanted', target: { ...target, way } }),
      }))}
    />
  )
}

/** On a phone the most usual program is shown at once, and the others are one press away. */
function OtherPrograms({ program }: { readonly program: HandoverProgram }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const place = program.on.find((on) => on === 'iphone' || on === 'android')
  if (place === undefined) return null
  return (
    <Choices
      legend={t(`handover.group.${place}`)}
      choices={programsOn(place).map(({ id, name }) => ({
        key: id,
        name,
        picked: id === program.id ? 'yes' : 'no',
        onPick: () =>
          wizard.dispatch({ type: 'handover-wanted', target: { kind: 'program', program: id, way: null } }),
      }))}
    />
  )
}
