import { getEventListeners } from 'node:events'
import { describe, expect, test, vi } from 'vitest'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { findSettings } from '#engine/discovery/find.ts'
import type { DiscoverySource } from '#engine/discovery/source.ts'
import { DEFAULT_LIMITS } from '#engine/limits.ts'
import { runCheck, type CheckRequest } from '#engine/check/run-check.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import type { Clock } from '#engine/environment.ts'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { Secret } from '#engine/secret.ts'
import { surveyPorts } from '#engine/survey/survey-ports.ts'
import { systemClock } from '#engine/system-clock.ts'
import { mailServer, type Behaviour } from '../support/behaviour.ts'
import { goodTls, HOST } from '../support/certificates.ts'
import { leftBehind, until } from '../support/oracle.ts'
import { toolsFor } from '../support/probe-bench.ts'

const BUG = new Error('a bug')
const ANNA = 'anna@example.test'

/** Far longer than a test may take: what waits until its limit is seen by the test that never ends. */
const LIMITS = { ...DEFAULT_LIMITS, loginGateMs: 60_000, endpointMs: 90_000 }

/** Takes a message, and has it at once. */
const takesMail: Behaviour = {
  unknown: async ({ conversation, line }) => {
    conversation.send(line === 'DATA' ? '354 go on' : '250 2.0.0 ok')
    if (line !== 'DATA') return
    while (![null, '.'].includes(await conversation.readLine()));
    conversation.send('250 2.0.0 taken')
  },
}
const honest: Behaviour = {
  unknown: ({ conversation, line, tag }) => {
    conversation.send(line.includes('SEARCH') ? `* SEARCH 1\r\n${tag} OK` : `${tag} OK`)
    return Promise.resolve()
  },
}

/** Two services of one account, of which a part of the world is broken. */
async function runBroken(
  breaking: (own: ProbeTools) => Partial<ProbeTools>,
  request: Partial<CheckRequest> = {},
  imapDoes: Behaviour = honest,
) {
  const before = process.getActiveResourcesInfo()
  const smtp = await startScriptedServer(mailServer('smtp', 'starttls', goodTls, takesMail))
  const imap = await startScriptedServer(mailServer('imap', 'tls', goodTls, imapDoes))
  const own = toolsFor({ 587: smtp, 993: imap }, LIMITS)
  const services = [
    confirmService({ protocol: 'smtp', host: HOST, port: 587, security: 'starttls' }, ANNA),
    confirmService({ protocol: 'imap', host: HOST, port: 993, security: 'tls' }, ANNA),
  ].flatMap((service) => (service.ok ? [service.value] : []))
  const { signal } = new AbortController()
  const check = runCheck(
    {
      address: ANNA,
      services,
      credential: { kind: 'password', secret: new Secret('sunflower') },
      provider: null,
      testMessage: null,
      signal,
      ...request,
    },
    { ...own, ...breaking(own) },
  )
  const ending = await lastOf(check).then(
    (last) => last?.type,
    (error: unknown) => error,
  )
  // What a check has opened is closed when it has ended, give or take the turn of the loop in which a close is heard.
  await expect.poll(() => smtp.openConnections + imap.openConnections, { interval: 5 }).toBe(0)
  await smtp.stop()
  await imap.stop()
  await until(() => leftBehind(before).length === 0, 1_000)
  expect(leftBehind(before)).toEqual([])
  expect(getEventListeners(signal, 'abort')).toEqual([])
  return ending
}

async function lastOf<T>(events: AsyncIterable<T>): Promise<T | undefined> {
  let last: T | undefined
  for await (const event of events) last = event
  return last
}

const broken = (): never => {
  throw BUG
}

/** The redactor reads it before the check begins; after that it breaks. */
class Fickle extends Secret {
  #reveals = 0

  override reveal(): string {
    this.#reveals += 1
    return this.#reveals > 1 ? broken() : super.reveal()
  }
}

/** A clock that breaks when it is read for the nth time; how often it was read is counted. */
function breakingAt(nth: number): { readonly clock: Clock; readonly reads: () => number } {
  let reads = 0
  const now = () => {
    reads += 1
    return reads === nth ? broken() : systemClock.now()
  }
  return { clock: { ...systemClock, now }, reads: () => reads }
}

