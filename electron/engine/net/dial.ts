import { createConnection, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { isLoopbackHost } from '#shared/domain/host-name.ts'
import { isLocalAddress } from '#shared/domain/ip-scope.ts'
import { fail, ok } from '#shared/outcome.ts'
import { socketFault } from '#engine/net/socket-fault.ts'
import type { Dialer, DialFault } from '#engine/environment.ts'

/** Plain TCP with the operating system's own routing; Nagle's algorithm is off. */
export const tcpDialer: Dialer = {
  connect: (target, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve(fail({ kind: 'cancelled' }))
      const { address: host, port, family } = target
      const socket = createConnection({ host, port, family, noDelay: true })
      const onAbort = () => {
        socket.destroy()
        resolve(fail({ kind: 'cancelled' }))
      }
      signal.addEventListener('abort', onAbort, { once: true })
      const settled = () => signal.removeEventListener('abort', onAbort)
      socket.once('connect', () => {
        settled()
        socket.removeAllListeners('error')
        resolve(ok(parked(socket)))
      })
      socket.once('error', (error) => {
        settled()
        socket.destroy()
        resolve(fail(dialFault(error, host)))
      })
    }),
}

/** Between the dialer and its first owner an error must not become an uncaught exception. */
function parked(socket: Socket): Socket {
  return socket.on('error', () => socket.destroy())
}

function dialFault(error: Error, host: string): DialFault {
  const fault = socketFault(error)
  if (fault.kind === 'unreachable' && !isLoopbackHost(host) && !hasNetwork()) return { kind: 'offline' }
  return fault.kind === 'tls-failed' ? { kind: 'disconnected', how: 'reset' } : fault
}

/** Whether this computer has an IPv6 address that leads further than the next switch (RFC 4193, RFC 4291). */
export function hasIpv6(): boolean {
  return Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(
      ({ internal, family, address }) => !internal && family === 'IPv6' && !isLocalAddress(address),
    ),
  )
}

/** Whether any interface but loopback has an address: the difference between "unreachable" and "offline". */
export function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some((address) => !address.internal),
  )
}
