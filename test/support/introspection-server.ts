import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface IntrospectionServer {
  readonly url: string
  /** How often a token was asked about. */
  readonly questions: () => number
  stop(): Promise<void>
}

/** Answers whether a token is good and whose it is (RFC 7662); the token itself is all it knows. */
export async function startIntrospectionServer(
  tokens: Readonly<Record<string, { readonly username: string; readonly scope?: string }>>,
): Promise<IntrospectionServer> {
  let questions = 0
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')))
    request.on('end', () => {
      questions += 1
      const known = tokens[new URLSearchParams(body).get('token') ?? '']
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(known === undefined ? { active: false } : { active: true, ...known }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/introspect`,
    questions: () => questions,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
