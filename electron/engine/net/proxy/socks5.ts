import type { Socket } from 'node:net'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { exchange, GARBAGE } from '#engine/net/proxy/exchange.ts'
import type { ProxyCredentials } from '#engine/net/proxy/proxy-server.ts'
import * as messages from '#engine/net/proxy/socks5-messages.ts'
import { socksFault, type ProxyAnswer, type TunnelTarget } from '#engine/net/proxy/tunnel.ts'

/** RFC 1928: agree on a way to sign in, sign in if the proxy wants it, ask for the connection. */
export async function connectOverSocks5(
  socket: Socket,
  target: TunnelTarget,
  credentials: ProxyCredentials | null,
): Promise<Outcome<null, ProxyAnswer>> {
  const way = await exchange(socket, messages.greeting(credentials), messages.parseChosenWay)
  if (!way.ok) return way
  const signedIn = await signIn(socket, way.value, credentials)
  if (!signedIn.ok) return signedIn
  const reply = await exchange(socket, messages.connectRequest(target), messages.parseConnectReply)
  if (!reply.ok) return reply
  return reply.value === 0 ? ok(null) : fail(socksFault(reply.value))
}

async function signIn(
  socket: Socket,
  way: number,
  credentials: ProxyCredentials | null,
): Promise<Outcome<null, ProxyAnswer>> {
  if (way === messages.NO_SIGN_IN) return ok(null)
  if (way === messages.NO_COMMON_WAY) {
    // The proxy was offered a password and does not want it: it is another way that is missing.
    const reason = credentials === null ? 'auth' : 'auth-method'
    return fail({ kind: 'proxy-refused', reason, status: way })
  }
  if (way !== messages.PASSWORD_SIGN_IN || credentials === null) return fail(GARBAGE)
  const status = await exchange(socket, messages.signIn(credentials), messages.parseSignInStatus)
  if (!status.ok) return status
  return status.value === 0 ? ok(null) : fail({ kind: 'proxy-refused', reason: 'auth', status: status.value })
}
