import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { startScriptedServer, type ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { mailServer } from '../support/behaviour.ts'
import { goodTls, HOST } from '../support/certificates.ts'
import { ANNA } from '../support/real/mail-pair.ts'
import { freePorts } from '../support/real/free-ports.ts'
import {
  hasProxies,
  PROXY_USER,
  REAL_PROXIES,
  startRealProxy,
  type RealProxy,
} from '../support/real/proxies.ts'
import { checkServers } from './check-servers.ts'

const MAKES = Object.keys(REAL_PROXIES) as readonly (keyof typeof REAL_PROXIES)[]

describe.skipIf(!hasProxies).each(MAKES)('through a real %s', (make) => {
  let proxy: RealProxy
  let server: ScriptedServer
  let forbidden: number
  beforeAll(async () => {
    server = await startScriptedServer(mailServer('imap', 'tls', goodTls))
    proxy = await startRealProxy(make, server.port)
    ;[forbidden = 0] = await freePorts(1)
  })
  afterAll(async () => {
    await proxy.stop()
    await server.stop()
  })

  async function checkThrough(password: string | null, port: number) {
    const endpoint: ServerEndpoint = { protocol: 'imap', host: HOST, port, security: 'tls' }
    const tools = { proxy: proxy.server(password) }
    const { endpoints } = await checkServers([endpoint], ANNA.password, 'password', tools)
    return endpoints[0]
  }

  test('a mailbox is checked', async () => {
    const result = await checkThrough(PROXY_USER.password, server.port)
    expect(result).toMatchObject({ code: 'OK', passwordSent: 'yes' })
  })

  test.each([
    ['a wrong password', 'not it'],
    ['none', null],
  ])('%s for the proxy is named, and no password goes to the mail server', async (_, password) => {
    const result = await checkThrough(password, server.port)
    expect(result).toMatchObject({ code: 'PROXY_AUTH', passwordSent: 'no' })
  })

  // Tinyproxy and Dante forbid the port; microsocks, which has no such rule, says that nothing listens there.
  const code = make === 'microsocks' ? 'NET_REFUSED' : 'PROXY_REFUSED'
  test(`a port that it does not lead to is ${code}`, async () => {
    const result = await checkThrough(PROXY_USER.password, forbidden)
    expect(result).toMatchObject({ code, passwordSent: 'no' })
  })
})
