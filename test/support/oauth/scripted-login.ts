import type { IncomingMessage, ServerResponse } from 'node:http'
import { tcpDialer } from '#engine/net/dial.ts'
import type { SignInJob } from '#engine/oauth/job.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { authority } from '../certificates.ts'
import { startWebServer, type Page, type WebServer } from '../discovery/web-server.ts'
import { LOGIN_HOST } from './oauth-server.ts'
import { jobAt, LOOPBACK_TOOLS } from './sign-in-bench.ts'

export const ISSUER = `https://${LOGIN_HOST}`
const WELL_KNOWN = '/.well-known/oauth-authorization-server'

export interface ScriptedLogin {
  readonly web: WebServer
  readonly job: (change?: Partial<SignInJob>) => SignInJob
}

export interface LoginPlan {
  readonly token?: Page
  readonly device?: Page
  readonly registration?: Page
  /** Instead of, or besides, what the server says about itself. */
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly description?: Page
  readonly tools?: Partial<ProbeTools>
  /** More hosts it answers for. */
  readonly hosts?: readonly string[]
  /** More pages, by host and path. */
  readonly pages?: Readonly<Record<string, Page>>
}

/** An authorization server that answers as the test scripts it. */
export async function startScriptedLogin(plan: LoginPlan): Promise<ScriptedLogin> {
  const { token, device, registration, hosts = [], pages = {} } = plan
  const given = { token, device, registration }
  const metadata = {
    issuer: ISSUER,
    authorization_endpoint: `${ISSUER}/auth`,
    token_endpoint: `${ISSUER}/token`,
    response_types_supported: ['code'],
    ...(device === undefined ? {} : { device_authorization_endpoint: `${ISSUER}/device` }),
    ...(registration === undefined ? {} : { registration_endpoint: `${ISSUER}/registration` }),
    ...plan.metadata,
  }
  const named = Object.entries(given).flatMap(([name, page]) =>
    page === undefined ? [] : [[`${LOGIN_HOST}/${name}`, page] as const],
  )
  const certificate = await authority.issue({ dnsNames: [LOGIN_HOST, 'elsewhere.example.test', ...hosts] })
  const web = await startWebServer(certificate, {
    [`${LOGIN_HOST}${WELL_KNOWN}`]: plan.description ?? json(metadata),
    ...Object.fromEntries(named),
    ...pages,
  })
  const tools: ProbeTools = {
    ...LOOPBACK_TOOLS,
    dialer: { connect: (target, signal) => tcpDialer.connect({ ...target, port: web.port }, signal) },
    ...plan.tools,
  }
  return { web, job: (change = {}) => jobAt(ISSUER, { tools, ...change }) }
}

/** A JSON reply. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Page {
  return (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }
}

export const TOKEN = { access_token: 'an-access-token', token_type: 'Bearer', expires_in: 3_600 }

/** Answers as the browser would that was led back from the page: with a code, and whatever else is wanted. */
export async function answer(
  url: string,
  change: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { searchParams } = new URL(url)
  const back = new URL(searchParams.get('redirect_uri') ?? '')
  back.search = new URLSearchParams({
    code: 'a-code',
    state: searchParams.get('state') ?? '',
    ...change,
  }).toString()
  return fetch(back, { headers })
}
