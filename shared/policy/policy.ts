import * as v from 'valibot'
import type { HttpsUrl } from '#shared/catalogue/provider.ts'
import { CANDIDATE_SOURCES, type CandidateSource } from '#shared/domain/candidate.ts'
import { secretProblem } from '#shared/domain/credential-text.ts'
import { parseDomainName } from '#shared/domain/domain-name.ts'
import { isLoopbackHost, parseHostName, publicHost } from '#shared/domain/host-name.ts'
import { MECHANISM_ORDERS, type MechanismOrder } from '#shared/domain/mechanism.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { parseEndpoint } from '#shared/domain/server-endpoint.ts'
import type { UserNameForm } from '#shared/domain/user-name.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** What an organisation can take out of its people's hands. */
export const LOCKS = ['servers', 'user-name'] as const
export type Lock = (typeof LOCKS)[number]

/** Servers an organisation has for addresses of its own. */
export interface PolicyProvider {
  readonly id: string
  readonly name: string
  /** As in the catalogue: `*.example.org` covers every domain below example.org. */
  readonly domains: readonly string[]
  /** `host:port:security`, in the order in which they should be tried. */
  readonly servers: Readonly<Partial<Record<Protocol, readonly string[]>>>
  readonly userName: UserNameForm
  readonly signIn: readonly ('password' | 'app-password' | 'oauth')[]
  readonly helpPage: HttpsUrl | null
  /** The organisation's own authorization server (RFC 8414), where tokens come from it. */
  readonly issuer: HttpsUrl | null
}

/** The client that the organisation has registered with an authorization server. */
export interface PolicyClient {
  readonly id: string
  /** What some issuers call a secret and give to every copy of a program. */
  readonly secret: string | null
}

/** What an administrator ships with the program: facts about the place it is used in, never a secret. */
export interface Policy {
  readonly organisation: string
  /** Whom to turn to, as people are to read it. */
  readonly support: { readonly text: string; readonly url: HttpsUrl | null } | null
  readonly providers: readonly PolicyProvider[]
  /** Hosts that are proposed before others, in the catalogue's notation for domains. */
  readonly preferredHosts: readonly string[]
  /** Hosts to ask whether anything gets out of the network when a mail server cannot be reached. */
  readonly controlHosts: readonly string[]
  /** In which order mechanisms are used for a password over verified TLS. */
  readonly mechanismOrder: MechanismOrder
  readonly locked: readonly Lock[]
  /** Relays of the organisation that take mail without encryption and without a sign-in: hosts, or `*.` entries. */
  readonly plainRelays: readonly string[]
  readonly sourcesOff: readonly CandidateSource[]
  /** A proxy without credentials: a file is no place for a password. */
  readonly proxy: string | null
  /** Files with certificates to trust, absolute or beside the policy. */
  readonly authorityFiles: readonly string[]
  /** The organisation's own client identifiers for signing in with the browser, by provider or by issuer. */
  readonly oauthClients: Readonly<Record<string, PolicyClient>>
}

/** Where the file says something that cannot be: `providers.0.servers.imap.1`; empty for the file as a whole. */
export interface PolicyProblem {
  readonly where: string
}

const MAX_TEXT = 500
const CONTROL = /\p{Cc}/u

const text = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(MAX_TEXT),
  v.check((value) => !CONTROL.test(value)),
)
const httpsUrl = v.pipe(
  text,
  v.check((value) => value.startsWith('https://') && URL_FORM.test(value)),
  v.transform((value) => value as HttpsUrl),
)
const URL_FORM = /^https:\/\/[^\s@/]+(\/\S*)?$/
const identifier = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/))
const hostName = v.pipe(
  text,
  v.check((value) => publicHost(value) !== null),
  v.transform((value) => value.toLowerCase()),
)
const domainPattern = v.pipe(
  text,
  v.check((value) => parseDomainName(value.replace(/^\*\./, '')).ok),
  v.transform((value) => value.toLowerCase()),
)

