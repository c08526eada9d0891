import type { Code } from '#shared/finding/codes.ts'
import type { Finding, Severity, Turn } from '#shared/finding/finding.ts'
import type { Protocol } from '#shared/domain/protocol.ts'

/**
 * What can be wrong about a setting, besides all that a live test can say. Stable: scripts read them.
 * - `SET_NOT_A_SERVER`: no host at all, an address of a page for one.
 * - `SET_SERVER_RETIRED`, `SET_SERVER_CLOSED`: gone. `SET_SERVERS_SWAPPED`: that of the other service.
 * - `SET_SERVER_MISTYPED`: one slip from a known one. `SET_SERVER`: another one than is known for this address.
 * - `SET_PORT`: none of this service. `SET_PORT_UNUSUAL`: one of its usual ones that this server does not name. `SET_ENCRYPTION_PORT`: not the encryption of this port.
 * - `SET_NO_ENCRYPTION`: none. `SET_ENCRYPTION_OPTIONAL`: only where it is offered. `SET_UNCHECKED`: any certificate.
 * - `SET_NO_SIGN_IN`: none for sending. `SET_METHOD`, `SET_OAUTH`: what the server has not. `SET_PASSWORD_ENDED`: what it has no more.
 * - `SET_USER_NAME`: not in the form of the provider. `SET_FROM`: an address of another domain.
 * - `SET_NO_OUTGOING`: nothing to send with.
 */
export const SETTING_CODES = [
  'SET_NOT_A_SERVER',
  'SET_SERVER_RETIRED',
  'SET_SERVER_CLOSED',
  'SET_SERVERS_SWAPPED',
  'SET_SERVER_MISTYPED',
  'SET_SERVER',
  'SET_PORT',
  'SET_PORT_UNUSUAL',
  'SET_ENCRYPTION_PORT',
  'SET_NO_ENCRYPTION',
  'SET_ENCRYPTION_OPTIONAL',
  'SET_UNCHECKED',
  'SET_NO_SIGN_IN',
  'SET_METHOD',
  'SET_OAUTH',
  'SET_PASSWORD_ENDED',
  'SET_USER_NAME',
  'SET_FROM',
  'SET_NO_OUTGOING',
] as const

export type SettingCode = (typeof SETTING_CODES)[number]

/** What a user would change, in the order in which it comes into play. `network`: nothing in the program. */
export const SETTING_FIELDS = [
  'network',
  'server',
  'port',
  'encryption',
  'certificate',
  'authentication',
  'user-name',
  'from',
  'password',
] as const

export type SettingField = (typeof SETTING_FIELDS)[number]

/** One field of one server in a program that is not as it should be. */
export interface SettingFinding {
  readonly code: SettingCode | Code
  readonly severity: Severity
  readonly turn: Turn
  readonly field: SettingField
  /** `null`: the account as a whole. */
  readonly protocol: Protocol | null
  /** As the program has it; empty where it has nothing. */
  readonly has: string
  /** `null` where nothing better is known. */
  readonly should: string | null
  /** What the test of this very server said, where it failed. */
  readonly live: Finding | null
}
