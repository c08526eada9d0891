import type { Socket } from 'node:net'
import { formatHost } from '#shared/domain/server-endpoint.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { exchange } from '#engine/net/proxy/exchange.ts'
import { parseResponseHead } from '#engine/net/proxy/http-head.ts'
import type { ProxyCredentials } from '#engine/net/proxy/proxy-server.ts'
import { httpFault, type ProxyAnswer, type TunnelTarget } from '#engine/net/proxy/tunnel.ts'

/** RFC 9110 section 9.3.6: after any 2xx, whatever its fields say about a body, the line is the tunnel. */
export async function connectOverHttp(
  socket: Socket,
  target: TunnelTarget,
  credentials: ProxyCredentials | null,
): Promise<Outcome<null, ProxyAnswer>> {
  const head = await exchange(socket, connectRequest(target, credentials), parseResponseHead)
  if (!head.ok) return head
  const { status } = head.value
  return status >= 200 && status < 300 ? ok(null) : fail(httpFault(head.value))
}

function connectRequest({ host, port }: TunnelTarget, credentials: ProxyCredentials | null): Buffer {
  const authority = `${formatHost(host)}:${port}`
  const lines = [
    `CONNECT ${authority} HTTP/1.1`,
    `Host: ${authority}`,
    ...(credentials === null ? [] : [`Proxy-Authorization: Basic ${basic(credentials)}`]),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}

/** RFC 7617 section 2, in UTF-8. To a proxy without TLS it is as good as clear text, which is the proxy's choice. */
function basic({ userName, password }: ProxyCredentials): string {
  return Buffer.from(`${userName}:${password.reveal()}`, 'utf8').toString('base64')
}
