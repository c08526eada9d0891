import { request, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import { publicHost } from '#shared/domain/host-name.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { interruptAfter, orInterrupted } from '#engine/interruption.ts'
import type { Ground } from '#engine/net/ground.ts'
import { overLine } from '#engine/https/open-line.ts'
import { MAX_HEADER_BYTES, readBody } from '#engine/https/read-body.ts'
import type { TrustedNetwork } from '#engine/connection/trusted-network.ts'

export interface HttpsRequest {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface HttpsReply {
  readonly status: number
  readonly contentType: string
  /** The server's own clock, `null` where it does not say. */
  readonly date: Date | null
  readonly body: Buffer
}

/** One per line of a header; what else could be in there begins a second one. */
const CONTROL = /\p{Cc}/u

/**
 * One request, one reply, over a line that is encrypted and proved.
 *
 * SECURITY: a redirect is a failure. What is posted here is a code or a token: a server that answers
 * "elsewhere" must not be able to send it there (RFC 9700 section 4.12). Addresses and this computer's own
 * names are refused, for the addresses of a server's parts come from a document that a server wrote.
 */
export async function exchange(
  message: HttpsRequest,
  ground: Ground,
  tools: TrustedNetwork,
  parent: AbortSignal,
): Promise<Outcome<HttpsReply, LookUpFault>> {
  const { url } = message
  const isSafe = url.protocol === 'https:' && url.username === '' && url.password === ''
  if (!isSafe || publicHost(url.hostname) === null) return fail({ kind: 'redirect', why: 'insecure' })
  const deadline = interruptAfter(tools.limits.fetchMs, parent)
  const { signal } = deadline
  try {
    const use = (line: Socket) => send(line, message, tools.limits.fetchBytes, signal)
    return await orInterrupted(signal, () => overLine(url, ground, tools, signal, use))
  } finally {
    deadline.end()
  }
}

function send(
  line: Socket,
  { method, url, headers, body }: HttpsRequest,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Outcome<HttpsReply, LookUpFault>> {
  return new Promise((resolve) => {
    const extra = Object.entries(headers).filter(([name, value]) => !CONTROL.test(name + value))
    const call = request({
      createConnection: () => line,
      method,
      path: `${url.pathname}${url.search}`,
      setHost: false,
      headers: {
        ...Object.fromEntries(extra),
        Host: url.host,
        'Accept-Encoding': 'identity',
        'User-Agent': 'Mailwright',
        'Content-Length': String(Buffer.byteLength(body)),
        Connection: 'close',
      },
      maxHeaderSize: MAX_HEADER_BYTES,
      signal,
    })
    call.once('response', (response) => void read(response, maxBytes).then(resolve))
    call.once('error', () => resolve(fail({ kind: 'not-http' })))
    call.end(body)
  })
}

async function read(response: IncomingMessage, maxBytes: number): Promise<Outcome<HttpsReply, LookUpFault>> {
  const { statusCode: status = 0, headers } = response
  if (status >= 300 && status < 400) {
    response.destroy()
    return fail({ kind: 'redirect', why: 'too-many' })
  }
  const body = await readBody(response, maxBytes)
  if (!body.ok) return body
  const date = new Date(headers.date ?? '')
  return ok({
    status,
    contentType: headers['content-type'] ?? '',
    date: Number.isNaN(date.getTime()) ? null : date,
    body: body.value,
  })
}
