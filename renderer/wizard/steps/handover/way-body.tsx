import { formatNamed } from '#shared/exporters/formats.ts'
import type { JudgedWay } from '#shared/handover/choose-way.ts'
import type { HandoverProgram } from '#shared/handover/handover-programs.ts'
import { guideNamed } from '#shared/guides/guides.ts'
import type { FoundProfile } from '#shared/programs/found-program.ts'
import type { HandoverStep } from '#renderer/wizard/machine/state.ts'
import { FileWay } from '#renderer/wizard/steps/handover/file-way.tsx'
import { GuideWay } from '#renderer/wizard/steps/handover/guide-way.tsx'
import { ProfileWay } from '#renderer/wizard/steps/handover/profile-way.tsx'
import { QrWay } from '#renderer/wizard/steps/handover/qr-way.tsx'
import { SettingsWay } from '#renderer/wizard/steps/handover/settings-way.tsx'

interface WayBodyProps {
  readonly judged: JudgedWay
  readonly program: HandoverProgram
  readonly state: HandoverStep
  readonly profiles: readonly FoundProfile[]
}

/** What is done on one way. */
export function WayBody({ judged, program, state, profiles }: WayBodyProps) {
  const { way, limits } = judged
  const { setup } = state
  if (way.kind === 'guide') {
    const guide = guideNamed(way.guide)
    return guide === null ? null : <GuideWay guide={guide} setup={setup} />
  }
  if (way.kind === 'settings') return <SettingsWay setup={setup} />
  if (way.kind === 'profile')
    return <ProfileWay program={program} profiles={profiles} writing={state.profile} />
  const format = formatNamed(way.format)
  if (format === null) return null
  return format.name === 'android-qr' ? (
    <QrWay format={format} limits={limits} setup={setup} />
  ) : (
    <FileWay format={format} limits={limits} state={state} program={program} />
  )
}
