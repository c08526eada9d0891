import type { PasswordEnd } from '#shared/catalogue/endings.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import type { Security } from '#shared/domain/protocol.ts'

export const SENDING_WAY_IDS = [
  'microsoft-oauth',
  'microsoft-smtp-auth',
  'microsoft-direct-send',
  'microsoft-connector',
  'microsoft-high-volume',
  'google-oauth',
  'google-relay',
  'google-relay-sign-in',
  'google-app-password',
  'google-restricted',
  'mailbox-oauth',
  'mailbox-password',
  'mailbox-app-password',
  'other-provider',
] as const

/** A way for a device to get a message out. */
export type SendingWayId = (typeof SENDING_WAY_IDS)[number]

/** The ways that take nothing but the user's own mailbox: no administrator has to do anything. */
export function isOwnMailbox(id: SendingWayId): boolean {
  return id === 'mailbox-oauth' || id === 'mailbox-password' || id === 'mailbox-app-password'
}

/** What is against a way; the sentences are in the language files. */
export const OBSTACLES = [
  'no-oauth',
  'oauth-unknown',
  'no-sign-in',
  'sign-in-unknown',
  'no-tls-1.2',
  'tls-1.2-unknown',
  'no-starttls',
  'starttls-unknown',
  'no-encryption',
  'in-clear',
  'port',
  'port-unknown',
  'port-25-blocked',
  'port-25-unknown',
  'no-static-ip',
  'static-ip-unknown',
  'internal-only',
  'ended',
  'ends-now',
  'off-unless-admin',
  'ends',
] as const

export type Obstacle = (typeof OBSTACLES)[number]

/** Where a device connects to. */
export interface SendingServer {
  /** `null`: the host that receives mail for the own domain, by its MX record. */
  readonly host: string | null
  readonly port: number
  readonly security: Security
}

/** What a way asks for, whatever the device. */
export interface SendingWay {
  readonly id: SendingWayId
  /** The first one that suits the device is the one to enter; none where another provider is still to be chosen. */
  readonly servers: readonly SendingServer[]
  readonly asks: {
    /** Whose sign-in page it is; no device is known with that of `other`. */
    readonly oauth?: 'microsoft' | 'google' | 'other'
    readonly signIn?: true
    readonly tls12?: true
    readonly staticIp?: true
  }
  /** Whose account with a password it needs. */
  readonly passwordAt: Provider | null
  /** Whom it reaches. */
  readonly recipients: 'all' | 'internal'
}

/** `check`: nothing known is against it, but something is not known. */
export const FITS = ['yes', 'check', 'no'] as const

/** One way, weighed for one device on one day. */
export interface WeighedWay {
  readonly way: SendingWay
  readonly fits: (typeof FITS)[number]
  readonly obstacles: readonly Obstacle[]
  /** The server for this device, of those of the way. */
  readonly server: SendingServer | null
  /** When it ends, where that is worth a word. */
  readonly end: PasswordEnd | null
}
