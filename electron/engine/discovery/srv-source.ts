import type { DiscoveryNote, OtherService } from '#shared/discovery/notes.ts'
import type { Candidate } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { publicHost } from '#shared/domain/host-name.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import {
  found,
  missed,
  noted,
  type DiscoveryContext,
  type DiscoverySource,
} from '#engine/discovery/source.ts'
import type { ServiceTarget } from '#engine/environment.ts'

interface ServiceName {
  readonly label: string
  readonly protocol: Protocol
  readonly security: 'tls' | 'starttls'
}

/** RFC 6186 and, for submission inside TLS, RFC 8314 section 5.1. SSL/TLS comes before STARTTLS. */
const SERVICE_NAMES: readonly ServiceName[] = [
  { label: '_imaps._tcp', protocol: 'imap', security: 'tls' },
  { label: '_imap._tcp', protocol: 'imap', security: 'starttls' },
  { label: '_pop3s._tcp', protocol: 'pop3', security: 'tls' },
  { label: '_pop3._tcp', protocol: 'pop3', security: 'starttls' },
  { label: '_submissions._tcp', protocol: 'smtp', security: 'tls' },
  { label: '_submission._tcp', protocol: 'smtp', security: 'starttls' },
]

/** What else may be there: named, and not set up. */
const OTHER_NAMES: readonly (readonly [label: string, service: OtherService])[] = [
  ['_jmap._tcp', 'jmap'],
  ['_caldavs._tcp', 'caldav'],
  ['_carddavs._tcp', 'carddav'],
]

/** One record of one service. */
interface Offer {
  readonly service: ServiceName
  readonly record: string
  readonly target: ServiceTarget
}

/** What the domain itself says in its DNS about its mail servers. */
export const srvSource: DiscoverySource = {
  id: 'srv',
  rank: 'word',
  ask: async (context) => {
    const { address, resolver, signal } = context
    const { ascii, unicode: domain } = address.domain
    const [answers, others] = await Promise.all([
      Promise.all(
        SERVICE_NAMES.map(async (service) => {
          const record = `${service.label}.${ascii}`
          return { service, record, targets: await resolver.services(record, signal) }
        }),
      ),
      otherServices(context),
    ])
    const offers = answers.flatMap(({ service, record, targets }) =>
      targets.ok ? targets.value.map((target): Offer => ({ service, record, target })) : [],
    )
    const notes = [...notesAbout(offers, domain), ...others]
    // RFC 6186 section 3.3: the priority holds from one service to another; alike ones keep the order above.
    const candidates = offers
      .toSorted((a, b) => a.target.priority - b.target.priority)
      .flatMap((offer) => candidateOf(offer, address))
    if (candidates.length + others.length > 0) return { ...found(candidates), notes }
    const faults = answers.flatMap(({ targets }) => (targets.ok ? [] : [targets.error]))
    const trouble = faults.find(({ kind }) => kind !== 'name-not-found')
    return trouble === undefined ? noted(...notes) : missed(trouble)
  },
}

async function otherServices({
  address,
  resolver,
  signal,
}: DiscoveryContext): Promise<readonly DiscoveryNote[]> {
  const { ascii, unicode: domain } = address.domain
  const answers = await Promise.all(
    OTHER_NAMES.map(async ([label, service]): Promise<readonly DiscoveryNote[]> => {
      const targets = await resolver.services(`${label}.${ascii}`, signal)
      const host = targets.ok ? publicHost(targets.value[0]?.host ?? '') : null
      return host === null ? [] : [{ kind: 'also-offers', domain, service, host }]
    }),
  )
  return answers.flat()
}

/** What is not offered at all, and which way of receiving comes first where there are two. */
function notesAbout(offers: readonly Offer[], domain: string): readonly DiscoveryNote[] {
  const absent = PROTOCOLS.flatMap((protocol): readonly DiscoveryNote[] => {
    const own = offers.filter(({ service }) => service.protocol === protocol)
    const [first] = own
    const isAbsent = own.every(({ target }) => target.host === '')
    return first === undefined || !isAbsent
      ? []
      : [{ kind: 'not-offered', domain, protocol, record: first.record }]
  })
  const best = (protocol: Protocol) =>
    Math.min(
      ...offers.flatMap(({ service, target }) =>
        service.protocol === protocol && target.host !== '' ? [target.priority] : [],
      ),
    )
  const [pop3, imap] = [best('pop3'), best('imap')]
  return pop3 < imap && Number.isFinite(imap) ? [...absent, { kind: 'prefers-pop3', domain }] : absent
}

/** The certificate has to name the target; whether to trust a target of another domain is for the user to say. */
function candidateOf(
  { service: { protocol, security }, record, target: { host, port } }: Offer,
  { ascii, domain }: EmailAddress,
): readonly Candidate[] {
  const name = publicHost(host)
  if (name === null) return []
  return [
    {
      endpoint: { protocol, host: name, port, security },
      userName: ascii,
      auth: ['plain', 'login'],
      source: 'srv',
      trust: 'dns',
      why: { kind: 'published-by-domain', domain: domain.unicode, record },
    },
  ]
}
