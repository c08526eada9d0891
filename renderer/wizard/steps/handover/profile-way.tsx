import { useEffect, useState } from 'react'
import type { FoundProfile } from '#shared/programs/found-program.ts'
import type { HandoverProgram } from '#shared/handover/handover-programs.ts'
import { Choices } from '#renderer/components/choices.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ProfileWriting } from '#renderer/wizard/machine/profile-writing.ts'
import { ProfilePreviewSection } from '#renderer/wizard/steps/handover/profile-preview-section.tsx'
import { ProfileOutcome } from '#renderer/wizard/steps/handover/profile-outcome.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './handover.module.css'

interface ProfileWayProps {
  readonly program: HandoverProgram
  readonly profiles: readonly FoundProfile[]
  readonly writing: ProfileWriting
}

/** Mailwright writes the account into a profile: what will be added first, then one press, then the way back. */
export function ProfileWay({ program, profiles, writing }: ProfileWayProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  const [picked, setPicked] = useState(profiles.find(({ isDefault }) => isDefault) ?? profiles[0])
  const id = picked?.id
  const isUnseen = writing.state === 'none'
  useEffect(() => {
    if (isUnseen && id !== undefined) void wizard.handover.look(id)
  }, [wizard, id, isUnseen])
  if (picked === undefined) return null
  const { name } = program
  return (
    <div className={styles.file}>
      {profiles.length > 1 && (
        <Choices
          legend={t('handover.profile.which')}
          choices={profiles.map((profile) => ({
            key: profile.id,
            name: profile.isDefault ? t('handover.profile.usual', { name: profile.name }) : profile.name,
            picked: profile.id === picked.id ? 'yes' : 'no',
            onPick: () => {
              setPicked(profile)
              void wizard.handover.look(profile.id)
            },
          }))}
        />
      )}
      <ProfilePreviewSection program={name} writing={writing} />
      <div role="status">
        <ProfileOutcome
          program={name}
          writing={writing}
          onLook={() => void wizard.handover.look(picked.id)}
        />
      </div>
    </div>
  )
}