function servers(protocol: Protocol) {
  const one = v.pipe(
    text,
    v.check((value) => {
      const endpoint = parseEndpoint(protocol, value)
      return endpoint.ok && (endpoint.value.security !== 'none' || isLoopbackHost(endpoint.value.host))
    }),
  )
  return v.optional(v.array(one))
}

const provider = v.strictObject({
  id: identifier,
  name: text,
  domains: v.pipe(v.array(domainPattern), v.minLength(1)),
  servers: v.strictObject({ imap: servers('imap'), pop3: servers('pop3'), smtp: servers('smtp') }),
  userName: v.optional(v.picklist(['address', 'local-part', 'own']), 'address'),
  signIn: v.optional(
    v.pipe(v.array(v.picklist(['password', 'app-password', 'oauth'])), v.minLength(1)),
    () => ['password' as const],
  ),
  helpPage: v.optional(v.nullable(httpsUrl), null),
  issuer: v.optional(v.nullable(httpsUrl), null),
})

const relayHost = v.pipe(
  text,
  v.check((value) => parseHostName(value.replace(/^\*\./, '')).ok),
  v.transform((value) => value.toLowerCase()),
)

const clientSecret = v.pipe(
  text,
  v.check((value) => secretProblem(value) === null),
)

const client = v.union([
  v.pipe(
    text,
    v.transform((id): PolicyClient => ({ id, secret: null })),
  ),
  v.strictObject({ id: text, secret: v.optional(v.nullable(clientSecret), null) }),
])

const schema = v.strictObject({
  schema: v.literal(1),
  organisation: text,
  support: v.optional(
    v.nullable(v.strictObject({ text, url: v.optional(v.nullable(httpsUrl), null) })),
    null,
  ),
  providers: v.optional(v.array(provider), () => []),
  preferredHosts: v.optional(v.array(domainPattern), () => []),
  controlHosts: v.optional(v.pipe(v.array(hostName), v.maxLength(3)), () => []),
  mechanismOrder: v.optional(v.picklist(MECHANISM_ORDERS), 'plain-first'),
  locked: v.optional(v.array(v.picklist(LOCKS)), () => []),
  plainRelays: v.optional(v.array(relayHost), () => []),
  sourcesOff: v.optional(v.array(v.picklist(CANDIDATE_SOURCES)), () => []),
  proxy: v.optional(v.nullable(text), null),
  authorityFiles: v.optional(v.array(text), () => []),
  oauthClients: v.optional(v.record(identifier, client), () => ({})),
})

/**
 * Reads a policy. A word it does not know refuses the whole file: a lock with a typing mistake in it would be no lock,
 * and the administrator would not notice.
 */
export function readPolicy(json: string): Outcome<Policy, PolicyProblem> {
  let content: unknown
  try {
    content = JSON.parse(json)
  } catch {
    return fail({ where: '' })
  }
  const result = v.safeParse(schema, content)
  if (result.success) {
    const { organisation, support, providers, locked, ...rest } = result.output
    const who = { organisation, support, providers: providers as Policy['providers'], locked }
    const { plainRelays, preferredHosts, controlHosts, mechanismOrder, sourcesOff, proxy } = rest
    const { authorityFiles, oauthClients } = rest
    const network = { preferredHosts, controlHosts, mechanismOrder, sourcesOff, proxy }
    return ok({ ...who, ...network, plainRelays, authorityFiles, oauthClients })
  }
  return fail({ where: v.getDotPath(result.issues[0]) ?? '' })
}

/** Whether a host or domain is one of these: by name, or below a `*.` entry. */
export function matchesAny(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) =>
    pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern,
  )
}

/** The provider of a policy for an address domain, exact names before those with a star. */
export function policyProviderFor(policy: Policy, domain: string): PolicyProvider | null {
  const exact = policy.providers.find(({ domains }) => domains.includes(domain))
  return exact ?? policy.providers.find(({ domains }) => matchesAny(domains, domain)) ?? null
}
