import type { Code } from '#shared/finding/codes.ts'
import type { PasswordSent } from '#shared/domain/evidence.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { Behaviour, Endpoint } from '../support/behaviour.ts'
import type { EastName } from './east-names.ts'

/** A server that misbehaves in one way, and what must come of it. */
export interface ServerCase {
  /** The number in the list of bad inputs, where it has one. */
  readonly id: string
  /** The same case in the published list of the STARTTLS attacks, where it has one. */
  readonly east?: EastName
  readonly name: string
  readonly protocols: readonly Protocol[]
  readonly security: 'tls' | 'starttls'
  /** What really stands behind the port, if not what the setting says. */
  readonly endpoint?: Endpoint
  readonly behaviour: (protocol: Protocol) => Behaviour
  readonly code: Code
  readonly passwordSent: PasswordSent
}

export const ALL: readonly Protocol[] = ['smtp', 'imap', 'pop3']

/** How a case is called in a list of results. */
export function titleOf({ id, east, name }: ServerCase, protocol: Protocol): string {
  return `${protocol}: ${name} (${east?.[protocol] ?? id})`
}

/** The same thing said in each protocol. */
export function by<T>(forms: Readonly<Record<Protocol, T>>): (protocol: Protocol) => T {
  return (protocol) => forms[protocol]
}
