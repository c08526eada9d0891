import type { MessageFacts } from '#shared/domain/message-facts.ts'
import type { CertificateFacts } from '#shared/domain/certificate.ts'
import type { Fault } from '#shared/domain/fault.ts'
import type { AuthMethod } from '#shared/domain/protocol.ts'

export const STAGES = [
  'dns',
  'connect',
  'proxy',
  'greeting',
  'capabilities',
  'starttls',
  'tls',
  'certificate',
  'login',
  'mailbox',
  'send',
  'arrive',
] as const

export type Stage = (typeof STAGES)[number]

export interface IpAddress {
  readonly address: string
  readonly family: 4 | 6
}

export interface ConnectAttempt extends IpAddress {
  readonly outcome: 'connected' | 'refused' | 'unreachable' | 'reset' | 'no-answer'
  /** Missing while there is no answer. */
  readonly tookMs?: number
}

/** What each stage can learn. All of it is optional: a stage that fails reports what it saw until then. */
export interface StageFacts {
  /** A proxy looks names up itself, so there is nothing to do here. */
  readonly dns: { readonly addresses?: readonly IpAddress[]; readonly why?: 'proxy' }
  /** With a proxy, address, port and attempts are those of the proxy. */
  readonly connect: {
    /** `host:port`, and nothing else that is known of it. */
    readonly proxy?: string
    readonly address?: string
    readonly port?: number
    readonly attempts?: readonly ConnectAttempt[]
  }
  /** From a connected proxy to a tunnel that leads to the server. */
  readonly proxy: { readonly proxy?: string }
  readonly greeting: { readonly serverSaid?: string }
  readonly capabilities: {
    readonly capabilities?: readonly string[]
    /** Names as the server announces them, upper case; also those Mailwright does not speak. */
    readonly mechanisms?: readonly string[]
  }
  readonly starttls: Readonly<Record<string, never>>
  readonly tls: { readonly version?: string; readonly cipher?: string }
  readonly certificate: { readonly certificate?: CertificateFacts }
  readonly login: {
    readonly method?: AuthMethod
    readonly userName?: string
    /** `no-login-needed`: a relay that accepts mail from its network without a sign-in, as the user said. */
    readonly why?: 'not-asked' | 'refused-elsewhere' | 'no-login-needed'
  }
  readonly mailbox: {
    readonly messages?: number
    /** How many of them are unread. */
    readonly unseen?: number
    /** What stands between the names of a folder and of one inside it; `null` where folders have none inside. */
    readonly delimiter?: string | null
    /** How full the mailbox is, in units of 1024 octets, where the server tells. */
    readonly usedKb?: number
    readonly limitKb?: number
  }
  readonly send: {
    readonly to?: string
    /** The server was only asked whether it would take a message; none was sent. */
    readonly how?: 'asked'
  }
  /** From the moment a server had accepted the message. */
  readonly arrive: {
    readonly afterMs?: number
    /** What its headers say about its way; nothing else of it is kept. */
    readonly message?: MessageFacts
    readonly why?: 'not-sent'
  }
}

interface Running<S extends Stage> {
  readonly stage: S
  readonly status: 'running'
  /** Milliseconds since the check began, on a monotonic clock. */
  readonly startedMs: number
  readonly facts: StageFacts[S]
}

interface Ended<S extends Stage> {
  readonly stage: S
  readonly status: 'ok' | 'warning' | 'skipped'
  readonly startedMs: number
  readonly endedMs: number
  readonly facts: StageFacts[S]
}

interface Failed<S extends Stage> {
  readonly stage: S
  readonly status: 'failed'
  readonly startedMs: number
  readonly endedMs: number
  readonly facts: StageFacts[S]
  readonly fault: Fault
}

/**
 * One thing that happened on the way to the mailbox. A stage is reported when it starts and when it ends; with
 * STARTTLS the capabilities are asked for twice, and both times are reported.
 */
export type StageEvent = { [S in Stage]: Running<S> | Ended<S> | Failed<S> }[Stage]

/** A stage that has ended. */
export type StageRecord = { [S in Stage]: Ended<S> | Failed<S> }[Stage]

export type FailedStage = { [S in Stage]: Failed<S> }[Stage]
