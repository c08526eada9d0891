import type { CertificateProblem } from '#shared/domain/certificate.ts'
import type { ServerReply, SmtpCommand } from '#shared/domain/server-reply.ts'

/** What can be recognised from the first bytes of a service that is not the expected one. */
export type ForeignService = 'smtp' | 'imap' | 'pop3' | 'http' | 'ssh' | 'ftp' | 'unknown'

/**
 * Why a stage ended without success: what was seen, without any guess at the cause. The diagnosis rules turn a
 * fault and its surroundings into a code.
 */
export type Fault =
  | { readonly kind: 'name-not-found' }
  /** The name has addresses, and none of the one kind a technician has asked for. */
  | { readonly kind: 'no-address-of-family'; readonly family: 4 | 6 }
  | { readonly kind: 'resolver-failed'; readonly detail: 'timeout' | 'refused' | 'server-failure' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'disconnected'; readonly how: 'reset' | 'closed' }
  | { readonly kind: 'timeout'; readonly limitMs: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-tls' }
  | { readonly kind: 'tls-version' }
  | { readonly kind: 'tls-failed'; readonly reason: string }
  | { readonly kind: 'certificate'; readonly problems: readonly CertificateProblem[] }
  /** `stripped`: the server agrees to the upgrade when asked, so its offer was taken out on the way. */
  | { readonly kind: 'starttls-missing'; readonly offer: 'none' | 'stripped' }
  | { readonly kind: 'starttls-refused'; readonly reply: ServerReply }
  | { readonly kind: 'tampered'; readonly how: 'early-data' | 'injected-data' | 'preauth' }
  | { readonly kind: 'too-big'; readonly limit: 'line' | 'reply' | 'literal' }
  | { readonly kind: 'garbage' }
  | { readonly kind: 'wrong-service'; readonly seen: ForeignService }
  /** `command`: what an SMTP server refused of a mail transaction. */
  | { readonly kind: 'rejected'; readonly reply: ServerReply; readonly command?: SmtpCommand }
  /** The sign-in was refused before the server could compare the password, or for the command that it came in. */
  | { readonly kind: 'mechanism-failed'; readonly reply: ServerReply }
  | { readonly kind: 'login-disabled' }
  /** `wanted`: the one mechanism that a technician has named. */
  | {
      readonly kind: 'no-usable-mechanism'
      readonly offered: readonly string[]
      readonly wanted?: string
    }
  | { readonly kind: 'preauth' }
  /** Accepted us without showing that it knew the password (SCRAM). */
  | { readonly kind: 'server-unproved' }
  /** The name before the @ has letters this server does not say it knows; nothing of it was sent. */
  | { readonly kind: 'international-name' }
  | { readonly kind: 'refused-elsewhere'; readonly host: string }
  /** A proxy answered with no: its HTTP status or its SOCKS reply, `null` where only its words say so. */
  | {
      readonly kind: 'proxy-refused'
      readonly reason: 'auth' | 'auth-method' | 'forbidden' | 'failed'
      readonly status: number | null
    }
  /** What stands in the place of the proxy does not speak as one of this kind does. */
  | {
      readonly kind: 'proxy-unusable'
      readonly how: 'closed' | 'garbage' | 'too-big' | 'tls' | 'certificate'
    }

export type FaultKind = Fault['kind']
