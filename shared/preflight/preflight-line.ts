import { providerByMx } from '#shared/catalogue/look-up.ts'
import { relayByMx, type RelayMatch } from '#shared/catalogue/mail-routes.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { CandidateSource } from '#shared/domain/candidate.ts'
import type { DomainName } from '#shared/domain/domain-name.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { registrableDomain } from '#shared/domain/registrable-domain.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { hintWords, noteWords } from '#shared/i18n/discovery-words.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { assertNever } from '#shared/outcome.ts'
import { breaksOn, dayOf, waysOn, type Break, type WayIn } from '#shared/preflight/breaks.ts'
import { contradictionsOf, type LineContradiction } from '#shared/preflight/contradictions.ts'
import type { DomainLook, MailExchange } from '#shared/preflight/domain-look.ts'
import type { EntryProblem } from '#shared/preflight/list-reader.ts'

/**
 * Who takes the mail of a domain, by its MX records. `provider`: one that is known by name. `hoster`: a host of another
 * domain. `own`: one of the domain itself. `filter`, `forwarder`: a service that hands it on. `none`: a null MX (RFC
 * 7505). `no-record`: there is no MX. `no-answer`: the name servers did not say.
 */
export const MAIL_HANDLERS = [
  'provider',
  'hoster',
  'own',
  'filter',
  'forwarder',
  'none',
  'no-record',
  'no-answer',
] as const
export type MailHandler = (typeof MAIL_HANDLERS)[number]

/** A domain of the list, with what the list says about it. */
export interface ListedDomain {
  readonly domain: DomainName
  /** The first line that names it. */
  readonly line: number
  /** How many lines name it. */
  readonly addresses: number
  /** Of these, how many may send with a password (SMTP AUTH); `null` where the list does not say. */
  readonly smtpAuthOn: number | null
}

/** What stops, in data and in words. */
export interface LineBreak {
  readonly kind: Break['kind']
  readonly state: Break['end']['state']
  /** The first day on which it stops for some, and from which on for all; the second `null` where none is named. */
  readonly day: string
  readonly finalDay: string | null
  readonly postponedBy: Break['end']['postponedBy']
  readonly services: WayIn['services'] | null
  readonly instead: 'oauth' | 'app-password' | null
  /** How many addresses of the list it stops for; `null` where the list does not say. */
  readonly addresses: number | null
  readonly text: string
}

/** What is known about one domain: a line of the output, and a stable interface. */
export interface PreflightLine extends Omit<ListedDomain, 'domain'> {
  readonly schema: 1
  /** In A-labels; `null` for a line of the list that is wrong, of which nothing is repeated. */
  readonly domain: string | null
  readonly mail: MailHandler | null
  readonly mx: readonly string[]
  /** The filter or forwarder by name. */
  readonly relay: string | null
  readonly provider: {
    readonly id: string
    readonly name: string
    readonly certainty: 'known' | 'probable'
  } | null
  /** The first for each protocol, where a source has named it. */
  readonly servers: readonly {
    readonly protocol: Protocol
    readonly endpoint: string
    readonly source: CandidateSource
  }[]
  readonly signIn: readonly WayIn[]
  /** The next day on which something stops for an address of the list, or `null`. */
  readonly breaksOn: string | null
  readonly breaks: readonly LineBreak[]
  readonly contradictions: readonly LineContradiction[]
  readonly notes: readonly { readonly kind: string; readonly text: string }[]
  /** For a line of the list that is wrong. */
  readonly error: { readonly code: string; readonly title: string; readonly explanation: string } | null
}

/** How every line begins: `--resume` knows its own by it. */
export const PREFLIGHT_BEGINNING = '{"schema":1,"line":'

