import type { Answer } from 'dns-packet'
import { describe, expect, test } from 'vitest'
import type { Code } from '#shared/finding/codes.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import { fail } from '#shared/outcome.ts'
import { createResolver } from '#engine/net/resolver.ts'
import type { Dialer, DialFault, Resolver } from '#engine/environment.ts'
import type { Script } from '#engine/practice/kit/scripted-server.ts'
import { mailServer } from '../support/behaviour.ts'
import { goodTls, HOST } from '../support/certificates.ts'
import { startDnsServer, type DnsAnswer } from '../support/dns-server.ts'
import { tryOut, type Trial } from '../support/probe-bench.ts'
import { TEST_LIMITS } from '../support/test-limits.ts'
import { everyName, resolverWith } from '../support/resolvers.ts'

const honest: Script = mailServer('imap', 'tls', goodTls)
const A: Answer = { type: 'A', name: HOST, data: '127.0.0.1' }

function factsOf<S extends StageRecord['stage']>({ result }: Trial, stage: S) {
  return result.evidence.stages.find((one) => one.stage === stage)?.facts as
    | Extract<StageRecord, { stage: S }>['facts']
    | undefined
}

async function withDns(answer: (type: string) => DnsAnswer) {
  const dns = await startDnsServer(({ type }) => answer(type))
  const resolver = createResolver({ server: dns.address, timeoutMs: 1_200 })
  const trial = await tryOut(honest, { protocol: 'imap', tools: () => ({ resolver }) })
  await dns.stop()
  return { trial, questions: dns.questions }
}

describe('the name', () => {
  test.concurrent.each<readonly [string, DnsAnswer, Code]>([
    ['that does not exist (41)', 'NXDOMAIN', 'NET_DNS_NONE'],
    ['that has no address (41)', [], 'NET_DNS_NONE'],
    ['that the name server fails on (42)', 'SERVFAIL', 'NET_DNS_FAIL'],
    ['that the name server refuses to look up (42)', 'REFUSED', 'NET_DNS_FAIL'],
    ['that is answered by silence (42)', 'silence', 'NET_DNS_FAIL'],
    ['that is answered by noise (42)', 'garbage', 'NET_DNS_FAIL'],
  ])('%s: %s gives %s', async (_, answer, code) => {
    const { trial } = await withDns(() => answer)
    expect(trial.result).toMatchObject({ code, passwordSent: 'no' })
  })

  test.concurrent('is asked for once in each family, and nothing else is', async () => {
    const { trial, questions } = await withDns((type) => (type === 'A' ? [A] : []))
    expect(trial.result.code).toBe('OK')
    expect(questions.toSorted()).toEqual([`A ${HOST}`, `AAAA ${HOST}`])
  })

  test.concurrent('needs only one family to be answered', async () => {
    const { trial } = await withDns((type) => (type === 'A' ? [A] : 'SERVFAIL'))
    expect(trial.result.code).toBe('OK')
  })
})

/** Every packet is swallowed on the way. */
function untilAborted(signal: AbortSignal): ReturnType<Dialer['connect']> {
  return new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve(fail({ kind: 'cancelled' })), { once: true }),
  )
}

const silent: Dialer = { connect: (_, signal) => untilAborted(signal) }
const failing = (fault: DialFault): Dialer => ({ connect: () => Promise.resolve(fail(fault)) })
const bothFamilies: Resolver = resolverWith({
  addresses: everyName([
    { address: '2001:db8::1', family: 6 },
    { address: '127.0.0.1', family: 4 },
  ]),
})

describe('the connection', () => {
  test.concurrent.each<readonly [string, Dialer, Code]>([
    ['is refused', failing({ kind: 'refused' }), 'NET_REFUSED'],
    ['finds no way', failing({ kind: 'unreachable' }), 'NET_UNREACHABLE'],
    ['has no network at all (46)', failing({ kind: 'offline' }), 'NET_OFFLINE'],
    ['gets no answer (45)', silent, 'NET_TIMEOUT'],
  ])('%s', async (_, dialer, code) => {
    const { result } = await tryOut(honest, { protocol: 'imap', tools: () => ({ dialer }) })
    expect(result).toMatchObject({ code, passwordSent: 'no' })
  })

  test.concurrent('takes the living family within a second when the other is dead, and both are shown (44)', async () => {
    const startedAt = performance.now()
    const trial = await tryOut(honest, {
      protocol: 'imap',
      tools: ({ dialer }) => ({
        resolver: bothFamilies,
        dialer: {
          connect: (target, signal) =>
            target.family === 6 ? untilAborted(signal) : dialer.connect(target, signal),
        },
      }),
    })
    expect(trial.result.code).toBe('OK')
    expect(performance.now() - startedAt).toBeLessThan(1_000)
    expect(factsOf(trial, 'connect')?.attempts).toMatchObject([
      { family: 6, outcome: 'no-answer' },
      { family: 4, outcome: 'connected' },
    ])
  })

  test.concurrent('that is swallowed while another port of the host answers is called blocked, with that port to take', async () => {
    const startedAt = performance.now()
    const { result } = await tryOut(honest, {
      protocol: 'smtp',
      security: 'starttls',
      limits: { ...TEST_LIMITS, connectMs: 8_000 },
      otherEndpoints: { 465: mailServer('smtp', 'tls', goodTls) },
      tools: ({ dialer }) => ({
        dialer: {
          connect: (target, signal) =>
            target.port === 587 ? untilAborted(signal) : dialer.connect(target, signal),
        },
      }),
    })
    expect(result.code).toBe('NET_PORT_BLOCKED')
    expect(result.findings[0]?.actions[0]).toMatchObject({ kind: 'use-endpoint', endpoint: { port: 465 } })
    expect(performance.now() - startedAt, 'named long before the deadline').toBeLessThan(4_000)
  })
})
