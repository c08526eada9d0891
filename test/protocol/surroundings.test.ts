import { afterEach, describe, expect, test } from 'vitest'
import type { CheckResult } from '#shared/finding/check-result.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { WebAnswer } from '#shared/domain/surroundings.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import type { Script } from '#engine/practice/kit/scripted-server.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { Secret } from '#engine/secret.ts'
import { controlHosts } from '#engine/surroundings/control-hosts.ts'
import { observeNetwork } from '#engine/surroundings/observe-network.ts'
import { mailServer } from '../support/behaviour.ts'
import { createCanary } from '../support/canary.ts'
import { serverTls } from '../support/certificates.ts'
import {
  createDiscoveryWorld,
  type DiscoveryWorld,
  type WorldPlan,
} from '../support/discovery/discovery-world.ts'

const IMAP = 'imap.example.org'
const ADDRESS = 'anna@example.org'
const canary = createCanary()
const tls = await serverTls({ dnsNames: [IMAP, 'mail.example.net'] })

let world: DiscoveryWorld | undefined
afterEach(async () => {
  await world?.stop()
  world = undefined
})

/** A web server that reads the question and says this. */
const web =
  (answer: string): Script =>
  async (conversation) => {
    while (((await conversation.readLine()) ?? '') !== '');
    await conversation.sendRaw(answer.replaceAll('\n', '\r\n'))
  }

const PORTAL = web('HTTP/1.1 302 Found\nLocation: http://10.0.0.1/hello?from=you\nContent-Length: 0\n\n')

const endpointAt = (host: string): ServerEndpoint => ({ protocol: 'imap', host, port: 993, security: 'tls' })

async function check(
  plan: WorldPlan,
  change: (tools: ProbeTools) => ProbeTools = (tools) => tools,
): Promise<CheckResult> {
  world = await createDiscoveryWorld({ limits: { connectMs: 700, alternativesAfterMs: 100 }, ...plan })
  const service = confirmService(endpointAt(IMAP), ADDRESS, {
    origin: 'found',
    pin: null,
    signIn: 'password',
  })
  if (!service.ok) throw new Error(service.error)
  const request = {
    address: ADDRESS,
    services: [service.value],
    credential: { kind: 'password', secret: new Secret(canary.secret) } as const,
    provider: null,
    testMessage: null,
    signal: new AbortController().signal,
  }
  for await (const event of runCheck(request, change(world.tools)))
    if (event.type === 'done') return event.result
  throw new Error('the check did not end')
}

const codeOf = ({ endpoints }: CheckResult) => endpoints[0]?.code

describe('a failure on the way', () => {
  test('behind the page of a hotel is called that, with the page', async () => {
    const result = await check({ silent: [IMAP], endpoints: { 'example.org:80': PORTAL } })
    expect(codeOf(result)).toBe('NET_CAPTIVE')
    expect(result.endpoints[0]?.findings[0]?.facts['portal']).toBe('10.0.0.1')
  })

  test('in a network that lets no mail out while the web is open is called blocked', async () => {
    const result = await check({
      silent: [IMAP],
      endpoints: { [`${IMAP}:80`]: web('HTTP/1.1 404 Not Found\n\n') },
    })
    expect(codeOf(result)).toBe('NET_PORT_BLOCKED')
  })

  test('in a network that lets nothing out at all is called that', async () => {
    const result = await check({ silent: [IMAP, 'example.org', 'status.example.net'] }, (tools) => ({
      ...tools,
      controlHosts: ['status.example.net'],
    }))
    expect(codeOf(result)).toBe('NET_PROXY_NEEDED')
  })

  test('where every name leads to the same place is laid to the name service', async () => {
    const result = await check({ silent: [IMAP] }, (tools) => ({
      ...tools,
      resolver: {
        ...tools.resolver,
        addresses: () => Promise.resolve({ ok: true, value: [{ address: '127.0.0.1', family: 4 }] }),
      },
    }))
    expect(codeOf(result)).toBe('NET_DNS_FALSE')
  })

  test('says nothing of the network where another port works', async () => {
    const result = await check({
      silent: [IMAP],
      endpoints: { [`${IMAP}:143`]: mailServer('imap', 'starttls', tls), 'example.org:80': PORTAL },
    })
    expect(codeOf(result)).toBe('NET_PORT_BLOCKED')
    expect(result.endpoints[0]?.findings[0]?.actions[0].kind).toBe('use-endpoint')
  })
})

