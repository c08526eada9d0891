import {
  isCutOff,
  toldBy,
  unsaidNotes,
  type DiscoveredProvider,
  type Discovery,
} from '#shared/discovery/discovery.ts'
import { hasNoMailbox } from '#shared/discovery/notes.ts'
import { hintWords, reasonWords } from '#shared/i18n/discovery-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { Note } from '#renderer/components/note.tsx'
import { DomainNotes } from '#renderer/wizard/steps/setup/account-type/domain-notes.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import type { AccountStep } from '#renderer/wizard/machine/state.ts'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

type Found = Omit<AccountStep, 'step'>

/** What was found and why, how far the looking has come, or that nothing was found; and what else is known. */
export function FoundNote(found: Found) {
  const notes = found.discovery === null ? [] : unsaidNotes(found.discovery)
  return (
    <>
      {hasSomething(found.discovery) && <Answer {...found} />}
      <DomainNotes notes={notes} />
    </>
  )
}

/** That the domain has no mailbox is the whole answer, unless it publishes servers all the same. */
function hasSomething(discovery: Discovery | null): boolean {
  return discovery === null || discovery.candidates.length > 0 || !hasNoMailbox(discovery.notes)
}

function Answer({ address, discovery, picked }: Found) {
  const { t } = useWords()
  if (picked === 'sending') return <Note tone="info">{t('account.sending-lead')}</Note>
  if (discovery === null) return <Note tone="info">{t('account.searching')}</Note>
  const { provider, hints } = discovery
  if (provider === null) return <WithoutProvider domain={address.domain.unicode} discovery={discovery} />
  const closed =
    provider.kind === 'closed'
      ? hints.find(({ kind }) => kind === 'no-mail-program' || kind === 'service-ends')
      : undefined
  if (closed !== undefined) return <Note tone="bad">{hintWords(closed, provider.name, t)}</Note>
  return (
    <Note tone={provider.certainty === 'probable' ? 'info' : 'good'}>
      <b>{provider.name}.</b> {reasonWords(provider.why, t)} {signInWords(provider, t)}
    </Note>
  )
}

function signInWords({ signIn, noPasswordAt = [] }: DiscoveredProvider, t: Translate): string {
  // What is promised here is what is asked for below: a password of some kind, where one is taken.
  const taken = noPasswordAt.length === 0 ? signIn.find((kind) => kind !== 'oauth') : undefined
  const way = taken ?? signIn[0] ?? 'password'
  return t(`account.sign-in.${way}`)
}

/** No provider in the catalogue: what the domain or others say about it, or what its usual names answer. */
function WithoutProvider({ domain, discovery }: { readonly domain: string; readonly discovery: Discovery }) {
  const { t } = useWords()
  const { app } = useTools()
  const { candidates, sources, complete } = discovery
  const told = toldBy(candidates)
  if (told !== null)
    return (
      <Note tone={told.candidate.trust === 'guess' ? 'info' : 'good'}>
        <b>{t(`account.${told.who}`, { domain })}</b> {reasonWords(told.candidate.why, t)}
      </Note>
    )
  if (candidates.some(({ source }) => source === 'guess'))
    return <Note tone="info">{t('account.answering', { domain })}</Note>
  const hint = candidates.find(({ source }) => source !== 'proposal')
  if (hint !== undefined && complete) return <Note tone="info">{reasonWords(hint.why, t)}</Note>
  // Where no source was reached, the way out is missing, and not a provider: the question about it says so.
  if (isCutOff(discovery)) return null
  if (complete)
    return (
      <Note tone="info">{t(app.practice === null ? 'account.unknown' : 'practice.unknown', { domain })}</Note>
    )
  const done = sources.filter(({ status }) => status !== 'asking').length
  return <Note tone="info">{t('account.asking-sources', { domain, done, total: sources.length })}</Note>
}
