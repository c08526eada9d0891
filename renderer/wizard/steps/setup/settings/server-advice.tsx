import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { adviceWords } from '#shared/i18n/advice-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { ServerDraft } from '#renderer/wizard/machine/state.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'
import { readDraft } from '#renderer/wizard/machine/drafts.ts'

/** What the name of a typed server gives away, before anything is tested, and the way to keep it. */
export function Advice({ draft }: { readonly draft: ServerDraft }) {
  const { t } = useWords()
  const { wizard } = useTools()
  const { advice } = draft
  const typed = typedEndpoint(draft)
  if (advice === null || typed === null) return null
  const { title, explanation } = adviceWords(typed, advice, t)
  const keep = advice.instead !== null && (
    <Button onClick={() => wizard.dispatch({ type: 'draft-applied' })}>{t('servers.keep-typed')}</Button>
  )
  return (
    <Note tone="warn" action={keep}>
      <strong>{title}</strong>
      <br />
      {explanation}
    </Note>
  )
}

/** Takes what was typed; once something is advised, that, or what was typed where nothing better is known. */
export function SubmitButton({ draft }: { readonly draft: ServerDraft }) {
  const { t } = useWords()
  const typed = typedEndpoint(draft)
  const instead = draft.advice?.instead ?? null
  const words =
    draft.advice === null
      ? t('servers.apply')
      : instead === null || typed === null
        ? t('servers.keep-typed')
        : insteadWords(typed, instead, t)
  return (
    <Button variant="main" type="submit">
      {words}
    </Button>
  )
}

/** Nothing has been tested yet, so it is only taken into the form. */
function insteadWords(typed: ServerEndpoint, { host, port }: ServerEndpoint, t: Translate): string {
  return typed.host === host ? t('servers.use-port', { port: String(port) }) : t('servers.use-host', { host })
}

function typedEndpoint(draft: ServerDraft): ServerEndpoint | null {
  const candidate = readDraft(draft)
  return typeof candidate === 'string' ? null : candidate.endpoint
}
