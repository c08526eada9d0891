import * as oauth from 'oauth4webapi'
import type { OAuthIssuer, OAuthWay } from '#shared/catalogue/oauth/issuer.ts'
import { issuerOfProvider, knownIssuer } from '#shared/catalogue/oauth/issuers.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import { knownScopes, scopesAmong, type ScopePlan } from '#shared/oauth/scopes.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { parseIssuerAddress } from '#engine/oauth/issuer-address.ts'
import type { ServerSession } from '#engine/oauth/server-session.ts'

/** Who gives out tokens, before it has been asked anything. */
export type IssuerRef =
  | { readonly kind: 'known'; readonly facts: OAuthIssuer }
  /** A server of the domain itself: announced by it, laid down by the organisation, or typed. */
  | {
      readonly kind: 'own'
      readonly issuer: string
      readonly host: string
      /** Who named it: the user or the organisation, or a document that a domain or a server published. */
      readonly namedBy: IssuerWord
    }

export type IssuerWord = 'owner' | 'document'

/** An authorization server whose metadata has been read. */
export interface AuthorizationServer {
  readonly issuerRef: IssuerRef
  readonly metadata: oauth.AuthorizationServer
  readonly scopes: ScopePlan
  readonly ways: readonly OAuthWay[]
}

/**
 * Where tokens for an account come from.
 * SECURITY: whatever names a server that Mailwright knows gets Mailwright's own facts about it, never those of a
 * document.
 * @param issuer an address or a bare host, as documents name it; `null` where only the provider is known
 */
export function parseIssuerRef(
  providerId: string | null,
  issuer: string | null,
  namedBy: IssuerWord = 'document',
): IssuerRef | null {
  if (issuer !== null) {
    const url = parseIssuerAddress(issuer)
    if (url === null) return null
    const facts = knownIssuer(url.href)
    return facts === null
      ? { kind: 'own', issuer: url.href, host: url.hostname, namedBy }
      : { kind: 'known', facts }
  }
  const facts = providerId === null ? null : issuerOfProvider(providerId)
  return facts === null ? null : { kind: 'known', facts }
}

export function issuerName(issuerRef: IssuerRef): string {
  return issuerRef.kind === 'known' ? issuerRef.facts.name : issuerRef.host
}

/** As in policies and environment variables. */
export function issuerId(issuerRef: IssuerRef): string {
  return issuerRef.kind === 'known' ? issuerRef.facts.id : issuerRef.host.replaceAll('.', '-')
}

/** The issuer where the user or the organisation named it. */
export function namedIssuer(issuerRef: IssuerRef): string | null {
  return issuerRef.kind === 'own' && issuerRef.namedBy === 'owner' ? issuerRef.issuer : null
}

export function issuerUrl(issuerRef: IssuerRef): string {
  return issuerRef.kind === 'known' ? issuerRef.facts.issuer : issuerRef.issuer
}

/** What the server says about itself: from our own table, or by RFC 8414, or by OpenID Connect Discovery. */
export async function describeServer(
  issuerRef: IssuerRef,
  protocols: readonly Protocol[],
  session: ServerSession,
): Promise<Outcome<AuthorizationServer, OAuthFault>> {
  if (issuerRef.kind === 'known') return ok(fromFacts(issuerRef, issuerRef.facts, protocols))
  const standard = await ask(issuerRef.issuer, 'oauth2', session)
  const found =
    standard.ok || standard.error.kind === 'network' ? standard : await ask(issuerRef.issuer, 'oidc', session)
  if (!found.ok) return found
  const metadata = found.value
  const usable =
    isHttps(metadata.token_endpoint) &&
    (isHttps(metadata.authorization_endpoint) || isHttps(metadata.device_authorization_endpoint))
  if (!usable) return fail({ kind: 'malformed', why: 'not-as-agreed' })
  const ways: readonly OAuthWay[] = [
    ...(metadata.authorization_endpoint === undefined ? [] : (['browser'] as const)),
    ...(metadata.device_authorization_endpoint === undefined ? [] : (['device'] as const)),
  ]
  return ok({ issuerRef, metadata, ways, scopes: scopesAmong(metadata.scopes_supported ?? [], protocols) })
}

function fromFacts(
  issuerRef: IssuerRef,
  facts: OAuthIssuer,
  protocols: readonly Protocol[],
): AuthorizationServer {
  const { authorization, token, device, revocation } = facts.endpoints
  return {
    issuerRef,
    ways: facts.ways,
    scopes: knownScopes(facts, protocols),
    metadata: {
      issuer: facts.issuer,
      authorization_endpoint: authorization,
      token_endpoint: token,
      ...(device === undefined ? {} : { device_authorization_endpoint: device }),
      ...(revocation === undefined ? {} : { revocation_endpoint: revocation }),
    },
  }
}

function ask(
  issuer: string,
  algorithm: 'oauth2' | 'oidc',
  session: ServerSession,
): Promise<Outcome<oauth.AuthorizationServer, OAuthFault>> {
  const url = new URL(issuer)
  return session.step(async () =>
    // Compares the issuer in the document with the one that was asked (RFC 8414 section 3.3).
    oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, { algorithm, ...session.options })),
  )
}

/** SECURITY: the parts of a server are named in a document; a part in the clear would give codes and tokens away. */
function isHttps(url: string | undefined): boolean {
  return url !== undefined && URL.parse(url)?.protocol === 'https:'
}
