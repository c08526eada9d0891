import { expect, test } from 'vitest'
import { readMessageFacts } from '#shared/arrival/message-headers.ts'
import { queryArrival } from '#engine/arrival/query-arrival.ts'
import { HEALTHY, askArrival, findingOn } from '../support/arrival/ask.ts'
import { recordsOf } from '../support/arrival/zone.ts'
import { createDiscoveryWorld } from '../support/discovery/discovery-world.ts'

const REQUEST = { domain: 'example.org', smtpHost: 'smtp.fastmail.com', provider: null, message: null }

test('exactly these names are asked about, each once, and no request tells who asks', async () => {
  const world = await createDiscoveryWorld({ records: recordsOf(HEALTHY) })
  await queryArrival(REQUEST, world.tools, new AbortController().signal)
  expect(world.dns.questions.toSorted()).toEqual(
    [
      ...['1', '2', '3'].map((number) => `TXT fm${number}._domainkey.example.org`),
      ...['2', '3'].map((number) => `CNAME fm${number}._domainkey.example.org`),
      'TXT example.org',
      'TXT spf.messagingengine.com',
      'TXT _dmarc.example.org',
      'TXT _mta-sts.example.org',
      'MX example.org',
      'CNAME in1.example.net',
      'TLSA _25._tcp.in1.example.net',
      ...['in1.example.net', 'smtp.fastmail.com'].flatMap((host) => [`A ${host}`, `AAAA ${host}`]),
    ].toSorted(),
  )
  expect(world.dialled).toEqual([])
  await world.stop()
})

test('a macro carries neither the name before the @ nor that of this computer', async () => {
  const record = 'v=spf1 exists:%{l}.%{h}.macro.test -all'
  const world = await createDiscoveryWorld({ records: recordsOf({ 'TXT example.org': [record] }) })
  await queryArrival(REQUEST, world.tools, new AbortController().signal)
  expect(world.dns.questions.filter((question) => question.includes('macro.test'))).toContain(
    'A postmaster.smtp.fastmail.com.macro.test',
  )
  await world.stop()
})

test('a name server that never answers is waited for as long as agreed, and nothing is called missing', async () => {
  const zone = Object.fromEntries(Object.keys(HEALTHY).map((key) => [key, 'silence' as const]))
  const world = await createDiscoveryWorld({ records: recordsOf(zone), limits: { arrivalMs: 300 } })
  const report = await queryArrival(REQUEST, world.tools, new AbortController().signal)
  expect(report.verdict).toBe('open')
  expect(report.findings.flatMap(({ records }) => records)).toEqual([])
  await world.stop()
})

test('a user who stops gets an end at once', async () => {
  const report = await askArrival({ signal: AbortSignal.abort() })
  expect(findingOn(report, 'spf').code).toBe('ARRIVE_DNS_FAIL')
})

test('with everything in order and a message that proves it, the verdict is good', async () => {
  const message = [
    'Authentication-Results: mx.test; spf=pass smtp.mailfrom=example.org; dkim=pass header.d=example.org; dmarc=pass',
    'DKIM-Signature: v=1; d=example.org; s=fm1; b=x',
    'From: anna@example.org',
    '',
  ].join('\r\n')
  expect(readMessageFacts(message).signatures).toHaveLength(1)
  expect((await askArrival({ message })).verdict).toBe('ok')
})