/** Everything that is to be known of one domain before a day comes on which something stops. */
export function preflightLine(listed: ListedDomain, look: DomainLook, t: Translate): PreflightLine {
  const { domain, line, addresses, smtpAuthOn } = listed
  const { discovery, facts, mx } = look
  const hosts = mx.kind === 'hosts' ? mx.hosts : []
  const { provider, notes } = discovery
  const breaks = facts === null ? [] : lineBreaks(breaksOn(discovery.day, facts), facts.name, listed, t)
  return {
    schema: 1,
    line,
    domain: domain.ascii,
    addresses,
    smtpAuthOn,
    mail: handlerOf(domain.ascii, mx, relayByMx(hosts)),
    mx: hosts,
    relay: relayByMx(hosts)?.name ?? null,
    provider:
      provider === null
        ? null
        : { id: provider.id, name: provider.name, certainty: provider.certainty ?? 'known' },
    servers: serversOf(discovery),
    signIn: facts === null ? [] : waysOn(discovery.day, facts),
    breaksOn: breaks.find(({ addresses: count }) => count !== 0)?.next ?? null,
    breaks: breaks.map(({ next: _, ...rest }) => rest),
    contradictions: contradictionsOf(discovery, t),
    notes: notes.map((note) => ({ kind: note.kind, text: noteWords([note], t).join(' ') })),
    error: null,
  }
}

/** Of a wrong line nothing is repeated: anything may stand in it. */
export function wrongPreflightLine(line: number, problem: EntryProblem, t: Translate): PreflightLine {
  const [code, facts] =
    problem === 'address' ? (['ADDR_INVALID', {}] as const) : (['ROW_INVALID', { problem }] as const)
  return {
    schema: 1,
    line,
    domain: null,
    addresses: 0,
    smtpAuthOn: null,
    mail: null,
    mx: [],
    relay: null,
    provider: null,
    servers: [],
    signIn: [],
    breaksOn: null,
    breaks: [],
    contradictions: [],
    notes: [],
    error: { code, ...codeWords(code, t, facts) },
  }
}

/** Whether there is something to look after: an end ahead, records that contradict, no answer, a wrong line. */
export function needsCare({
  error,
  mail,
  breaksOn: day,
  contradictions,
}: Pick<PreflightLine, 'mail' | 'breaksOn'> & {
  readonly error: unknown
  readonly contradictions: readonly unknown[]
}): boolean {
  return error !== null || mail === 'no-answer' || day !== null || contradictions.length > 0
}

function handlerOf(domain: string, mx: MailExchange, relay: RelayMatch | null): MailHandler {
  switch (mx.kind) {
    case 'not-asked':
      return 'provider'
    case 'null-mx':
      return 'none'
    case 'no-answer':
      return 'no-answer'
    case 'hosts': {
      const [first] = mx.hosts
      if (first === undefined) return 'no-record'
      if (relay !== null) return relay.kind
      if (providerByMx(mx.hosts) !== null) return 'provider'
      return registrableDomain(first) === registrableDomain(domain) ? 'own' : 'hoster'
    }
    default:
      return assertNever(mx)
  }
}

function lineBreaks(
  breaks: readonly Break[],
  provider: string,
  { smtpAuthOn }: ListedDomain,
  t: Translate,
): readonly (LineBreak & { readonly next: string })[] {
  return breaks.map((one) => {
    const { kind, end } = one
    const password = kind === 'sign-in-ends' ? one.end : null
    return {
      kind,
      state: end.state,
      day: end.day,
      finalDay: end.finalDay === '' ? null : end.finalDay,
      postponedBy: end.postponedBy,
      services: password?.services ?? null,
      instead: password?.instead ?? null,
      addresses: password?.services === 'sending' ? smtpAuthOn : null,
      text: hintWords(one, provider, t),
      next: dayOf(one),
    }
  })
}

/** Usual names that no source gives say nothing about the domain. */
function serversOf({ candidates }: Discovery): PreflightLine['servers'] {
  const told = candidates.filter(({ trust }) => trust !== 'guess')
  return told
    .filter(({ endpoint }, at) => told.findIndex((one) => one.endpoint.protocol === endpoint.protocol) === at)
    .map(({ endpoint, source }) => ({
      protocol: endpoint.protocol,
      endpoint: formatEndpoint(endpoint),
      source,
    }))
}