describe('what is asked', () => {
  test('goes to hosts of the setup alone, and says nothing but their names', async () => {
    await check({ silent: [IMAP], endpoints: { 'example.org:80': PORTAL } })
    const hosts = new Set((world?.dialled ?? []).map((place) => place.split(':')[0]))
    expect(hosts).toEqual(new Set(['example.org', IMAP]))
    const heard = world?.endpoints['example.org:80']?.received.map(({ text }) => text).join('') ?? ''
    expect(heard).toBe(
      'GET / HTTP/1.1\r\nHost: example.org\r\nUser-Agent: Mailwright\r\nAccept: */*\r\nConnection: close\r\n\r\n',
    )
  })

  test('is not asked by a check that succeeds', async () => {
    const result = await check({ endpoints: { [`${IMAP}:993`]: mailServer('imap', 'tls', tls) } })
    expect(codeOf(result)).toBe('OK')
    expect(world?.dialled).toEqual([`${IMAP}:993`])
    expect(world?.dns.questions.every((question) => question.endsWith(IMAP))).toBe(true)
  })

  test('is asked of few hosts, and of none that is not on the internet', () => {
    const many = Array.from({ length: 9 }, (_, n) => `mail${n}.example.com`)
    expect(controlHosts(ADDRESS, many, ['status.example.net'])).toEqual([
      'status.example.net',
      'example.org',
      'mail0.example.com',
      'mail1.example.com',
      'mail2.example.com',
    ])
    expect(controlHosts('anna@localhost', ['10.0.0.1', 'mailserver', 'localhost', '[::1]'], [])).toEqual([])
  })
})

const ANSWERS: readonly (readonly [string, string, WebAnswer | null])[] = [
  [
    'with the day',
    'HTTP/1.1 200 OK\nDate: Fri, 20 Nov 2026 10:00:00 GMT\n\nhello',
    said({ date: '2026-11-20T10:00:00.000Z' }),
  ],
  ['with a day that is none', 'HTTP/1.1 200 OK\nDate: yesterday\n\n', said({})],
  [
    'redirecting to another host',
    'HTTP/1.0 307 x\nLocation: https://Portal.Example:8443/a?b\n\n',
    said({ status: 307, redirectHost: 'portal.example' }),
  ],
  ['redirecting within itself', 'HTTP/1.1 302 x\nLocation: /login\n\n', said({ status: 302 })],
  [
    'redirecting to an address with a user name in it',
    'HTTP/1.1 302 x\nLocation: http://bank.example@evil.example/\n\n',
    said({ status: 302 }),
  ],
  ['redirecting to a script', 'HTTP/1.1 302 x\nLocation: javascript:alert(1)\n\n', said({ status: 302 })],
  [
    'that it requires a sign-in to the network',
    'HTTP/1.1 511 Network Authentication Required\n\n',
    said({ status: 511 }),
  ],
  ['as a mail server', '220 mail.example.org ESMTP\n', null],
  ['without end', `HTTP/1.1 200 OK\n${'X: y\n'.repeat(4_000)}`, null],
  ['with nothing', '', null],
]

describe('what a web server answers', () => {
  test.each(ANSWERS)('%s', async (_, text, expected) => {
    world = await createDiscoveryWorld({ endpoints: { 'example.org:80': web(text) } })
    const seen = await observeNetwork(['example.org'], world.tools, new AbortController().signal)
    expect(seen.controls[0]).toMatchObject({ lookUp: 'found', answered: true, web: expected })
  })

  test('never delays the user, and its connection is closed', async () => {
    const silence: Script = (conversation) => conversation.silence()
    world = await createDiscoveryWorld({ endpoints: { 'example.org:80': silence } })
    const seen = await observeNetwork(['example.org'], world.tools, new AbortController().signal)
    expect(seen.controls[0]).toMatchObject({ answered: true, web: null })
    await expect.poll(() => world?.endpoints['example.org:80']?.openConnections).toBe(0)
  })

  test('is over in time where the system goes on looking a name up for ever', async () => {
    world = await createDiscoveryWorld({})
    const tools = {
      ...world.tools,
      resolver: { ...world.tools.resolver, addresses: () => new Promise<never>(() => {}) },
    }
    const seen = await observeNetwork(['example.org'], tools, new AbortController().signal)
    expect(seen).toMatchObject({ strayAddresses: [], controls: [{ lookUp: 'failed', answered: false }] })
  })

  test('is not waited for once the user has stopped', async () => {
    const silence: Script = (conversation) => conversation.silence()
    world = await createDiscoveryWorld({ endpoints: { 'example.org:80': silence } })
    const stop = new AbortController()
    const looking = observeNetwork(['example.org'], world.tools, stop.signal)
    stop.abort()
    expect((await looking).controls[0]?.web).toBeNull()
  })
})

function said(change: Partial<WebAnswer>): WebAnswer {
  return { status: 200, redirectHost: null, date: null, ...change }
}
