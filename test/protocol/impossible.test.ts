import { expect, test } from 'vitest'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { probe } from '#engine/probe/probe.ts'
import { mailServer } from '../support/behaviour.ts'
import { goodTls, HOST } from '../support/certificates.ts'
import { toolsFor } from '../support/probe-bench.ts'

test.each([
  ['imap', 993],
  ['pop3', 995],
] as const)('a relay that speaks %s is a bug and never a success', async (protocol, port) => {
  const server = await startScriptedServer(mailServer(protocol, 'tls', goodTls))
  const asked = probe(
    {
      endpoint: { protocol, host: HOST, port, security: 'tls' },
      entry: { kind: 'relay', address: 'anna@example.test', delivery: null },
      pin: null,
      signal: new AbortController().signal,
      now: () => 0,
      redact: (text) => text,
      onEvent: () => {},
      onWaiting: () => {},
    },
    toolsFor({ [port]: server }),
  )
  await expect(asked).rejects.toThrow('relay')
  await expect.poll(() => server.openConnections).toBe(0)
  await server.stop()
})
