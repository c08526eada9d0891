import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { authority } from '../certificates.ts'

/** What a page has answered. */
export interface Page {
  readonly url: string
  readonly status: number
  readonly text: string
}

/**
 * A user with a browser that keeps cookies, follows redirects, fills in forms and knows that every name under
 * `.test` is this computer.
 */
export class Person {
  readonly #cookies = new Map<string, string>()
  /** Every address that was visited, in order. */
  readonly visited: string[] = []

  async open(url: string): Promise<Page> {
    return this.#follow(url, 'GET', '')
  }

  /** Sends the first form of a page with these fields and those that are in it. */
  async submit(page: Page, fields: Readonly<Record<string, string>>): Promise<Page> {
    const form = /<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(page.text)
    if (form === null) throw new Error(`no form on ${page.url}: ${page.text.slice(0, 400)}`)
    const [, action = '', inside = ''] = form
    const hidden = [...inside.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(
      ([input]) =>
        [/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? ''] as const,
    )
    const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields }).toString()
    return this.#follow(new URL(action.replaceAll('&amp;', '&'), page.url).href, 'POST', body)
  }

  /** Signs in under a name and accepts what is asked. Ends on the page the server leads to. */
  async signIn(url: string, name: string): Promise<Page> {
    const login = await this.open(url)
    const consent = await this.submit(login, { login: name, password: 'any' })
    return this.submit(consent, {})
  }

  async #follow(start: string, firstMethod: 'GET' | 'POST', firstBody: string): Promise<Page> {
    let [url, method, body] = [start, firstMethod, firstBody]
    for (let hops = 0; hops < 12; hops += 1) {
      this.visited.push(url)
      const { status, location, text } = await this.#once(new URL(url), method, body)
      if (location === undefined) return { url, status, text }
      url = new URL(location, url).href
      method = 'GET'
      body = ''
    }
    throw new Error('too many redirects')
  }

  #once(url: URL, method: string, body: string) {
    const jar = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const options = {
      method,
      host: '127.0.0.1',
      servername: url.hostname,
      port: url.port,
      path: `${url.pathname}${url.search}`,
      ca: authority.certificate,
      headers: {
        Host: url.host,
        Cookie: jar,
        ...(method === 'POST' ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
        'Content-Length': String(Buffer.byteLength(body)),
      },
    }
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    return new Promise<{ status: number; location: string | undefined; text: string }>((resolve, reject) => {
      const call = send(options, (response) => {
        for (const cookie of response.headers['set-cookie'] ?? []) this.#keep(cookie)
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, location: response.headers.location, text }),
        )
      })
      call.once('error', reject)
      call.end(body)
    })
  }

  #keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (/expires=Thu, 01 Jan 1970/i.test(cookie) || value === '') this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}
