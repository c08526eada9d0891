import type { ConnectAttempt, IpAddress } from '#shared/domain/stage.ts'

/** What came back from a web port that was asked on the quick. */
export interface WebAnswer {
  readonly status: number
  /** The host a redirect names, where it names one. */
  readonly redirectHost: string | null
  /** The time there, as an ISO date. It came unencrypted, so it is no proof. */
  readonly date: string | null
}

/** One host that was asked whether anything gets out of this network, and what came back. */
export interface ControlSighting {
  readonly host: string
  readonly lookUp: 'found' | 'name-not-found' | 'failed'
  readonly addresses: readonly IpAddress[]
  /** At both web ports, whatever came of them. */
  readonly attempts: readonly ConnectAttempt[]
  /** Whether the host answered at all, if only to refuse. */
  readonly answered: boolean
  /** What the unencrypted web port said; `null` where it said nothing. */
  readonly web: WebAnswer | null
}

/**
 * What the network around a failed check looks like: a few questions to hosts the setup involves anyway. Nothing of it
 * is proved, so it may explain a failure and never make a success.
 */
export interface Surroundings {
  readonly controls: readonly ControlSighting[]
  /** What the resolver says to a name that cannot exist (RFC 6761 section 6.4): nothing, if it is honest. */
  readonly strayAddresses: readonly IpAddress[]
  /** The day and time this computer believes it is. */
  readonly computerDate: string
  /** Whether this computer has an IPv6 address that leads out. */
  readonly ipv6: 'present' | 'none'
  /** What the port that failed answers to a web browser; `null` where it was not asked, or is no web server. */
  readonly atPort: WebAnswer | null
}

export const UNKNOWN_SURROUNDINGS: Surroundings = {
  controls: [],
  strayAddresses: [],
  computerDate: '',
  ipv6: 'present',
  atPort: null,
}
