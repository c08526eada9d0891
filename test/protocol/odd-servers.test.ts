import { describe, expect, test } from 'vitest'
import { tcpDialer } from '#engine/net/dial.ts'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { mailServer } from '../support/behaviour.ts'
import { goodTls, HOST, serverTls } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'
import { everyName, resolverWith } from '../support/resolvers.ts'
import { ODD_SERVERS } from './odd-servers.ts'

describe.each(ODD_SERVERS)('an honest server that $name', ({ protocols, security = 'tls', behaviour }) => {
  test.concurrent.each(protocols)('works over %s', async (protocol) => {
    const script = mailServer(protocol, security, goodTls, behaviour(protocol))
    const { result } = await tryOut(script, { protocol, security })
    expect(result).toMatchObject({ code: 'OK', verdict: 'ok', passwordSent: 'yes' })
  })
})

test('a server that is only there over IPv6 works', async () => {
  const server = await startScriptedServer(mailServer('imap', 'tls', goodTls), { host: '::1' })
  const { result } = await tryOut(mailServer('imap', 'tls', goodTls), {
    protocol: 'imap',
    tools: () => ({
      resolver: resolverWith({ addresses: everyName([{ address: '::1', family: 6 }]) }),
      dialer: {
        connect: (target, signal) => tcpDialer.connect({ ...target, port: server.port }, signal),
      },
    }),
  })
  await server.stop()
  expect(result).toMatchObject({ code: 'OK' })
})

test.each([
  ['a wildcard certificate', { dnsNames: ['*.example.test'] }],
  [
    'a certificate with a hundred names',
    { dnsNames: [...Array.from({ length: 99 }, (_, n) => `n${n}.test`), HOST] },
  ],
  [
    'a certificate that begins and ends today',
    {
      notBefore: new Date(Date.now() - 60_000),
      notAfter: new Date(Date.now() + 60_000),
    },
  ],
  ['an RSA key', { key: 'rsa-2048' }],
] as const)('a server with %s works', async (_, order) => {
  const tls = await serverTls(order)
  const { result } = await tryOut(mailServer('smtp', 'tls', tls), { protocol: 'smtp' })
  expect(result).toMatchObject({ code: 'OK' })
})
