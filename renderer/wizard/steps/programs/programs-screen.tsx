import { useCallback } from 'react'
import { Button } from '#renderer/components/button.tsx'
import { Page } from '#renderer/components/page.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ProgramsStep } from '#renderer/wizard/machine/state.ts'
import { GivenSettings } from '#renderer/wizard/steps/programs/given-settings.tsx'
import { ProgramProfile } from '#renderer/wizard/steps/programs/program-profile.tsx'
import { SettingsText } from '#renderer/wizard/steps/programs/settings-text.tsx'
import { useFileDrop } from '#renderer/wizard/views/use-file-drop.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import styles from './programs.module.css'

/** The accounts that programs on this computer have, each to be tested as it is. */
export function ProgramsScreen({ state }: { readonly state: ProgramsStep }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const { profiles, given } = state
  useFileDrop(useCallback((file: File) => void wizard.inspection.give(file), [wizard]))
  return (
    <Page
      title={t('programs.title')}
      lead={t('programs.lead')}
      aside={
        <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'back' })}>
          {t('back')}
        </Button>
      }
    >
      <div className={styles.programs}>
        {given !== null && <GivenSettings given={given} />}
        <p role="status" className={styles.reading}>
          {profiles === null && t('programs.reading')}
          {profiles?.length === 0 && t('programs.none')}
        </p>
        {profiles?.map((profile) => (
          <ProgramProfile key={profile.id} profile={profile} />
        ))}
      </div>
      <SettingsText state={state} />
    </Page>
  )
}
