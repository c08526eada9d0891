import * as v from 'valibot'
import { providerById } from '#shared/catalogue/look-up.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import type { Candidate } from '#shared/domain/candidate.ts'
import { publicHost } from '#shared/domain/host-name.ts'
import { parseEndpoint } from '#shared/domain/server-endpoint.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { readJson } from '#engine/discovery/read-json.ts'
import {
  found,
  missed,
  type DiscoveryContext,
  type DiscoverySource,
  type SourceResult,
} from '#engine/discovery/source.ts'

/**
 * Which Exchange a domain uses, told by where its Autodiscover leads.
 *
 * SECURITY: no server gets a password here, as Autodiscover itself would have it ("the Great Leak"): the JSON form
 * and the redirects say where the mailboxes are without one. The address is not sent either; any name of the domain
 * leads to the same place.
 */
export const autodiscoverSource: DiscoverySource = {
  id: 'autodiscover',
  rank: 'hearsay',
  ask: async (context) => {
    const { ascii } = context.address.domain
    const answers = await Promise.all([
      hostInJson(`https://autodiscover.${ascii}/autodiscover/autodiscover.json?${query(ascii)}`, context),
      hostBehindRedirects(`https://autodiscover.${ascii}/autodiscover/autodiscover.xml`, context),
      hostInDns(`_autodiscover._tcp.${ascii}`, context),
    ])
    const [answer] = answers.toSorted((a, b) => Number(b.ok) - Number(a.ok))
    if (answer === undefined || !answer.ok) return missed(answer?.error ?? { kind: 'name-not-found' })
    return isMicrosoft(answer.value)
      ? microsoft365(context, answer.value)
      : ownExchange(context, answer.value)
  },
}

function query(domain: string): string {
  return new URLSearchParams({ Email: `mailbox@${domain}`, Protocol: 'AutodiscoverV1' }).toString()
}

const v2Answer = v.object({ Url: v.string() })

async function hostInJson(
  url: string,
  { fetchFromDomain, signal }: DiscoveryContext,
): Promise<Outcome<string, LookUpFault>> {
  const document = await fetchFromDomain(url, signal)
  if (!document.ok) return document
  const answer = readJson(document.value.body, v2Answer)
  return answer.ok ? hostOf(URL.parse(answer.value.Url)?.hostname ?? '') : answer
}

/** An Exchange that requires a password (401) has shown by it that it is one, and where. */
async function hostBehindRedirects(
  url: string,
  { fetchFromDomain, signal }: DiscoveryContext,
): Promise<Outcome<string, LookUpFault>> {
  const document = await fetchFromDomain(url, signal)
  if (document.ok) return hostOf(document.value.host)
  const { error } = document
  return error.kind === 'http-status' && error.status === UNAUTHORIZED ? hostOf(error.host) : fail(error)
}

const UNAUTHORIZED = 401

async function hostInDns(
  name: string,
  { resolver, signal }: DiscoveryContext,
): Promise<Outcome<string, LookUpFault>> {
  const targets = await resolver.services(name, signal)
  if (!targets.ok) return targets
  return hostOf(targets.value[0]?.host ?? '')
}

function hostOf(text: string): Outcome<string, LookUpFault> {
  const host = publicHost(text)
  return host === null ? fail({ kind: 'document', why: 'no-servers' }) : ok(host)
}

const MICROSOFT = ['.outlook.com', '.office365.com']

function isMicrosoft(host: string): boolean {
  return MICROSOFT.some((suffix) => host.endsWith(suffix))
}

function microsoft365({ address, date }: DiscoveryContext, host: string): SourceResult {
  const facts = providerById('microsoft-365')
  if (facts === null) throw new Error('the catalogue has no Microsoft 365')
  const why = { kind: 'autodiscover', domain: address.domain.unicode, host } as const
  const origin = { source: 'autodiscover', trust: 'dns', why } as const
  return found(candidatesOf(facts, address, origin, date), { facts, why })
}

/** A company's own Exchange: where its servers usually are is a guess, though one about the right machine. */
function ownExchange({ address }: DiscoveryContext, host: string): SourceResult {
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
        why: { kind: 'autodiscover', domain: address.domain.unicode, host },
      },
    ]
  })
  return found(candidates)
}
