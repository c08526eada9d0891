import type { OAuthIssuer } from '#shared/catalogue/oauth/issuer.ts'
import type { Protocol } from '#shared/domain/protocol.ts'

export interface ScopePlan {
  /** What is asked for. */
  readonly ask: readonly string[]
  /** What the mail servers will not do without. */
  readonly needed: readonly string[]
}

/** The scopes of a known issuer for the services that will be used. */
export function knownScopes(
  { scopes, mailScopes }: Pick<OAuthIssuer, 'scopes' | 'mailScopes'>,
  protocols: readonly Protocol[],
): ScopePlan {
  const needed = [...new Set(protocols.flatMap((protocol) => mailScopes[protocol]))]
  return { ask: [...scopes, ...needed], needed }
}

/** RFC 6749 section 3.3, `scope-token`. */
const SCOPE = /^[!#-[\]-~]{1,200}$/

const WHO = ['openid', 'profile', 'email', 'offline_access']

/** How issuers name scopes of mail: `imap`, `https://…/IMAP.AccessAsUser.All`, `mail:smtp`. */
const OF_PROTOCOL: Readonly<Record<Protocol, RegExp>> = {
  imap: /(?<![a-z])imap/i,
  pop3: /(?<![a-z])pop3?(?![a-z])/i,
  smtp: /(?<![a-z])smtp/i,
}
const OF_MAIL = /(?<![a-z])mail(?![a-z])/i

/**
 * The scopes to ask a server for of which only its own list is known (RFC 8414, `scopes_supported`). Without a list
 * nothing is asked for, and the server gives what it gives by itself.
 */
export function scopesAmong(supported: readonly string[], protocols: readonly Protocol[]): ScopePlan {
  const who = WHO.filter((scope) => supported.includes(scope))
  const others = supported.filter((scope) => SCOPE.test(scope) && !WHO.includes(scope))
  const needed = protocols.flatMap((protocol) => {
    const own = others.filter((scope) => OF_PROTOCOL[protocol].test(scope))
    return own.length > 0 ? own : others.filter((scope) => OF_MAIL.test(scope) && !isOfOneProtocol(scope))
  })
  return { ask: [...who, ...new Set(needed)], needed: [...new Set(needed)] }
}

function isOfOneProtocol(scope: string): boolean {
  return Object.values(OF_PROTOCOL).some((pattern) => pattern.test(scope))
}

/**
 * What was needed and not given. A reply without a list gives everything that was asked for (RFC 6749 section 5.1);
 * servers differ in the case they answer in.
 */
export function missingScopes({ needed }: ScopePlan, given: string | undefined): readonly string[] {
  if (given === undefined || given.trim() === '') return []
  const known = new Set(given.toLowerCase().split(/[\s,]+/))
  return needed.filter((scope) => !known.has(scope.toLowerCase()))
}
