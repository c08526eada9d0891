import type { Source } from '#shared/catalogue/source.ts'
import type { Security } from '#shared/domain/protocol.ts'

export const DEVICE_KINDS = [
  'printer',
  'nas',
  'camera',
  'router',
  'website',
  'home-automation',
  'business',
  'server',
  'industrial',
] as const

/** What sends: a machine, or a program that runs by itself. */
export type DeviceKind = (typeof DEVICE_KINDS)[number]

/** What an error code of a device says about sending; the sentences are in the language files. */
export const PANEL_CAUSES = [
  'server-not-found',
  'server-unreachable',
  'no-answer',
  'protocol-off',
  'server-busy',
  'protocol-error',
  'sign-in-refused',
  'sign-in-method',
  'token-expired',
  'clock',
  'sender-refused',
  'recipient-refused',
  'too-big',
  'rejected',
] as const

export type PanelCause = (typeof PANEL_CAUSES)[number]

/** `documented`: every word was read in the named document. `second-hand`: at least one of them was not. */
export type Certainty = 'documented' | 'second-hand'

/** A code or message as the device shows it, and what it means. */
export interface PanelError {
  readonly code: string
  readonly cause: PanelCause
  readonly certainty: Certainty
}

/** What a device prints beside a field, in its own language; `null` where that is not known, or it has no such field. */
export interface DeviceFields {
  readonly server: string | null
  readonly port: string | null
  readonly encryption: string | null
  readonly userName: string | null
  readonly password: string | null
  readonly sender: string | null
}

/** Where a sign-in page is offered in place of a password. */
export type DeviceIssuer = 'microsoft' | 'google'

type TlsVersion = '1.0' | '1.1' | '1.2' | '1.3'

/**
 * A device or program that sends mail by itself: where its settings are, what they are called, and what it can do.
 * Nothing in it is guessed: what is not known is said to be unknown. A new one is an entry in `cards/`.
 */
export interface DeviceCard {
  /** The name for the command line. */
  readonly id: string
  readonly maker: string
  readonly family: string
  readonly kind: DeviceKind
  /** Other names that are typed for it. */
  readonly also?: readonly string[]
  /** The way to the settings, in the words of the device. */
  readonly menu: readonly string[] | 'unknown'
  readonly fields: DeviceFields
  /** `any`: a number is typed. */
  readonly ports: readonly number[] | 'any' | 'unknown'
  readonly encryption: readonly Security[] | 'unknown'
  readonly tls: readonly TlsVersion[] | 'unknown'
  /** Whether it can sign in at all; a few only hand over. */
  readonly signIn: 'yes' | 'no' | 'unknown'
  /** Empty: passwords alone. */
  readonly oauth: readonly DeviceIssuer[] | 'unknown'
  readonly errors: readonly PanelError[]
  readonly certainty: Certainty
  /** `null` where no document was read. */
  readonly source: Source | null
}

/** What is not known of a device until a document says it. */
export const UNDOCUMENTED = {
  ports: 'unknown',
  encryption: 'unknown',
  tls: 'unknown',
  signIn: 'yes',
  oauth: 'unknown',
  errors: [],
  certainty: 'second-hand',
  source: null,
} as const satisfies Partial<DeviceCard>

/** Everything a setting for encryption usually offers. */
export const EVERY_ENCRYPTION: readonly Security[] = ['tls', 'starttls', 'none']
