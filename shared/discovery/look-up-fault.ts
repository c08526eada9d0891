import type { Code } from '#shared/finding/codes.ts'
import type { Fault } from '#shared/domain/fault.ts'

/** What a refusal gives away about the server: which sign-in it requires, and the names of its headers in lower case. */
export interface RefusalReply {
  readonly challenge: string
  readonly headers: readonly string[]
}

/** Why a source of settings gave none, as it was seen. */
export type LookUpFault =
  | Fault
  /** What answers there does not speak HTTP, or breaks off. */
  | { readonly kind: 'not-http' }
  /** `host`: who answered in the end, after redirects. */
  | {
      readonly kind: 'http-status'
      readonly status: number
      readonly host: string
      readonly reply?: RefusalReply
    }
  | { readonly kind: 'redirect'; readonly why: 'insecure' | 'too-many' }
  | {
      readonly kind: 'document'
      readonly why: 'too-big' | 'malformed' | 'not-as-announced' | 'no-servers' | 'no-encryption'
    }

/** The one code for what kept a source from answering. */
export function lookUpCode(fault: LookUpFault): Code {
  switch (fault.kind) {
    case 'http-status':
      return 'CFG_NOT_FOUND'
    case 'redirect':
      return fault.why === 'insecure' ? 'CFG_INSECURE' : 'CFG_NOT_FOUND'
    case 'document':
      return DOCUMENT_CODES[fault.why]
    case 'not-http':
      return 'CFG_INVALID'
    case 'certificate':
      return fault.problems.includes('name-mismatch') ? 'TLS_NAME' : 'TLS_UNTRUSTED'
    default:
      return TRANSPORT_CODES[fault.kind] ?? 'TLS_HANDSHAKE'
  }
}

const DOCUMENT_CODES: Readonly<Record<Extract<LookUpFault, { kind: 'document' }>['why'], Code>> = {
  'too-big': 'CFG_TOO_BIG',
  malformed: 'CFG_INVALID',
  'not-as-announced': 'CFG_INVALID',
  'no-servers': 'CFG_INVALID',
  'no-encryption': 'CFG_INSECURE',
}

const TRANSPORT_CODES: Readonly<Partial<Record<LookUpFault['kind'], Code>>> = {
  'name-not-found': 'NET_DNS_NONE',
  'resolver-failed': 'NET_DNS_FAIL',
  offline: 'NET_OFFLINE',
  refused: 'NET_REFUSED',
  unreachable: 'NET_UNREACHABLE',
  disconnected: 'NET_RESET',
  timeout: 'NET_TIMEOUT',
  cancelled: 'CANCELLED',
  'not-tls': 'TLS_NOT_TLS',
  'tls-version': 'TLS_OLD',
  'proxy-refused': 'PROXY_REFUSED',
  'proxy-unusable': 'PROXY_UNUSABLE',
}

/** Whether the source was asked and simply has nothing, rather than could not be asked. */
export function isAbsence(fault: LookUpFault): boolean {
  return fault.kind === 'name-not-found' || fault.kind === 'http-status' || fault.kind === 'refused'
}
