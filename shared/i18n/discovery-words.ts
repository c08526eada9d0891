import type { ProviderHint } from '#shared/catalogue/hints.ts'
import type { CandidateSource, Reason } from '#shared/domain/candidate.ts'
import type { Contradiction, SourceReport } from '#shared/discovery/discovery.ts'
import type { DiscoveryNote } from '#shared/discovery/notes.ts'
import { dayForReader } from '#shared/i18n/day.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** Why a setting is proposed. */
export function reasonWords(reason: Reason, t: Translate): string {
  const { kind, ...values } = reason
  return t(`reason.${kind}`, values)
}

/** What to know before signing in, or after it was refused. */
export function hintWords(
  { kind, end, services }: Pick<ProviderHint, 'kind' | 'end' | 'services'>,
  provider: string,
  t: Translate,
): string {
  return t(`hint.${kind}`, {
    provider,
    ...(services === undefined ? {} : { services }),
    ...(end === undefined ? {} : endValues(end)),
  })
}

function endValues(end: NonNullable<ProviderHint['end']>) {
  const [day, finalDay] = [dayForReader(end.day), dayForReader(end.finalDay)]
  return {
    ...end,
    last: finalDay === null ? 'open' : 'named',
    ...(day === null ? {} : { day }),
    ...(finalDay === null ? {} : { finalDay }),
  }
}

/** What each source that was not believed says, and why it was not; one text for each source. */
export function contradictionWords(
  contradictions: readonly Contradiction[],
  t: Translate,
): readonly { readonly source: CandidateSource; readonly text: string }[] {
  const sources = [...new Set(contradictions.map(({ other }) => other.source))]
  return sources.flatMap((source) => {
    const own = contradictions.filter(({ other }) => other.source === source)
    const [first] = own
    if (first === undefined) return []
    const hosts = [...new Set(own.map(({ other }) => other.endpoint.host))].join(', ')
    const told = t('contradiction.other', { hosts, reason: reasonWords(first.other.why, t) })
    return [{ source, text: `${told} ${t(`contradiction.because.${witness(first.chosen.source)}`)}` }]
  })
}

function witness(source: CandidateSource): 'mx' | 'domain' | 'rank' {
  if (source === 'mx') return 'mx'
  return source === 'pacc' || source === 'autoconfig' || source === 'well-known' ? 'domain' : 'rank'
}

/** What became of one source, for the list of where Mailwright has looked. */
export function sourceWords({ source, status, code }: SourceReport, t: Translate): string {
  const how = t(`source-status.${status}`)
  return `${t(`source.${source}`)}: ${how}${code === null ? '' : ` [${code}]`}`
}

/** What else was learned about the domain, a sentence each; what it offers besides is one sentence. */
export function noteWords(notes: readonly DiscoveryNote[], t: Translate): readonly string[] {
  const offers = notes.filter((note) => note.kind === 'also-offers')
  return notes.flatMap((note): readonly string[] => {
    if (note.kind === 'also-offers')
      return note === offers[0]
        ? [t('note.also-offers', { domain: note.domain, services: servicesOf(offers, t) })]
        : []
    const { kind, ...values } = note
    const words = Object.entries(values).map(([name, value]) => [name, value ?? ''] as const)
    return [t(`note.${kind}`, Object.fromEntries(words)).replace(/ +/g, ' ').trim()]
  })
}

type Offer = Extract<DiscoveryNote, { readonly kind: 'also-offers' }>

function servicesOf(offers: readonly Offer[], t: Translate): string {
  const named = offers.map(({ service, host }) => `${t(`offer.${service}`)}: ${host}`)
  return [...new Set(named)].join(', ')
}
