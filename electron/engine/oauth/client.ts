import * as oauth from 'oauth4webapi'
import { BUILD_CLIENTS } from '#shared/catalogue/oauth/build-clients.ts'
import { secretProblem } from '#shared/domain/credential-text.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { Secret } from '#engine/secret.ts'

/** Under which name a program is known to an authorization server. */
export interface OAuthClient {
  readonly id: string
  /** What some issuers hand out with an identifier. It ends up in every copy of a program and proves nothing. */
  readonly secret: Secret | null
}

/** Looks up the client ID that a policy or the environment names for one of these issuers. */
export type LaidDownClients = (issuerIds: readonly string[]) => OAuthClient | null

/** The organisation's file first, then the environment: `MAILWRIGHT_OAUTH_<ISSUER>_CLIENT_ID`, `-` written as `_`. */
export function laidDownClients(policy: Policy | null, env: NodeJS.ProcessEnv): LaidDownClients {
  return (ids) => {
    for (const id of ids) {
      const own = Object.hasOwn(policy?.oauthClients ?? {}, id) ? policy?.oauthClients[id] : undefined
      if (own !== undefined)
        return { id: own.id, secret: own.secret === null ? null : new Secret(own.secret) }
    }
    for (const id of ids) {
      const name = `MAILWRIGHT_OAUTH_${id.toUpperCase().replaceAll('-', '_')}_CLIENT`
      const value = env[`${name}_ID`] ?? ''
      const secret = env[`${name}_SECRET`] ?? ''
      if (value !== '') return { id: value, secret: secret === '' ? null : new Secret(secret) }
    }
    return null
  }
}

const CLIENT_VARIABLE = /^MAILWRIGHT_OAUTH_[A-Z0-9_]+_CLIENT_(?:ID|SECRET)$/

/** The first variable of the environment that is to name a client and holds what can be none; `null` if all are fit. */
export function unfitClientVariable(env: NodeJS.ProcessEnv): string | null {
  const isUnfit = (name: string) =>
    CLIENT_VARIABLE.test(name) && (env[name] ?? '') !== '' && secretProblem(env[name] ?? '') !== null
  return Object.keys(env).find(isUnfit) ?? null
}

/** What a distributor has put into this build. */
export function buildClient(issuerId: string): OAuthClient | null {
  const own = Object.hasOwn(BUILD_CLIENTS, issuerId) ? BUILD_CLIENTS[issuerId] : undefined
  return own === undefined
    ? null
    : { id: own.id, secret: own.secret === null ? null : new Secret(own.secret) }
}

export function clientAuth({ secret }: OAuthClient): oauth.ClientAuth {
  return secret === null ? oauth.None() : oauth.ClientSecretPost(secret.reveal())
}

/** Seconds by which two honest clocks may differ. */
const TOLERANCE_S = 60

/** @param skew how far the server's clock is before ours, in seconds */
export function asClient({ id }: OAuthClient, skew: number): oauth.Client {
  return { client_id: id, [oauth.clockSkew]: skew, [oauth.clockTolerance]: TOLERANCE_S }
}
