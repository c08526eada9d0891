import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createEventQueue } from '#shared/contract/event-queue.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import { isFor, openLoopbackServer, targetOf } from '#engine/net/loopback-server.ts'

export type LoopbackAnswer =
  | { readonly kind: 'answer'; readonly parameters: URLSearchParams }
  /** It carried another state, or none: of another sign-in, or an attacker's. */
  | { readonly kind: 'stray' }

/** What a page is about. `used`: the answer came before; the browser was told to load it once more, or another was. */
export type PageKind = LoopbackAnswer['kind'] | 'used'

/** Waits on this computer for the browser to hand over the answer of a sign-in page (RFC 8252 section 7.3). */
export interface LoopbackListener {
  readonly redirectUri: string
  readonly answers: AsyncIterable<LoopbackAnswer>
  readonly close: () => void
}

export interface ListenerPlan {
  /** `fixed`: as programs are registered by hand. `random`: only this sign-in knows the path. */
  readonly path: 'fixed' | 'random'
  /** The name in the address; the server listens on 127.0.0.1 either way. */
  readonly name: '127.0.0.1' | 'localhost'
  readonly state: string
  /** What the person in the browser reads. */
  readonly page: (kind: PageKind) => { readonly title: string; readonly text: string }
  readonly language: string
  /** How long a connection may stay open. */
  readonly patienceMs?: number
}

const MAX_CONNECTIONS = 16
/**
 * Strays beyond these are answered and not told: any page in the browser can send requests here as often as it
 * likes.
 */
const MAX_STRAYS = 3
const MAX_HEADER_BYTES = 16_384
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  // The code is in the address of this page: it must not be kept, sent on or read by anything.
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  Connection: 'close',
}

/** Listens on a free port of 127.0.0.1. `port`: this computer does not allow that. */
export async function openListener(plan: ListenerPlan): Promise<Outcome<LoopbackListener, 'port'>> {
  const path = plan.path === 'fixed' ? '/' : `/${randomBytes(16).toString('base64url')}`
  const answers = createEventQueue<LoopbackAnswer>()
  let host = ''
  let strays = 0
  let state: 'open' | 'answered' = 'open'
  const tell = (answer: LoopbackAnswer) => {
    if (answer.kind === 'stray') strays += 1
    if (strays <= MAX_STRAYS || answer.kind === 'answer') answers.push(answer)
  }
  const opened = await openLoopbackServer({
    maxHeaderBytes: MAX_HEADER_BYTES,
    crowd: MAX_CONNECTIONS,
    ...(plan.patienceMs === undefined ? {} : { patienceMs: plan.patienceMs }),
    onRequest: (request, response) => {
      const answer = judge(request, host, path, plan.state)
      if (typeof answer === 'number') return void response.writeHead(answer, { Connection: 'close' }).end()
      // SECURITY: the first answer counts, and a replay changes nothing any more (RFC 9700 section 4.5).
      if (answer.kind === 'answer' && state === 'answered') return show(response, plan, 'used', () => {})
      if (answer.kind === 'answer') state = 'answered'
      show(response, plan, answer.kind, () => tell(answer))
    },
  })
  if (!opened.ok) return opened
  const { port, stop } = opened.value
  host = `${plan.name}:${port}`
  return ok({
    redirectUri: `http://${host}${path}`,
    answers,
    close: () => {
      void stop()
      answers.end()
    },
  })
}

/**
 * SECURITY: exact Host; one method, one path; and the state that only the page we have opened was given. A number is
 * an HTTP status.
 */
function judge(request: IncomingMessage, host: string, path: string, state: string): LoopbackAnswer | number {
  const target = targetOf(request)
  if (target === null) return 400
  if (!isFor(request, host)) return 403
  if (request.method !== 'GET') return 405
  const { parameters } = target
  if (target.path !== path || parameters.size === 0) return 404
  const states = parameters.getAll('state')
  const [first = ''] = states
  if (states.length !== 1 || !isSame(first, state)) return { kind: 'stray' }
  return { kind: 'answer', parameters }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function show(
  response: ServerResponse,
  { page, language }: ListenerPlan,
  kind: PageKind,
  then: () => void,
): void {
  const { title, text } = page(kind)
  const html = `<!doctype html><html lang="${escape(language)}"><meta charset="utf-8"><title>${escape(title)}</title><h1>${escape(title)}</h1><p>${escape(text)}</p></html>`
  // The answer counts once it is read, also where the tab is closed before the page is there.
  response.once('close', then)
  response.writeHead(kind === 'answer' ? 200 : 400, HEADERS).end(html)
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
