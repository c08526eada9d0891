import { SETUP_GONE } from '#shared/domain/setup-gone.ts'
import { hasAdministrator } from '#shared/catalogue/administrators.ts'
import type { OAuthIssuer, OAuthWay } from '#shared/catalogue/oauth/issuer.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { signInKindsOn } from '#shared/catalogue/sign-in.ts'
import { isLanguage } from '#shared/i18n/languages.ts'
import { diagnoseOAuth, type OAuthSituation } from '#shared/oauth/diagnose-oauth.ts'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import { knownScopes } from '#shared/oauth/scopes.ts'
import { adminConsentUrl, registrationAt, tenantOf } from '#shared/oauth/client-registration.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import type { SignInEvent } from '#shared/oauth/sign-in-event.ts'
import { inert, type Inert } from '#shared/text/inert.ts'
import { harmless } from '#shared/text/server-text.ts'
import type { LaidDownClients, OAuthClient } from '#engine/oauth/client.ts'
import type { Grant } from '#engine/oauth/grant.ts'
import { clientWithoutAsking, type SignInJob } from '#engine/oauth/job.ts'
import {
  parseIssuerRef,
  issuerId,
  issuerName,
  type IssuerRef,
  type AuthorizationServer,
} from '#engine/oauth/authorization-server.ts'
import { signIn } from '#engine/oauth/sign-in.ts'
import type { OpenUrl } from '#engine/environment.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { Secret } from '#engine/secret.ts'
import type { Setup, Setups } from '#engine/setup/setups.ts'

export interface AuthorizeRequest {
  readonly setupId: string
  readonly way: OAuthWay
  /** What the user was given for this program, or `null`. */
  readonly client: { readonly id: string; readonly secret: string | null } | null
  /** A sign-in server the user typed, instead of the one that is known. */
  readonly issuer: string | null
  readonly language: string
}

export interface AuthorizeTools {
  readonly tools: ProbeTools
  readonly openUrl: OpenUrl
  readonly laidDown: LaidDownClients
  /** The client ID that the user has kept for an issuer. */
  readonly keptClient: (issuerId: string) => Promise<string | null>
  readonly patienceMs: number
}

/** Signs in for a setup without a password. The token stays here: the page only learns that there is one. */
export async function* authorizeSetup(
  setups: Setups,
  request: AuthorizeRequest,
  signal: AbortSignal,
  tools: AuthorizeTools,
): AsyncGenerator<Inert<SignInEvent>> {
  const setup = setups.find(request.setupId)
  if (setup === null) {
    yield SETUP_GONE
    return
  }
  const { services } = setup
  const job = jobFor(setup, { ...request, client: await clientFor(setup, request, tools) }, tools)
  if (job === null) {
    yield { type: 'failed', finding: nowhere(setup, tools) }
    return
  }
  const approval = approvalBy(job, setup.provider, request.way)
  if (approval !== null) yield { type: 'approval', finding: approval }
  const { grant, server } = yield* signIn(request.way, job, signal)
  if (!grant.ok) {
    yield { type: 'failed', finding: diagnoseSignIn(grant.error, request.way, job, server, setup.provider) }
    return
  }
  if (setup.useGrant(grant.value, services) === 'left') {
    yield SETUP_GONE
    return
  }
  const { account } = grant.value
  yield {
    type: 'done',
    account: account === null ? null : harmless(account),
    lasting: lastingOf(grant.value),
  }
}

/** `null` without an administrator to ask: a private address has none, most servers have no link for one. */
function approvalBy(job: SignInJob, provider: Provider | null, way: OAuthWay): ToldFinding | null {
  const finding = diagnoseSignIn({ kind: 'approval' }, way, job, null, provider)
  return hasAdministrator(job.providerId) && finding.consentUrl !== null ? finding : null
}

function lastingOf({ refreshContext }: Grant): 'yes' | 'no' {
  return refreshContext === null ? 'no' : 'yes'
}

/** What was typed now goes before what was kept, which belongs to the known issuer and to no typed one. */
async function clientFor(
  { issuerRef }: Setup,
  { client, issuer }: AuthorizeRequest,
  { keptClient }: AuthorizeTools,
): Promise<AuthorizeRequest['client']> {
  if (client !== null || issuer !== null || issuerRef === null) return client
  const id = await keptClient(issuerId(issuerRef))
  return id === null ? null : { id, secret: null }
}

