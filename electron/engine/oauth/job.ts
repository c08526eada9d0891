import type { Protocol } from '#shared/domain/protocol.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { OAuthFault } from '#shared/oauth/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { buildClient, type LaidDownClients, type OAuthClient } from '#engine/oauth/client.ts'
import { registerClient } from '#engine/oauth/register-client.ts'
import { issuerId, type IssuerRef, type AuthorizationServer } from '#engine/oauth/authorization-server.ts'
import type { ServerSession } from '#engine/oauth/server-session.ts'
import type { OpenUrl } from '#engine/environment.ts'
import type { TrustedNetwork } from '#engine/connection/trusted-network.ts'

/** One sign-in without a password, for one account. */
export interface SignInJob {
  readonly issuerRef: IssuerRef
  /** For whom it is meant, on the wire; also told to the sign-in page. */
  readonly address: string
  /** Other names of the same account that count as right. */
  readonly userNames: readonly string[]
  readonly protocols: readonly Protocol[]
  /** Of the provider, for what a policy says about it by name. */
  readonly providerId: string | null
  /** What the user typed. */
  readonly typedClient: OAuthClient | null
  readonly laidDown: LaidDownClients
  readonly openUrl: OpenUrl
  /** Of the page that the browser ends on. */
  readonly language: Language
  /** How long the user may take, in milliseconds. */
  readonly patienceMs: number
  readonly tools: TrustedNetwork
}

/** The names under which a policy or the environment may give a client ID for this sign-in. */
export function clientNames({
  issuerRef,
  providerId,
}: Pick<SignInJob, 'issuerRef' | 'providerId'>): readonly string[] {
  return [...(providerId === null ? [] : [providerId]), issuerId(issuerRef)]
}

/** The client ID that the organisation, the environment or the user has chosen. */
export function chosenClient(job: Pick<SignInJob, 'issuerRef' | 'providerId' | 'laidDown' | 'typedClient'>) {
  return job.laidDown(clientNames(job)) ?? job.typedClient
}

/** The identifier as far as it is known before the server is asked: a chosen one, or the one of this build. */
export function clientWithoutAsking(job: Parameters<typeof chosenClient>[0]): OAuthClient | null {
  return chosenClient(job) ?? buildClient(issuerId(job.issuerRef))
}

/**
 * The identifier to use: a chosen one, one the server gives us, or the one of this build.
 * @param redirectUri as for `registerClient`
 */
export async function findClient(
  job: SignInJob,
  server: AuthorizationServer,
  redirectUri: string | null,
  session: ServerSession,
): Promise<Outcome<OAuthClient, OAuthFault>> {
  const chosen = chosenClient(job)
  if (chosen !== null) return ok(chosen)
  if (server.metadata.registration_endpoint !== undefined) return registerClient(server, redirectUri, session)
  const own = buildClient(issuerId(job.issuerRef))
  return own === null ? fail({ kind: 'no-client' }) : ok(own)
}
