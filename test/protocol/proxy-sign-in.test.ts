import { describe, expect, test } from 'vitest'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { tcpDialer } from '#engine/net/dial.ts'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { accountRequest } from '../support/account-request.ts'
import { mailServer } from '../support/behaviour.ts'
import { goodTls, HOST } from '../support/certificates.ts'
import { toolsFor } from '../support/probe-bench.ts'
import { PROXY_KINDS } from '../support/proxy-bench.ts'
import { startProxy, type ProxyOptions } from '../support/proxy-server.ts'

const WANTS = { userName: 'anna', password: 'tulips-and-roses' }
const WRONG = 'tulips-and-noses'

const ENDPOINTS: readonly ServerEndpoint[] = [
  { protocol: 'smtp', host: HOST, port: 465, security: 'tls' },
  { protocol: 'imap', host: HOST, port: 993, security: 'tls' },
  { protocol: 'pop3', host: HOST, port: 995, security: 'tls' },
]

/** How often a proxy was shown a password, in either protocol. */
function timesShown(password: string, seen: string): number {
  const basic = Buffer.from(`${WANTS.userName}:${password}`).toString('base64')
  return seen.split(password).length + seen.split(basic).length - 2
}

/** An account with three services behind one proxy. */
async function checkThrough(does: ProxyOptions, password: string) {
  const servers = await Promise.all(
    ENDPOINTS.map(({ protocol }) => startScriptedServer(mailServer(protocol, 'tls', goodTls))),
  )
  const endpoints = Object.fromEntries(servers.map((server, index) => [ENDPOINTS[index]?.port ?? 0, server]))
  const proxy = await startProxy({ ...does, wants: WANTS })
  const own = toolsFor(endpoints)
  proxy.leadTo(own.dialer)
  const request = accountRequest(ENDPOINTS)
  const codes: string[] = []
  for await (const event of runCheck(request, { ...own, dialer: tcpDialer, proxy: proxy.server(password) }))
    if (event.type === 'result') codes.push(event.result.code)
  await Promise.all([proxy.stop(), ...servers.map((server) => server.stop())])
  return { codes, shown: timesShown(password, proxy.seen()) }
}

describe.each(PROXY_KINDS)('three services and one proxy: $kind', (does) => {
  test('a mistyped password of the proxy is shown to it once, and all three say why they stop', async () => {
    const { codes, shown } = await checkThrough(does, WRONG)
    expect(codes).toEqual(['PROXY_AUTH', 'PROXY_AUTH', 'PROXY_AUTH'])
    expect(shown).toBe(1)
  })

  test('the right password opens the way for all three', async () => {
    const { codes } = await checkThrough(does, WANTS.password)
    expect(codes).toEqual(['OK', 'OK', 'OK'])
  })
})

test('a proxy that is slow to lead to one server does not keep the others waiting for long', async () => {
  const does: ProxyOptions = { kind: 'http', atPort: 993, onRequest: (wire) => wire.silence() }
  const { codes } = await checkThrough(does, WANTS.password)
  expect(codes).toEqual(['OK', 'OK', 'NET_PORT_BLOCKED'])
})