function jobFor(setup: Setup, request: AuthorizeRequest, around: AuthorizeTools): SignInJob | null {
  const { client, issuer, language } = request
  const issuerRef = issuer === null ? setup.issuerRef : parseIssuerRef(null, issuer, 'owner')
  if (issuerRef === null) return null
  const services = setup.services.filter(({ signIn: way }) => way === 'password')
  return {
    ...around,
    issuerRef,
    address: setup.address.unicode,
    userNames: [setup.address.ascii, ...services.map(({ userName }) => userName)],
    protocols: services.map(({ endpoint }) => endpoint.protocol),
    providerId: setup.provider?.id ?? null,
    typedClient:
      client === null
        ? null
        : { id: client.id, secret: client.secret === null ? null : new Secret(client.secret) },
    language: isLanguage(language) ? language : 'en',
  }
}

/** Neither provider nor user has said where tokens come from: then Mailwright has no identifier either. */
function nowhere({ address, provider }: Setup, { tools }: AuthorizeTools): ToldFinding {
  return judgeSignIn({ kind: 'no-client' }, { issuerRef: null, provider, address: address.unicode, tools })
}

export interface SignInSurroundings {
  readonly issuerRef: IssuerRef | null
  readonly provider: Provider | null
  readonly address: string
  readonly tools: ProbeTools
}

/** A failure that is about no way in particular: judged by what is known of the provider. */
export function judgeSignIn(
  fault: OAuthFault,
  { issuerRef, provider, address, tools }: SignInSurroundings,
): ToldFinding {
  const facts = issuerRef?.kind === 'known' ? issuerRef.facts : null
  const date = tools.clock.date().toISOString().slice(0, 10)
  return judge(tools, {
    fault,
    way: 'browser',
    server:
      issuerRef === null
        ? (provider?.name ?? address.slice(address.lastIndexOf('@') + 1))
        : issuerName(issuerRef),
    address,
    dialect: facts?.dialect ?? null,
    ways: facts?.ways ?? [],
    signIn: provider === null ? ['password'] : signInKindsOn(date, provider),
    appPasswordPage: provider?.pages.appPassword ?? null,
    consentUrl: null,
    registration: registrationFor(facts, facts === null ? [] : knownScopes(facts, PROTOCOLS).ask, null),
  })
}

/** The failure of a sign-in, judged with what is known about its surroundings. */
function diagnoseSignIn(
  fault: OAuthFault,
  way: OAuthWay,
  job: SignInJob,
  server: AuthorizationServer | null,
  provider: Provider | null,
): ToldFinding {
  const { issuerRef, address, tools } = job
  const facts = issuerRef.kind === 'known' ? issuerRef.facts : null
  const date = tools.clock.date().toISOString().slice(0, 10)
  const own = facts === null ? { ask: [] } : knownScopes(facts, job.protocols)
  const scopes = server?.scopes ?? own
  return judge(tools, {
    fault,
    way,
    server: issuerName(issuerRef),
    address,
    dialect: facts?.dialect ?? null,
    ways: server?.ways ?? facts?.ways ?? [],
    signIn: provider === null ? ['password'] : signInKindsOn(date, provider),
    appPasswordPage: provider?.pages.appPassword ?? null,
    consentUrl: facts === null ? null : consentUrlFor(job, facts),
    registration: registrationFor(facts, scopes.ask, clientWithoutAsking(job)),
  })
}

type ToldFinding = Inert<OAuthFinding>

/** Addresses of pages are longer than words of a server, which were cut before. */
const LONGEST_FACT = 2_000

/** Whatever a server has said about a failure is inert from here on. */
function judge({ clock }: ProbeTools, situation: OAuthSituation): ToldFinding {
  const failedAt = clock.date().toISOString()
  return inert({ ...diagnoseOAuth(situation), failedAt }, { limit: LONGEST_FACT, own: ['address'] })
}

function consentUrlFor(job: SignInJob, facts: OAuthIssuer): string | null {
  const client = clientWithoutAsking(job)
  const tenant = tenantOf(job.address, job.providerId)
  const registration = registrationAt(facts)
  return client === null || registration === null
    ? null
    : adminConsentUrl(registration, { tenant, clientId: client.id, protocols: job.protocols })
}

function registrationFor(facts: OAuthIssuer | null, scopes: readonly string[], client: OAuthClient | null) {
  return { clientId: client?.id ?? '', redirect: facts?.redirect ?? 'http://127.0.0.1/', scopes }
}
