import { beforeEach, afterEach, expect, test, vi } from 'vitest'
import { microsoft } from '#shared/catalogue/oauth/issuers/microsoft.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { fail } from '#shared/outcome.ts'
import { queryArrival } from '#engine/arrival/query-arrival.ts'
import { LoginGate } from '#engine/check/login-gate.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { confirmService, type ConfirmedService } from '#engine/confirmed-service.ts'
import { findSettings } from '#engine/discovery/find.ts'
import { probeGuess } from '#engine/discovery/guess/probe-guess.ts'
import { SOURCES } from '#engine/discovery/sources.ts'
import { exchange } from '#engine/https/exchange.ts'
import { createHttpsFetch } from '#engine/https/fetch.ts'
import { DEFAULT_LIMITS } from '#engine/limits.ts'
import { tcpDialer } from '#engine/net/dial.ts'
import { raceAddresses } from '#engine/net/race.ts'
import { createResolver } from '#engine/net/resolver.ts'
import { refresh } from '#engine/oauth/refresh.ts'
import { revoke } from '#engine/oauth/revoke.ts'
import { signIn } from '#engine/oauth/sign-in.ts'
import type { Resolver } from '#engine/environment.ts'
import { probeWithoutLogin } from '#engine/probe/probe-without-login.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { Secret } from '#engine/secret.ts'
import { surveyPorts } from '#engine/survey/survey-ports.ts'
import { observeNetwork } from '#engine/surroundings/observe-network.ts'
import { systemClock } from '#engine/system-clock.ts'
import { createTrustStore } from '#engine/tls/trust.ts'
import { jobAt } from '../support/oauth/sign-in-bench.ts'
import { resolverWith } from '../support/resolvers.ts'

const HOST = 'mail.example.test'
const ANNA = 'anna@example.test'
const IMAP = { protocol: 'imap', host: HOST, port: 993, security: 'tls' } as const
const signal = AbortSignal.abort()

/** What was asked of the world, in spite of everything. */
let asked: string[] = []
beforeEach(() => {
  asked = []
  // Whatever would wait for a time to pass never comes back.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
})
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

const QUESTIONS = Object.keys(resolverWith({})) as readonly (keyof Resolver)[]

const tools: ProbeTools = {
  resolver: resolverWith(
    Object.fromEntries(
      QUESTIONS.map((name) => [
        name,
        (what: string) => {
          asked.push(`${name} ${what}`)
          return new Promise(() => {})
        },
      ]),
    ),
  ),
  dialer: {
    connect: ({ host, port }) => {
      asked.push(`connect ${host}:${port}`)
      return new Promise(() => {})
    },
  },
  proxy: null,
  trust: createTrustStore([]),
  clock: systemClock,
  limits: DEFAULT_LIMITS,
}

function service(): ConfirmedService {
  const confirmed = confirmService(IMAP, ANNA)
  if (!confirmed.ok) throw new Error(confirmed.error)
  return confirmed.value
}

function address() {
  const parsed = parseEmailAddress(ANNA)
  if (!parsed.ok) throw new Error('no address')
  return parsed.value
}

async function lastOf<T>(events: AsyncIterable<T>): Promise<T | undefined> {
  let last: T | undefined
  for await (const event of events) last = event
  return last
}

async function endingOf<T>(going: AsyncGenerator<unknown, T>): Promise<T> {
  for (;;) {
    const next = await going.next()
    if (next.done === true) return next.value
  }
}

const refreshContext = {
  issuer: `https://${HOST}`,
  tokenEndpoint: `https://${HOST}/token`,
  revocationEndpoint: `https://${HOST}/revoke`,
  client: { id: 'mailwright', secret: null },
  refreshToken: new Secret('sunflower'),
}

const openUrl = (url: string) => {
  asked.push(`open ${url}`)
  return Promise.resolve(true)
}

const CANCELLED = fail({ kind: 'cancelled' })
const STOPPED = { grant: fail({ kind: 'stopped' }), server: null }

test.each<readonly [string, () => unknown, unknown]>([
  [
    'a check',
    () =>
      lastOf(
        runCheck(
          {
            address: ANNA,
            services: [service()],
            credential: { kind: 'password', secret: new Secret('sunflower') },
            provider: null,
            testMessage: { from: ANNA, to: ANNA, token: 'c0ffee', source: '' },
            signal,
          },
          tools,
        ),
      ),
    { type: 'done', result: { endpoints: [{ code: 'CANCELLED', passwordSent: 'no' }] } },
  ],
  [
    'a look at one endpoint',
    () => probeWithoutLogin(IMAP, tools, { signal, now: () => 0 }),
    { stages: [{ stage: 'dns', status: 'failed', fault: { kind: 'cancelled' } }] },
  ],
  [
    'a survey of ports',
    () => surveyPorts([HOST], ANNA, tools, signal),
    { sightings: [{ evidence: { stages: [{ stage: 'dns', fault: { kind: 'cancelled' } }] } }] },
  ],
  ['a look around', () => observeNetwork([HOST], tools, signal), { controls: [{ answered: false }] }],
  [
    'a look for settings',
    () => lastOf(findSettings({ address: address(), accountType: null, sources: SOURCES, tools, signal })),
    { complete: true },
  ],
  ['a look behind usual names', () => probeGuess([{ endpoint: IMAP, turn: 'late' }], tools, signal), []],
  [
    'a look at the records of a domain',
    () =>
      queryArrival({ domain: 'example.test', smtpHost: HOST, provider: null, message: null }, tools, signal),
    { domain: 'example.test', verdict: 'open' },
  ],
  ['a fetched document', () => createHttpsFetch(tools, 'outside')('https://example.org/', signal), CANCELLED],
  [
    'an exchange over HTTPS',
    () =>
      exchange(
        { method: 'POST', url: new URL('https://example.org/'), headers: {}, body: '' },
        'outside',
        tools,
        signal,
      ),
    CANCELLED,
  ],
  [
    'a sign-in with the browser',
    () => endingOf(signIn('browser', jobAt(microsoft.issuer, { tools, openUrl }), signal)),
    STOPPED,
  ],
  [
    'a sign-in on another device',
    () => endingOf(signIn('device', jobAt(microsoft.issuer, { tools, openUrl }), signal)),
    STOPPED,
  ],
  ['a new token', () => refresh(refreshContext, tools, signal), fail({ kind: 'stopped' })],
  ['a token given back', () => revoke(refreshContext, tools, signal), 'no'],
  [
    'a race of addresses',
    () =>
      raceAddresses({
        dialer: tools.dialer,
        host: HOST,
        port: 993,
        addresses: [{ address: '127.0.0.1', family: 4 }],
        signal,
        now: () => 0,
        onAttempt: () => {},
      }),
    CANCELLED,
  ],
  [
    'a connection',
    () => tcpDialer.connect({ host: HOST, address: '127.0.0.1', family: 4, port: 1 }, signal),
    CANCELLED,
  ],
  ['the wait at the gate', () => new LoginGate(60_000).enter(service(), signal), null],
  ...QUESTIONS.map(
    (name) =>
      [
        `the name server's ${name}`,
        () => createResolver({ server: '127.0.0.1:1', timeoutMs: 60_000 })[name]('example.org', signal),
        CANCELLED,
      ] as const,
  ),
])('%s ends at once and asks no server when the signal has aborted before', async (_, run, ending) => {
  const result = await run()
  expect(asked).toEqual([])
  if (ending === null || typeof ending !== 'object') expect(result).toEqual(ending)
  else expect(result).toMatchObject(ending)
})
