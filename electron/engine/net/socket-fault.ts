import type { Fault } from '#shared/domain/fault.ts'
import { errorCode } from '#engine/error-code.ts'

export type SocketFault = Extract<Fault, { kind: 'refused' | 'unreachable' | 'disconnected' | 'tls-failed' }>

/** What a socket error says about the network. Anything unheard-of counts as a broken connection. */
export function socketFault(error: Error): SocketFault {
  const code = errorCode(error)
  switch (code) {
    case 'ECONNREFUSED':
      return { kind: 'refused' }
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
    case 'EHOSTDOWN':
    case 'ENETDOWN':
    case 'EACCES':
    case 'EPERM':
    case 'ETIMEDOUT':
      return { kind: 'unreachable' }
    default:
      // With TLS 1.3 a server can refuse us (no client certificate, for one) only after our side of the handshake is done.
      return code.includes('ALERT')
        ? { kind: 'tls-failed', reason: alertName(code) }
        : { kind: 'disconnected', how: 'reset' }
  }
}

/** `ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED` -> `certificate required`. */
export function alertName(code: string): string {
  return code
    .replace(/^.*ALERT_/, '')
    .toLowerCase()
    .replaceAll('_', ' ')
}
