import type { OAuthFault } from '#shared/oauth/fault.ts'
import { microsoftNumber } from '#shared/oauth/microsoft-refusals.ts'
import { refusalOf } from '#shared/oauth/refusals.ts'
import { harmless } from '#shared/text/server-text.ts'

/**
 * What an issuer says about a client ID when nobody signs in. `one-tenant`: it is registered for one organisation alone,
 * and Mailwright asks at the address for all. `unclear`: the answer neither confirms nor refuses it.
 */
export type ClientState = 'known' | 'unknown' | 'one-tenant' | 'unclear' | 'unreachable'

export interface ClientCheck {
  readonly state: ClientState
  /** The words of a server that did not confirm it, `null` where there are none. */
  readonly serverSaid: string | null
}

/** Asked without a tenant, about a client of one: there is nothing to go by. */
const ONE_TENANT = new Set(['50059', '50194'])

/**
 * Reads a refusal. A server authenticates the client before it looks at anything else (RFC 6749 sections 3.2.1 and 5.2,
 * RFC 8628 section 3.1): one that refuses something else has known it.
 */
export function judgeClient(fault: OAuthFault, dialect: 'microsoft' | null): ClientCheck {
  if (fault.kind === 'network') return { state: 'unreachable', serverSaid: null }
  if (fault.kind !== 'refused') return { state: 'unclear', serverSaid: null }
  const { error, description } = fault
  const state = stateOf(error, description, dialect)
  const serverSaid = state === 'known' ? null : harmless(description === '' ? error : description)
  return { state, serverSaid }
}

function stateOf(error: string, description: string, dialect: 'microsoft' | null): ClientState {
  const number = dialect === 'microsoft' ? microsoftNumber(description) : null
  if (number !== null && ONE_TENANT.has(number)) return 'one-tenant'
  switch (refusalOf(error, description, dialect)) {
    case 'client':
      return 'unknown'
    case 'busy':
    case 'unknown':
      return 'unclear'
    default:
      return 'known'
  }
}
