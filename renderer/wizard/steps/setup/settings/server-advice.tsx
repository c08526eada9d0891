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
    <Button onClick={() => wizard.dispatch({ type: 'drafts-applied' })}>{t('servers.keep-typed')}</Button>
  )
  return (
    <Note tone="warn" action={keep}>
      <strong>{title}</strong>
      <br />
      {explanation}
    </Note>
  )
}

/** The row with a server that is advised instead, which taking the rows takes first; `null` where there is none. */
export function advisedDraft(drafts: readonly ServerDraft[]): ServerDraft | null {
  return drafts.find(({ advice }) => advice !== null && advice.instead !== null) ?? null
}

/** Takes what was typed; once something is advised, that, or what was typed where nothing better is known. */
export function ApplyButton({
  drafts,
  form,
}: {
  readonly drafts: readonly ServerDraft[]
  readonly form: string
}) {
  const { t } = useWords()
  return (
    <Button variant="main" type="submit" form={form}>
      {applyWords(drafts, t)}
    </Button>
  )
}

function applyWords(drafts: readonly ServerDraft[], t: Translate): string {
  const advised = advisedDraft(drafts)
  const typed = advised === null ? null : typedEndpoint(advised)
  const instead = advised?.advice?.instead ?? null
  if (typed !== null && instead !== null) return insteadWords(typed, instead, t)
  const isTold = drafts.some(({ advice }) => advice !== null)
  return isTold ? t('servers.keep-typed') : t('servers.apply', { count: drafts.length })
}

/** Nothing has been tested yet, so it is only taken into the form. */
function insteadWords(typed: ServerEndpoint, { host, port }: ServerEndpoint, t: Translate): string {
  return typed.host === host ? t('servers.use-port', { port: String(port) }) : t('servers.use-host', { host })
}

function typedEndpoint(draft: ServerDraft): ServerEndpoint | null {
  const candidate = readDraft(draft)
  return typeof candidate === 'string' ? null : candidate.endpoint
}
