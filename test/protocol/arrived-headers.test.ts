import { expect, test } from 'vitest'
import type { MessageFacts } from '#shared/domain/message-facts.ts'
import type { CheckResult } from '#shared/finding/check-result.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { Secret } from '#engine/secret.ts'
import { mailServer, type Act, type Behaviour } from '../support/behaviour.ts'
import { goodTls, HOST } from '../support/certificates.ts'
import { toolsFor } from '../support/probe-bench.ts'
import { TEST_LIMITS } from '../support/test-limits.ts'

const ANNA = 'anna@example.test'
const LIMITS = { ...TEST_LIMITS, arriveMs: 1_000, arrivePollMs: 50 }
const HEADERS = [
  'Received: from localhost (localhost [127.0.0.1]) by mx.example.test with ESMTP id x',
  'Authentication-Results: mx.example.test; spf=pass smtp.mailfrom=example.test',
  'DKIM-Signature: v=1; d=example.test; s=one; b=x',
  'Subject: test c0ffee',
  'From: anna@example.test',
  '',
  '',
].join('\r\n')

const taking: Act = async ({ conversation, line }) => {
  const isData = line.startsWith('DATA')
  conversation.send(isData ? '354 go on' : '250 2.1.0 ok')
  if (!isData) return
  while ((await conversation.readLine()) !== '.');
  conversation.send('250 2.0.0 taken')
}

const imap = (fetched: (tag: string) => string): Behaviour => ({
  unknown: ({ conversation, line, tag }) => {
    const [, verb = ''] = line.split(' ')
    conversation.send(
      verb === 'SEARCH' ? `* SEARCH 2 3\r\n${tag} OK` : verb === 'FETCH' ? fetched(tag) : `${tag} OK`,
    )
    return Promise.resolve()
  },
})

async function arrived(protocol: Extract<Protocol, 'imap'>, behaviour: Behaviour) {
  const smtp = await startScriptedServer(mailServer('smtp', 'tls', goodTls, { unknown: taking }))
  const receiving = await startScriptedServer(mailServer(protocol, 'tls', goodTls, behaviour))
  const services = [
    confirmService({ protocol: 'smtp', host: HOST, port: 465, security: 'tls' }, ANNA),
    confirmService({ protocol, host: HOST, port: 993, security: 'tls' }, ANNA),
  ].flatMap((service) => (service.ok ? [service.value] : []))
  const request = {
    address: ANNA,
    services,
    credential: { kind: 'password', secret: new Secret('sunflower') } as const,
    provider: null,
    testMessage: { from: ANNA, to: ANNA, token: 'c0ffee', source: 'Subject: test c0ffee\r\n\r\nx' },
    signal: new AbortController().signal,
  }
  let result: CheckResult | null = null
  for await (const event of runCheck(request, toolsFor({ 465: smtp, 993: receiving }, LIMITS)))
    if (event.type === 'done') result = event.result
  const asked = receiving.received.map(({ text }) => text).join('')
  await Promise.all([smtp.stop(), receiving.stop()])
  return { message: messageIn(result), verdict: result?.verdict, asked }
}

function messageIn(result: CheckResult | null): MessageFacts | null {
  const stages = result?.endpoints.flatMap(({ evidence }) => evidence.stages) ?? []
  for (const record of stages) if (record.stage === 'arrive') return record.facts.message ?? null
  return null
}

test('the headers of the newest message that fits are read, without marking it, and kept as facts alone', async () => {
  const { message, asked } = await arrived(
    'imap',
    imap((tag) => `* 3 FETCH (BODY[HEADER]<0> {${HEADERS.length}}\r\n${HEADERS})\r\n${tag} OK`),
  )
  expect(message).toEqual({
    fromDomain: 'example.test',
    receiver: 'mx.example.test',
    verdicts: [{ method: 'spf', result: 'pass', domain: 'example.test', proof: 'message' }],
    setAside: [],
    signatures: [{ domain: 'example.test', selector: 'one' }],
    clientAddress: null,
  })
  expect(asked).toContain('FETCH 3 (BODY.PEEK[HEADER]<0.')
})

test.each<readonly [string, (tag: string) => string]>([
  ['refuses', (tag) => `${tag} NO not now`],
  ['knows no such command', (tag) => `${tag} BAD what`],
  ['gives nothing', (tag) => `${tag} OK done`],
  ['announces more than was asked for', (tag) => `* 3 FETCH (BODY[HEADER] {99999999}\r\n${tag} OK`],
  ['answers something else', (tag) => `* 3 FETCH (FLAGS ())\r\n${tag} OK`],
])('a server that %s does not turn an arrival into a failure', async (_, fetched) => {
  const { message, verdict } = await arrived('imap', imap(fetched))
  expect([message, verdict]).toEqual([null, 'ok'])
})
