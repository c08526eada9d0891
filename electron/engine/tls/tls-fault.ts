import type { Fault } from '#shared/domain/fault.ts'
import { errorCode } from '#engine/error-code.ts'
import { alertName } from '#engine/net/socket-fault.ts'

export type HandshakeFault = Extract<
  Fault,
  { kind: 'not-tls' | 'tls-version' | 'tls-failed' | 'disconnected' }
>

// What OpenSSL and BoringSSL report when the first bytes of the answer are not a TLS record at all.
const NOT_A_RECORD = [
  'WRONG_VERSION_NUMBER',
  'PACKET_LENGTH_TOO_LONG',
  'HTTP_REQUEST',
  'RECORD_TOO_LARGE',
  'BAD_RECORD_TYPE',
]
const VERSION = ['UNSUPPORTED_PROTOCOL', 'ALERT_PROTOCOL_VERSION', 'VERSION_TOO_LOW', 'WRONG_SSL_VERSION']

/** Sorts the errors a handshake can end with. Library texts are for reports; no user has to understand them. */
export function handshakeFault(error: Error): HandshakeFault {
  const code = errorCode(error)
  if (VERSION.some((known) => code.includes(known))) return { kind: 'tls-version' }
  if (code.includes('ALERT')) return { kind: 'tls-failed', reason: alertName(code) }
  if (NOT_A_RECORD.some((known) => code.includes(known))) return { kind: 'not-tls' }
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED')
    return { kind: 'disconnected', how: 'reset' }
  return {
    kind: 'tls-failed',
    reason: code
      .replace(/^ERR_SSL_/, '')
      .toLowerCase()
      .replaceAll('_', ' '),
  }
}
