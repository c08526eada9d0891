import type { Candidate } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { publicHost } from '#shared/domain/host-name.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { found, missed, NOTHING, type DiscoverySource } from '#engine/discovery/source.ts'
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

/** What the domain itself says in its DNS about its mail servers. */
export const srvSource: DiscoverySource = {
  id: 'srv',
  rank: 'word',
  ask: async ({ address, resolver, signal }) => {
    const answers = await Promise.all(
      SERVICE_NAMES.map(async (service) => {
        const record = `${service.label}.${address.domain.ascii}`
        return { service, record, targets: await resolver.services(record, signal) }
      }),
    )
    const candidates = answers.flatMap(({ service, record, targets }) =>
      targets.ok ? targets.value.flatMap((target) => candidateOf(service, record, target, address)) : [],
    )
    if (candidates.length > 0) return found(candidates)
    const faults = answers.flatMap(({ targets }) => (targets.ok ? [] : [targets.error]))
    const trouble = faults.find(({ kind }) => kind !== 'name-not-found')
    return trouble === undefined ? NOTHING : missed(trouble)
  },
}

/** The certificate has to name the target; whether to trust a target of another domain is for the user to say. */
function candidateOf(
  { protocol, security }: ServiceName,
  record: string,
  { host, port }: ServiceTarget,
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
