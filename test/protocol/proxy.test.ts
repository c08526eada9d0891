import { describe, expect, test } from 'vitest'
import type { Code } from '#shared/finding/codes.ts'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import { fail } from '#shared/outcome.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import { tcpDialer } from '#engine/net/dial.ts'
import type { ProxyKind, ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import type { Dialer } from '#engine/environment.ts'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { mailServer } from '../support/behaviour.ts'
import { createCanary } from '../support/canary.ts'
import { goodTls, HOST, serverTls, stranger } from '../support/certificates.ts'
import { toolsFor, tryOut } from '../support/probe-bench.ts'
import { TEST_LIMITS } from '../support/test-limits.ts'
import { PROXY_KINDS, tryThrough, type ProxyTrial } from '../support/proxy-bench.ts'
import { startProxy, type ProxyAct, type ProxyOptions } from '../support/proxy-server.ts'
import { resolverWith } from '../support/resolvers.ts'
import { HTTP_CASES, SOCKS_CASES } from './proxy-cases.ts'

const honest = mailServer('imap', 'tls', goodTls)
const strangersTls = await serverTls({ ipAddresses: ['127.0.0.1'] }, stranger)
const SECURITIES = ['tls', 'starttls'] as const
const WAYS = PROXY_KINDS.flatMap((proxy) =>
  PROTOCOLS.flatMap((protocol) => SECURITIES.map((security) => ({ proxy, protocol, security }))),
)

function stagesOf({ result }: ProxyTrial) {
  return result.evidence.stages.map(({ stage, status, facts }) => ({ stage, status, facts }))
}

describe('the way to the mailbox', () => {
  test.concurrent.each(WAYS)(
    'leads through a proxy: $proxy.kind, $protocol, $security',
    async ({ proxy: does, protocol, security }) => {
      const trial = await tryThrough(does, mailServer(protocol, security, goodTls), { protocol, security })
      const { proxy, result, endpoint } = trial
      const name = `127.0.0.1:${proxy.server().port}`
      expect({ code: result.code, passwordSent: result.passwordSent }).toEqual({
        code: 'OK',
        passwordSent: 'yes',
      })
      expect(stagesOf(trial).slice(0, 3)).toMatchObject([
        { stage: 'dns', status: 'skipped', facts: { why: 'proxy' } },
        { stage: 'connect', status: 'ok', facts: { proxy: name, address: '127.0.0.1' } },
        { stage: 'proxy', status: 'ok', facts: { proxy: name } },
      ])
      expect(proxy.requests).toEqual([`${HOST}:${endpoint.port}`])
    },
  )

  test.concurrent.each(PROXY_KINDS)('$kind: only the name of the proxy is looked up here', async (does) => {
    const { result, lookedUp, proxy } = await tryThrough(does, honest, {
      protocol: 'imap',
      proxyHost: 'proxy.example.test',
    })
    expect(result.code).toBe('OK')
    expect(lookedUp).toEqual(['proxy.example.test'])
    expect(proxy.requests).toEqual([`${HOST}:993`])
  })
})

describe('the proxy', () => {
  test.concurrent.each(PROXY_KINDS)('$kind: is given an address as one', async (does) => {
    const tls = await serverTls({ dnsNames: [], ipAddresses: ['192.0.2.7'] })
    const { result, proxy } = await tryThrough(does, mailServer('imap', 'tls', tls), {
      protocol: 'imap',
      host: '192.0.2.7',
    })
    expect(result.code).toBe('OK')
    expect(proxy.requests).toEqual(['192.0.2.7:993'])
  })

  test.concurrent.each([
    ['http', '[2001:db8::25]:993'],
    ['socks5', '[20010db8000000000000000000000025]:993'],
  ] as const)('%s: is given an IPv6 address too', async (kind, request) => {
    const tls = await serverTls({ dnsNames: [], ipAddresses: ['2001:db8::25'] })
    const trial = await tryThrough({ kind }, mailServer('imap', 'tls', tls), {
      protocol: 'imap',
      host: '2001:db8::25',
    })
    expect(trial.result.code).toBe('OK')
    expect(trial.proxy.requests).toEqual([request])
  })

  test.concurrent.each(PROXY_KINDS)(
    '$kind: may say the first words of the server with its own',
    async (does) => {
      const { result } = await tryThrough(
        { ...does, glues: 'yes' },
        mailServer('smtp', 'starttls', goodTls),
        {
          protocol: 'smtp',
          security: 'starttls',
        },
      )
      expect(result.code).toBe('OK')
    },
  )

  test.concurrent.each(PROXY_KINDS)('$kind: may take its time', async (does) => {
    const { result } = await tryThrough({ ...does, hesitatesMs: 700 }, honest, { protocol: 'imap' })
    expect(result.code).toBe('OK')
  })

  test.concurrent('is not on the way to this computer itself', async () => {
    const tls = await serverTls({ dnsNames: ['localhost'] })
    const proxy: ProxyServer = { kind: 'http', host: '192.0.2.1', port: 1, credentials: null }
    const { result } = await tryOut(mailServer('imap', 'tls', tls), {
      protocol: 'imap',
      host: 'localhost',
      tools: () => ({ proxy }),
    })
    expect(result.code).toBe('OK')
  })
})

const FAILURES = [
  ...HTTP_CASES.map((one) => ({ kind: 'http' as const, ...one })),
  ...SOCKS_CASES.map((one) => ({ kind: 'socks5' as const, ...one })),
]

describe('a proxy that does not help', () => {
  test.concurrent.each(FAILURES)('$kind: $name: $code', async ({ kind, does, code }) => {
    const trial = await tryThrough({ kind, ...does }, honest, { protocol: 'imap' })
    const { result, tookMs } = trial
    expect({ code: result.code, passwordSent: result.passwordSent }).toEqual({ code, passwordSent: 'no' })
    expect(stagesOf(trial).at(-1)).toMatchObject({ stage: 'proxy', status: 'failed' })
    expect(tookMs).toBeLessThan(2 * TEST_LIMITS.connectMs + 500)
  })
})

const dials = (connect: Dialer['connect']): Partial<ProbeTools> => ({ dialer: { connect } })

describe('a proxy that cannot be reached', () => {
  test.concurrent.each<readonly [string, Partial<ProbeTools>]>([
    ['it refuses', dials(() => Promise.resolve(fail({ kind: 'refused' })))],
    ['it is out of reach', dials(() => Promise.resolve(fail({ kind: 'unreachable' })))],
    ['it is silent', dials(() => new Promise(() => {}))],
    ['its name does not exist', { resolver: resolverWith({}) }],
  ])('because %s: PROXY_UNREACHABLE', async (_, does) => {
    const proxy = { kind: 'http', host: 'proxy.example.test', port: 3128, credentials: null } as const
    const { result } = await tryOut(honest, { protocol: 'imap', tools: () => ({ proxy, ...does }) })
    expect(result).toMatchObject({ code: 'PROXY_UNREACHABLE', passwordSent: 'no', alternatives: [] })
    expect(result.findings[0]?.facts).toMatchObject({ proxy: 'proxy.example.test:3128' })
  })
})

describe('a proxy', () => {
  test.concurrent.each([
    ['names another host', goodTls],
    ['comes from an unknown authority', strangersTls],
  ])('whose certificate %s hears no request: PROXY_UNUSABLE', async (_, tls) => {
    const wants = { userName: 'anna', password: 'proxy secret' }
    const { result, proxy } = await tryThrough({ kind: 'https', tls, wants }, honest, { protocol: 'imap' })
    expect(result.code).toBe('PROXY_UNUSABLE')
    expect(proxy.seen()).toBe('')
  })

  test.concurrent.each<readonly [string, ProxyOptions, ProxyKind, Code]>([
    ['one with TLS is asked without', PROXY_KINDS[1], 'http', 'PROXY_UNUSABLE'],
    ['one without TLS is asked with it', PROXY_KINDS[0], 'https', 'PROXY_UNUSABLE'],
    ['SOCKS is spoken to in HTTP', PROXY_KINDS[2], 'http', 'PROXY_UNUSABLE'],
    ['HTTP is spoken to in SOCKS, which it takes for half a line', PROXY_KINDS[0], 'socks5', 'NET_TIMEOUT'],
  ])('of another kind: %s', async (_, does, spokenTo, code) => {
    const { result } = await tryThrough(does, honest, { protocol: 'imap', spokenTo })
    expect(result.code).toBe(code)
  })

  test.concurrent.each<readonly [string, ProxyAct, Code]>([
    ['forbids', (wire) => wire.endWith('HTTP/1.1 403 Forbidden\r\n\r\n'), 'PROXY_REFUSED'],
    ['swallows', (wire) => wire.silence(), 'NET_PORT_BLOCKED'],
  ])('that %s one port of a server: another one that works is offered', async (_, onRequest, code) => {
    const does = { kind: 'http', onRequest, atPort: 587 } as const
    const { result } = await tryThrough(does, mailServer('smtp', 'starttls', goodTls), {
      protocol: 'smtp',
      security: 'starttls',
      otherEndpoints: { 465: mailServer('smtp', 'tls', goodTls) },
    })
    expect(result.code).toBe(code)
    expect(result.findings[0]?.actions[0]).toMatchObject({ kind: 'use-endpoint', endpoint: { port: 465 } })
  })
})

describe.each(PROXY_KINDS)('the password of the proxy: $kind', (does) => {
  const proxySecret = createCanary()
  const wants = { userName: 'anna', password: proxySecret.secret }

  test.concurrent.each([
    ['it requires is accepted', undefined, 'OK'],
    ['that is wrong is refused', `${proxySecret.secret}!`, 'PROXY_AUTH'],
    ['it did not get is required', null, 'PROXY_AUTH'],
  ] as const)('%s, and is in no event', async (_, proxyPassword, code) => {
    const trial = await tryThrough({ ...does, wants }, honest, {
      protocol: 'imap',
      ...(proxyPassword === undefined ? {} : { proxyPassword }),
    })
    expect(trial.result.code).toBe(code)
    expect(proxySecret.formsIn(JSON.stringify(trial.events))).toEqual([])
    expect(trial.proxy.requests).toEqual(code === 'OK' ? [`${HOST}:993`] : [])
  })
})

describe('stopping', () => {
  const mute: ProxyAct = (wire) => wire.silence()

  test.each([
    ['while the proxy is silent', { kind: 'http', onRequest: mute }],
    ['while the proxy does not greet', { kind: 'socks5', onGreeting: mute }],
    ['while the server behind it is silent', { kind: 'socks5' }],
    ['while the server behind an encrypted one is silent', PROXY_KINDS[1]],
  ] as const)('%s closes every socket within half a second', async (_, does) => {
    const server = await startScriptedServer((conversation) => conversation.silence())
    const proxy = await startProxy(does)
    const own = toolsFor({ 993: server })
    proxy.leadTo(own.dialer)
    const tools = { ...own, dialer: tcpDialer, proxy: proxy.server() }
    const stop = new AbortController()
    const codes = Array.from({ length: MANY }, () => codeOf(tools, stop.signal))
    const waiting = 'onRequest' in does || 'onGreeting' in does ? proxy : server
    await expect.poll(() => waiting.openConnections).toBe(MANY)
    stop.abort()
    const cancelledAt = performance.now()
    expect(await Promise.all(codes)).toEqual(Array.from({ length: MANY }, () => 'CANCELLED'))
    await expect.poll(() => proxy.openConnections + server.openConnections, { interval: 5 }).toBe(0)
    expect(performance.now() - cancelledAt).toBeLessThan(500)
    await proxy.stop()
    await server.stop()
  })
})

const MANY = 10

async function codeOf(tools: ProbeTools, signal: AbortSignal): Promise<string | null> {
  const service = confirmService(
    { protocol: 'imap', host: HOST, port: 993, security: 'tls' },
    'anna@example.test',
  )
  if (!service.ok) throw new Error(service.error)
  const request = {
    address: 'anna@example.test',
    services: [service.value],
    credential: null,
    provider: null,
    testMessage: null,
    signal,
  }
  for await (const event of runCheck(request, tools)) if (event.type === 'result') return event.result.code
  return null
}
