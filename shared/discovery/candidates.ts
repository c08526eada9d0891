import { kindOn } from '#shared/catalogue/endings.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { isOwnDomain } from '#shared/catalogue/own-domain.ts'
import { authMethodsFor, signInKindsOn } from '#shared/catalogue/sign-in.ts'
import type { Candidate, CandidateSource, Reason, Trust } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import { parseEndpoint } from '#shared/domain/server-endpoint.ts'
import { userNameFor } from '#shared/domain/user-name.ts'

/** How a provider was recognised. */
export interface Origin {
  readonly source: CandidateSource
  readonly trust: Trust
  readonly why: Reason
  /** The host that takes the mail of the domain, where that is how the provider was recognised. */
  readonly mx?: string
}

/** A provider's servers for one address, in the catalogue's order, on a day (`2026-11-20`); none once it has closed. */
export function candidatesOf(
  provider: Provider,
  address: EmailAddress,
  origin: Origin,
  date: string,
): readonly Candidate[] {
  if (kindOn(date, provider) === 'closed') return []
  const region = (provider.regions ?? []).find((name) => origin.mx?.includes(`.${name}.`) === true)
  return PROTOCOLS.flatMap((protocol) =>
    provider.servers[protocol]
      .filter((text) => region === undefined || text.includes(`.${region}.`))
      .flatMap((text) => candidateOf(provider, protocol, text, address, origin, date)),
  )
}

function candidateOf(
  provider: Provider,
  protocol: Protocol,
  text: string,
  address: EmailAddress,
  origin: Origin,
  date: string,
): readonly Candidate[] {
  const isTemplate = text.includes('{')
  const isUnproved = provider.unproved?.some((known) => known === text) ?? false
  // Without an MX host `{mx}` stays in the text, which then is no endpoint.
  const named = text.replace('{domain}', address.domain.ascii).replace('{mx}', origin.mx ?? '{mx}')
  const endpoint = parseEndpoint(protocol, named)
  if (!endpoint.ok) return []
  const usual = typeof provider.userName === 'string' ? provider.userName : provider.userName[protocol]
  const own = isOwnDomain(provider, address.domain.ascii) ? provider.ownDomainUserName : undefined
  return [
    {
      endpoint: endpoint.value,
      userName: provider.fixedUserName ?? userNameFor(own ?? usual, address),
      auth: authMethodsFor(signInKindsOn(date, provider, protocol)),
      source: origin.source,
      trust: isTemplate || isUnproved ? 'guess' : origin.trust,
      why: origin.why,
    },
  ]
}

const USUAL_SERVERS: readonly (readonly [Protocol, string])[] = [
  ['imap', 'imap.{domain}:993:tls'],
  ['imap', 'mail.{domain}:993:tls'],
  ['pop3', 'pop.{domain}:995:tls'],
  ['pop3', 'mail.{domain}:995:tls'],
  ['smtp', 'smtp.{domain}:465:tls'],
  ['smtp', 'smtp.{domain}:587:starttls'],
  ['smtp', 'mail.{domain}:465:tls'],
]

/** What is usual where nothing is known: a starting point for typing, never a reason to send a password. */
export function proposalsFor(address: EmailAddress): readonly Candidate[] {
  if (address.lookUp === 'manual') return []
  return USUAL_SERVERS.flatMap(([protocol, text]) => {
    const endpoint = parseEndpoint(protocol, text.replace('{domain}', address.domain.ascii))
    if (!endpoint.ok) return []
    return [
      {
        endpoint: endpoint.value,
        userName: address.ascii,
        auth: authMethodsFor([]),
        source: 'proposal',
        trust: 'guess',
        why: { kind: 'usual-name', domain: address.domain.unicode },
      } satisfies Candidate,
    ]
  })
}
