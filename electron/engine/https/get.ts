import { request, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { MAX_HEADER_BYTES, readBody } from '#engine/https/read-body.ts'

export type HttpAnswer =
  | { readonly kind: 'document'; readonly body: Buffer }
  | { readonly kind: 'redirect'; readonly location: string }

/**
 * One GET over a line that is encrypted and proved already.
 *
 * SECURITY: nothing but the address of the document is sent: no credentials, no cookies, no referrer. A server that
 * asks for a password (the "Great Leak" of Autodiscover) gets none. A packed body is refused rather than unpacked:
 * a bomb costs nothing that way.
 */
export function get(
  line: Socket,
  url: URL,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Outcome<HttpAnswer, LookUpFault>> {
  return new Promise((resolve) => {
    const call = request({
      createConnection: () => line,
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      setHost: false,
      headers: {
        Host: url.host,
        Accept: 'application/xml, text/xml, application/json',
        'Accept-Encoding': 'identity',
        'User-Agent': 'Mailwright',
        Connection: 'close',
      },
      maxHeaderSize: MAX_HEADER_BYTES,
      signal,
    })
    call.once('response', (response) => void read(response, url.hostname, maxBytes).then(resolve))
    call.once('error', () => resolve(fail({ kind: 'not-http' })))
    call.end()
  })
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

async function read(
  response: IncomingMessage,
  host: string,
  maxBytes: number,
): Promise<Outcome<HttpAnswer, LookUpFault>> {
  const { statusCode: status = 0, headers } = response
  const { location } = headers
  const leave = (fault: LookUpFault) => {
    response.destroy()
    return fail(fault)
  }
  if (REDIRECTS.has(status) && location !== undefined) {
    response.destroy()
    return ok({ kind: 'redirect', location })
  }
  if (status !== 200) {
    const reply = { challenge: headers['www-authenticate'] ?? '', headers: Object.keys(headers) }
    return leave({ kind: 'http-status', status, host, reply })
  }
  const body = await readBody(response, maxBytes)
  return body.ok ? ok({ kind: 'document', body: body.value }) : body
}
