import { expect, test } from 'vitest'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { Secret } from '#engine/secret.ts'
import { HOST } from '../support/certificates.ts'
import { toolsFor } from '../support/probe-bench.ts'

const MANY = 40

async function codesOf(endpoint: ServerEndpoint, tools: ReturnType<typeof toolsFor>, signal: AbortSignal) {
  const service = confirmService(endpoint, 'anna@example.test')
  if (!service.ok) throw new Error(service.error)
  const codes: string[] = []
  const request = {
    address: 'anna@example.test',
    services: [service.value],
    credential: { kind: 'password', secret: new Secret('sunflower') } as const,
    provider: null,
    testMessage: null,
    signal,
  }
  for await (const event of runCheck(request, tools)) {
    if (event.type === 'result') codes.push(event.result.code)
  }
  return codes
}

test('forty tests at once, cancelled, have closed every socket within half a second (47)', async () => {
  const mute = await startScriptedServer((conversation) => conversation.silence())
  const tools = toolsFor({ 993: mute, 587: mute })
  const stop = new AbortController()
  const endpoints = Array.from({ length: MANY }, (_, index): ServerEndpoint =>
    index % 2 === 0
      ? { protocol: 'imap', host: HOST, port: 993, security: 'tls' }
      : { protocol: 'smtp', host: HOST, port: 587, security: 'starttls' },
  )
  const checks = endpoints.map((endpoint) => codesOf(endpoint, tools, stop.signal))
  await expect.poll(() => mute.openConnections).toBe(MANY)
  stop.abort()
  const cancelledAt = performance.now()
  expect(await Promise.all(checks)).toEqual(Array.from({ length: MANY }, () => ['CANCELLED']))
  await expect.poll(() => mute.openConnections, { interval: 5 }).toBe(0)
  expect(performance.now() - cancelledAt).toBeLessThan(500)
  await mute.stop()
})
