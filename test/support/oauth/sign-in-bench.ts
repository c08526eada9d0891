import { afterEach } from 'vitest'
import type { OAuthWay } from '#shared/catalogue/oauth/issuer.ts'
import type { SignInEvent } from '#shared/oauth/sign-in-event.ts'
import { tcpDialer } from '#engine/net/dial.ts'
import type { SignInJob } from '#engine/oauth/job.ts'
import { parseIssuerRef } from '#engine/oauth/authorization-server.ts'
import { signIn, type SignInEnding } from '#engine/oauth/sign-in.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { systemClock } from '#engine/system-clock.ts'
import { createTrustStore } from '#engine/tls/trust.ts'
import { authority } from '../certificates.ts'
import { everyName, resolverWith } from '../resolvers.ts'
import { TEST_LIMITS } from '../test-limits.ts'
import { testScope } from '../test-world.ts'
import { CLIENT_ID } from './oauth-server.ts'

/** A network in which every name is this computer, and our authority is trusted. */
export const LOOPBACK_TOOLS: ProbeTools = {
  resolver: resolverWith({ addresses: everyName([{ address: '127.0.0.1', family: 4 }]) }),
  dialer: tcpDialer,
  proxy: null,
  scopeOf: testScope,
  trust: createTrustStore([authority.certificate]),
  clock: systemClock,
  limits: TEST_LIMITS,
}

export const ADDRESS = 'anna@example.test'

/** A sign-in for Anna at a server of her own domain, with an identifier she has typed. */
export function jobAt(issuer: string, change: Partial<SignInJob> = {}): SignInJob {
  const issuerRef = parseIssuerRef(null, issuer, 'owner')
  if (issuerRef === null) throw new Error(`no place: ${issuer}`)
  return {
    issuerRef,
    address: ADDRESS,
    userNames: [],
    protocols: ['smtp', 'imap', 'pop3'],
    providerId: null,
    typedClient: { id: CLIENT_ID, secret: null },
    laidDown: () => null,
    openUrl: () => Promise.resolve(true),
    language: 'en',
    patienceMs: 10_000,
    tools: LOOPBACK_TOOLS,
    ...change,
  }
}

export interface SignInRun extends SignInEnding {
  readonly events: readonly SignInEvent[]
}

const running = new Set<AbortController>()
afterEach(() => {
  for (const one of running) one.abort()
  running.clear()
})

/** Carries a sign-in out; `react` is what a person does on each event, `stop` calls it off. */
export async function runSignIn(
  way: OAuthWay,
  job: SignInJob,
  react: (event: SignInEvent, stop: () => void) => unknown = () => {},
): Promise<SignInRun> {
  const events: SignInEvent[] = []
  const stop = new AbortController()
  running.add(stop)
  const going = signIn(way, job, stop.signal)
  for (;;) {
    const next = await going.next()
    if (next.done === true) return { ...next.value, events }
    events.push(next.value)
    void react(next.value, () => stop.abort())
  }
}

/** Does something with the page that was opened. */
export function onPage(act: (url: string) => unknown) {
  return (event: SignInEvent) => (event.type === 'opened' ? act(event.url) : undefined)
}