describe('a bug ends the whole check, is told, and leaves nothing behind', () => {
  test.each<readonly [string, (own: ProbeTools) => Partial<ProbeTools>]>([
    ['dns, at once', (own) => ({ resolver: { ...own.resolver, addresses: broken } })],
    ['dns, later', (own) => ({ resolver: { ...own.resolver, addresses: () => Promise.reject(BUG) } })],
    ['connect, at once', () => ({ dialer: { connect: broken } })],
    ['connect, later', () => ({ dialer: { connect: () => Promise.reject(BUG) } })],
    ['tls', () => ({ trust: { context: broken } })],
    [
      'proxy',
      () => ({
        proxy: {
          kind: 'http',
          host: HOST,
          port: 993,
          credentials: { userName: 'anna', password: new Fickle('sunflower') },
        },
      }),
    ],
    ['the day of the check', () => ({ clock: { ...systemClock, date: broken } })],
  ])('in %s', async (_, breaking) => {
    expect(await runBroken(breaking)).toBe(BUG)
  })
})

describe('so does a bug', () => {
  test('in login', async () => {
    expect(
      await runBroken(() => ({}), { credential: { kind: 'password', secret: new Fickle('sunflower') } }),
    ).toBe(BUG)
  })

  test('in the look at the other ports, while the server itself is still silent', async () => {
    const connect: ProbeTools['dialer']['connect'] = (target, signal) =>
      target.port === 993 || target.port === 587 ? never(signal) : Promise.reject(BUG)
    const ending = await runBroken(() => ({
      dialer: { connect },
      limits: { ...LIMITS, alternativesAfterMs: 20 },
    }))
    expect(ending).toBe(BUG)
  })

  test('in the waiting for a server that says nothing', async () => {
    const limits = { ...LIMITS, patienceMs: 20 }
    let isLate = false
    const now = () => (isLate ? broken() : systemClock.now())
    const silent: Behaviour = {
      greeting: ({ conversation }) => {
        isLate = true
        return conversation.silence()
      },
    }
    expect(await runBroken(() => ({ clock: { ...systemClock, now }, limits }), {}, silent)).toBe(BUG)
  })

  test('wherever the clock is read', async () => {
    const whole = breakingAt(Number.POSITIVE_INFINITY)
    const request = { testMessage: { from: ANNA, to: ANNA, token: 'c0ffee', source: 'Subject: c0ffee' } }
    expect(await runBroken(() => ({ clock: whole.clock }), request)).toBe('done')
    expect(whole.reads()).toBeGreaterThan(50)
    for (let nth = 2; nth <= whole.reads(); nth += 1) {
      const { clock, reads } = breakingAt(nth)
      const ending = await runBroken(() => ({ clock }), request)
      if (reads() >= nth) expect([nth, ending]).toEqual([nth, BUG])
    }
  })
})

describe('a bug in one of several looks calls off the others', () => {
  test('of a survey', async () => {
    const before = process.getActiveResourcesInfo()
    const connect: ProbeTools['dialer']['connect'] = (target, signal) =>
      target.port === 993 ? Promise.reject(BUG) : never(signal)
    const tools = { ...toolsFor({}, LIMITS), dialer: { connect } }
    const { signal } = new AbortController()
    await expect(surveyPorts([HOST], ANNA, tools, signal)).rejects.toBe(BUG)
    await until(() => leftBehind(before).length === 0, 1_000)
    expect(leftBehind(before)).toEqual([])
  })

  test('for settings', async () => {
    const before = process.getActiveResourcesInfo()
    const calledOff = vi.fn()
    const patient: DiscoverySource = {
      id: 'ispdb',
      rank: 'hearsay',
      ask: ({ signal }) => new Promise(() => signal.addEventListener('abort', calledOff)),
    }
    const address = parseEmailAddress('anna@example.org')
    if (!address.ok) throw new Error('no address')
    const snapshots = findSettings({
      address: address.value,
      accountType: null,
      sources: [patient, { id: 'srv', rank: 'word', ask: broken }],
      tools: toolsFor({}, LIMITS),
      signal: new AbortController().signal,
    })
    await expect(lastOf(snapshots)).rejects.toBe(BUG)
    expect(calledOff).toHaveBeenCalledOnce()
    await until(() => leftBehind(before).length === 0, 1_000)
    expect(leftBehind(before)).toEqual([])
  })
})

/** A connection that is not made until it is called off. */
function never(signal: AbortSignal): ReturnType<ProbeTools['dialer']['connect']> {
  return new Promise((resolve) => {
    const callOff = () => resolve({ ok: false, error: { kind: 'cancelled' } })
    if (signal.aborted) callOff()
    else signal.addEventListener('abort', callOff, { once: true })
  })
}
