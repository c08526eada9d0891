import { toldBy, unsaidNotes, type Discovery } from '#shared/discovery/discovery.ts'
import type { Candidate } from '#shared/domain/candidate.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import {
  contradictionWords,
  hintWords,
  noteWords,
  reasonWords,
  sourceWords,
} from '#shared/i18n/discovery-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** What `discover` says to a person: the provider and why, the servers in order, what to know beforehand. */
export function discoveryText(discovery: Discovery, t: Translate): string {
  const { provider, candidates, hints } = discovery
  const servers = candidates.map((candidate) => serverLine(candidate, provider === null ? 'each' : 'none', t))
  const remarks = hints.map(
    (hint) => `  - ${hintWords(hint, provider?.name ?? '', t)}${hint.url === null ? '' : ` ${hint.url}`}`,
  )
  return [
    heading(discovery, t),
    ...servers,
    ...remarks,
    ...noteWords(unsaidNotes(discovery), t).map((text) => `  - ${text}`),
    ...strangers(discovery, t),
    ...disagreements(discovery, t),
    ...places(discovery, t),
  ].join('\n')
}

/** Both domains side by side, for servers that belong to another one than the address. */
function strangers({ address, candidates }: Discovery, t: Translate): readonly string[] {
  const owners = new Set(candidates.flatMap(({ otherDomain }) => otherDomain ?? []))
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return [...owners].map((owner) => `  ! ${t('other-domain.title', { owner, domain })}`)
}

function disagreements({ contradictions }: Discovery, t: Translate): readonly string[] {
  return contradictionWords(contradictions, t).map(({ text }) => `  ! ${t('contradiction.title')}. ${text}`)
}

/** Where we looked, unless no server had to be asked. */
function places({ sources }: Discovery, t: Translate): readonly string[] {
  const asked = sources.filter(({ status }) => status !== 'skipped')
  if (asked.length < 3) return []
  return [`${t('account.where')}:`, ...asked.map((report) => `  ${sourceWords(report, t)}`)]
}

function heading({ provider, candidates }: Discovery, t: Translate): string {
  if (provider !== null) return `${provider.name}: ${reasonWords(provider.why, t)}`
  if (candidates.length === 0) return t('cli.no-servers')
  const told = toldBy(candidates)
  return t(told === null ? 'cli.no-provider' : `cli.${told.who}`)
}

/** Where one sentence does not explain all servers, each says where it comes from. */
function serverLine(
  { endpoint, userName, trust, why }: Candidate,
  explained: 'each' | 'none',
  t: Translate,
): string {
  const origin =
    trust === 'guess' && why.kind !== 'once-listed'
      ? `  (${t('trust.guess')})`
      : explained === 'each'
        ? `  (${reasonWords(why, t)})`
        : ''
  return `  ${endpoint.protocol.padEnd(5)} ${formatEndpoint(endpoint)}  ${userName}${origin}`
}
