import * as v from 'valibot'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import type { DiscoveryNote } from '#shared/discovery/notes.ts'
import type { Candidate, Trust } from '#shared/domain/candidate.ts'
import { publicHost } from '#shared/domain/host-name.ts'
import type { HttpFetch } from '#engine/environment.ts'
import { readAutodiscover } from '#engine/discovery/autodiscover/document.ts'
import { isExchangeRefusal, microsoftAt } from '#engine/discovery/autodiscover/signs.ts'
import { neutralMailbox } from '#engine/discovery/neutral-mailbox.ts'
import { readJson } from '#engine/discovery/read-json.ts'
import type { DiscoveryContext } from '#engine/discovery/source.ts'

/** What was found at one of the places where a domain may keep its Autodiscover. */
export type AutodiscoverAnswer =
  | { readonly kind: 'microsoft'; readonly host: string; readonly alias: string | null }
  | {
      readonly kind: 'document'
      readonly candidates: readonly Candidate[]
      readonly notes: readonly DiscoveryNote[]
    }
  /** `named`: its host stands in an answer; otherwise it is the very host that was asked. */
  | { readonly kind: 'exchange'; readonly host: string; readonly how: 'named' | 'asked' }
  | { readonly kind: 'none'; readonly fault: LookUpFault }

const NO_SERVERS = { kind: 'none', fault: { kind: 'document', why: 'no-servers' } } as const

const v2Answer = v.object({ Url: v.string() })

/** The newer form, which only Exchange has: it names the address of the older one. */
export async function askInJson(context: DiscoveryContext): Promise<AutodiscoverAnswer> {
  const { address, fetchFromDomain, signal } = context
  const { ascii } = address.domain
  const query = new URLSearchParams({ Email: neutralMailbox(ascii), Protocol: 'AutodiscoverV1' })
  const url = `https://autodiscover.${ascii}/autodiscover/autodiscover.json?${query.toString()}`
  const document = await fetchFromDomain(url, signal)
  if (!document.ok) return { kind: 'none', fault: document.error }
  const answer = readJson(document.value.body, v2Answer)
  if (!answer.ok) return { kind: 'none', fault: answer.error }
  return atHost(URL.parse(answer.value.Url)?.hostname ?? '', 'named')
}

/** The older form at the domain itself. */
export function askInXml(context: DiscoveryContext): Promise<AutodiscoverAnswer> {
  const { ascii } = context.address.domain
  const place = {
    url: xmlUrl(`autodiscover.${ascii}`),
    asked: `autodiscover.${ascii}`,
    trust: 'domain',
  } as const
  return askAt(place, context.fetchFromDomain, context, 'may-lead-on')
}

/** What a record of the domain leads to is asked whether it is an Exchange: panels of hosters are in there too. */
export async function askAtTarget(context: DiscoveryContext): Promise<AutodiscoverAnswer> {
  const { address, resolver, signal, fetch } = context
  const targets = await resolver.services(`_autodiscover._tcp.${address.domain.ascii}`, signal)
  if (!targets.ok) return { kind: 'none', fault: targets.error }
  const [target] = targets.value
  if (target === undefined || target.host === '') return { kind: 'none', fault: { kind: 'name-not-found' } }
  const host = publicHost(target.host)
  if (host === null) return NO_SERVERS
  if (microsoftAt(host) !== null) return { kind: 'microsoft', host, alias: null }
  return askAt({ url: xmlUrl(host), asked: null, trust: 'dns' }, fetch, context, 'may-lead-on')
}

/** Microsoft has no certificate for the names of its customers, so they point to it with a CNAME. */
export async function askForAlias({
  address,
  resolver,
  signal,
}: DiscoveryContext): Promise<AutodiscoverAnswer> {
  const name = `autodiscover.${address.domain.ascii}`
  const targets = await resolver.aliases(name, signal)
  if (!targets.ok) return { kind: 'none', fault: targets.error }
  const host = targets.value.find((target) => microsoftAt(target) !== null)
  if (host === undefined) return { kind: 'none', fault: { kind: 'name-not-found' } }
  return { kind: 'microsoft', host, alias: `${name} CNAME ${host}` }
}

function xmlUrl(host: string): string {
  return `https://${host}/autodiscover/autodiscover.xml`
}

interface Place {
  readonly url: string
  /** The host that no answer has named. */
  readonly asked: string | null
  readonly trust: Trust
}

async function askAt(
  { url, asked, trust }: Place,
  fetch: HttpFetch,
  context: DiscoveryContext,
  redirects: 'may-lead-on' | 'end-here',
): Promise<AutodiscoverAnswer> {
  const { address, signal } = context
  const fetched = await fetch(url, signal)
  if (!fetched.ok) return fromRefusal(fetched.error, asked)
  const { host, body } = fetched.value
  if (microsoftAt(host) !== null) return { kind: 'microsoft', host, alias: null }
  const why = { kind: 'autodiscover-document', domain: address.domain.unicode, host } as const
  const document = readAutodiscover(body, address, { source: 'autodiscover', trust, why }, host)
  if (!document.ok) return { kind: 'none', fault: document.error }
  const { candidates, notes, elsewhere } = document.value
  if (elsewhere !== null && redirects === 'may-lead-on')
    return askAt({ url: elsewhere, asked: null, trust: 'dns' }, context.fetch, context, 'end-here')
  return candidates.length + notes.length === 0 ? NO_SERVERS : { kind: 'document', candidates, notes }
}

function fromRefusal(fault: LookUpFault, asked: string | null): AutodiscoverAnswer {
  if (fault.kind === 'http-status' && microsoftAt(fault.host) !== null)
    return { kind: 'microsoft', host: fault.host, alias: null }
  if (!isExchangeRefusal(fault)) return { kind: 'none', fault }
  return atHost(fault.host, fault.host === asked ? 'asked' : 'named')
}

function atHost(text: string, how: 'named' | 'asked'): AutodiscoverAnswer {
  const host = publicHost(text)
  if (host === null) return NO_SERVERS
  return microsoftAt(host) === null
    ? { kind: 'exchange', host, how }
    : { kind: 'microsoft', host, alias: null }
}
