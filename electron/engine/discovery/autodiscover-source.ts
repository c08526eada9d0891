import { providerById } from '#shared/catalogue/look-up.ts'
import { relayByMx } from '#shared/catalogue/mail-routes.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import { isAbsence } from '#shared/discovery/look-up-fault.ts'
import type { DiscoveryNote } from '#shared/discovery/notes.ts'
import type { Candidate, Reason } from '#shared/domain/candidate.ts'
import { parseEndpoint } from '#shared/domain/server-endpoint.ts'
import { assertNever } from '#shared/outcome.ts'
import {
  askAtTarget,
  askForAlias,
  askInJson,
  askInXml,
  type AutodiscoverAnswer,
} from '#engine/discovery/autodiscover/places.ts'
import { microsoftAt } from '#engine/discovery/autodiscover/signs.ts'
import {
  found,
  missed,
  noted,
  type DiscoveryContext,
  type DiscoverySource,
  type SourceResult,
} from '#engine/discovery/source.ts'

/**
 * Which Exchange a domain uses, told by where its Autodiscover leads, and the mail servers that a document there names.
 * A web page, a login and a bare 401 are what any web server has there, and say nothing.
 *
 * SECURITY: no server gets a password here, as Autodiscover itself would have it ("the Great Leak"): the JSON form
 * and the redirects say where the mailboxes are without one. The address is not sent either; any name of the domain
 * leads to the same place.
 */
export const autodiscoverSource: DiscoverySource = {
  id: 'autodiscover',
  rank: 'word',
  ask: async (context) => {
    const findings = await Promise.all([
      askForAlias(context),
      askInJson(context),
      askInXml(context),
      askAtTarget(context),
    ])
    const [best] = findings.toSorted((a, b) => weight(a) - weight(b))
    return best === undefined ? noted() : resultOf(best, context)
  },
}

/** Documents name servers, Microsoft is known, an Exchange is only known to be there. */
function weight(finding: AutodiscoverAnswer): number {
  switch (finding.kind) {
    case 'document':
      return finding.candidates.length > 0 ? 0 : 3
    case 'microsoft':
      return finding.alias === null ? 2 : 1
    case 'exchange':
      return finding.how === 'named' ? 4 : 5
    case 'none':
      return isAbsence(finding.fault) ? 7 : 6
    default:
      return assertNever(finding)
  }
}

function resultOf(
  finding: AutodiscoverAnswer,
  context: DiscoveryContext,
): Promise<SourceResult> | SourceResult {
  switch (finding.kind) {
    case 'document':
      return finding.candidates.length > 0
        ? { ...found(finding.candidates), notes: finding.notes }
        : noted(...finding.notes)
    case 'microsoft':
      return microsoft365(finding, context)
    case 'exchange':
      return ownExchange(finding, context)
    case 'none':
      return missed(finding.fault)
    default:
      return assertNever(finding)
  }
}

async function microsoft365(
  { host, alias }: Extract<AutodiscoverAnswer, { kind: 'microsoft' }>,
  { address, date, resolver, signal }: DiscoveryContext,
): Promise<SourceResult> {
  const facts = providerById(microsoftAt(host) ?? 'microsoft-365')
  if (facts === null) throw new Error('the catalogue has no Microsoft 365')
  const { ascii, unicode: domain } = address.domain
  const mx = await resolver.mailExchangers(ascii, signal)
  const relay = mx.ok ? relayByMx(mx.value) : null
  const provider = facts.name
  if (relay?.kind === 'filter') {
    const record = alias ?? host
    const why: Reason = { kind: 'behind-filter', provider, domain, filter: relay.name, record }
    const origin = { source: 'autodiscover', trust: 'guess', why } as const
    return found(candidatesOf(facts, address, origin, date), { facts, why, certainty: 'probable' })
  }
  const why: Reason =
    alias === null
      ? { kind: 'autodiscover', domain, host }
      : { kind: 'autodiscover-alias', provider, domain, host }
  const origin = { source: 'autodiscover', trust: 'dns', why } as const
  return found(candidatesOf(facts, address, origin, date), { facts, why })
}

/**
 * A company's own Exchange. Where its answer has named a host, mail servers may be at that machine: it is looked at
 * before anything is sent there. The name `autodiscover` itself is that of no mail server.
 */
function ownExchange(
  { host, how }: Extract<AutodiscoverAnswer, { kind: 'exchange' }>,
  { address }: DiscoveryContext,
): SourceResult {
  const domain = address.domain.unicode
  const note: DiscoveryNote = { kind: 'also-offers', domain, service: 'exchange', host }
  if (how === 'asked') return noted(note)
  const servers = [
    ['smtp', `${host}:587:starttls`],
    ['imap', `${host}:993:tls`],
  ] as const
  const candidates = servers.flatMap(([protocol, text]): readonly Candidate[] => {
    const endpoint = parseEndpoint(protocol, text)
    if (!endpoint.ok) return []
    return [
      {
        endpoint: endpoint.value,
        userName: address.ascii,
        auth: ['plain', 'login'],
        source: 'autodiscover',
        trust: 'guess',
        why: { kind: 'autodiscover', domain, host },
      },
    ]
  })
  return { ...found(candidates), notes: [note] }
}
