import { appPasswordLeft } from '#shared/handover/app-password-left.ts'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { HandoverStep } from '#renderer/wizard/machine/state.ts'
import { OpenPageButton } from '#renderer/wizard/views/open-page-button.tsx'

interface AppPasswordNoteProps {
  readonly state: HandoverStep
  readonly program: string
}

/** An app password that has done its work is named, with the page to revoke it. */
export function AppPasswordNote({ state: { from, setup }, program }: AppPasswordNoteProps) {
  const { t } = useWords()
  const provider = (from.step === 'result' ? from : from.tested)?.discovery.provider ?? null
  const isKept = from.step === 'done' && from.account.secretStore !== null
  const left = appPasswordLeft(provider, setup, isKept ? 'kept' : 'not-kept')
  const url = provider?.appPasswordPage ?? null
  if (left === 'none' || provider === null || url === null) return null
  return (
    <Note tone="info" action={<OpenPageButton url={url} />}>
      {t(`handover.app-password.${left}`, { program, provider: provider.name })}
    </Note>
  )
}
