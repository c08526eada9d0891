import { expect, test } from 'vitest'
import type { TestEvent } from '#shared/contract/test-event.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import { Secret } from '#engine/secret.ts'
import { mailServer } from '../support/behaviour.ts'
import { goodTls } from '../support/certificates.ts'
import { createDiscoveryWorld } from '../support/discovery/discovery-world.ts'
import { harmInOutputs } from '../support/every-output.ts'
import { FILLINGS } from '../support/hostile-fillings.ts'
import { tryThrough } from '../support/proxy-bench.ts'

const octets = (...parts: readonly (string | Buffer)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))

test.concurrent.each(FILLINGS)('%s from a proxy is inert in every output', async (_, filling) => {
  const refusal = octets(
    'HTTP/1.1 403 ',
    filling,
    '\r\nProxy-Status: ',
    filling,
    '\r\nX-Squid-Error: ',
    filling,
    '\r\n\r\n',
  )
  const trial = await tryThrough(
    { kind: 'http', onRequest: (wire) => wire.send(refusal) },
    mailServer('imap', 'tls', goodTls),
    { protocol: 'imap' },
  )
  expect(trial.result.code).not.toBe('OK')
  expect(harmInOutputs(trial)).toEqual([])
})

test.concurrent.each(FILLINGS)('%s from the page of a hotel is inert in every output', async (_, filling) => {
  const world = await createDiscoveryWorld({
    limits: { connectMs: 400, alternativesAfterMs: 100 },
    silent: ['imap.example.org'],
    endpoints: {
      'example.org:80': async (conversation) => {
        while (((await conversation.readLine()) ?? '') !== '');
        await conversation.sendRaw(
          octets(
            'HTTP/1.1 302 ',
            filling,
            '\r\nDate: ',
            filling,
            '\r\nLocation: http://',
            filling,
            '.test/\r\n\r\n',
          ),
        )
      },
    },
  })
  const endpoint = { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' } as const
  const service = confirmService(endpoint, 'anna', { origin: 'found', pin: null, signIn: 'password' })
  if (!service.ok) throw new Error(service.error)
  const events: TestEvent[] = []
  const request = {
    address: 'anna@example.org',
    services: [service.value],
    credential: { kind: 'password', secret: new Secret('never-sent-anywhere') } as const,
    provider: null,
    testMessage: null,
    signal: new AbortController().signal,
  }
  for await (const event of runCheck(request, world.tools)) events.push(event)
  await world.stop()
  const last = events.at(-1)
  if (last?.type !== 'done') throw new Error('the check did not end')
  expect(harmInOutputs({ check: last.result, events })).toEqual([])
})
