import { describe, expect, test } from 'vitest'
import type { CheckResult } from '#shared/finding/check-result.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { fail } from '#shared/outcome.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { DEFAULT_LIMITS } from '#engine/limits.ts'
import type { Dialer } from '#engine/environment.ts'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { accountRequest } from '../support/account-request.ts'
import { mailServer, type Turn } from '../support/behaviour.ts'
import { goodTls, HOST } from '../support/certificates.ts'
import { toolsFor, tryOut } from '../support/probe-bench.ts'
import { TEST_LIMITS } from '../support/test-limits.ts'

/** Packets to these ports, or to everything of these hosts, are swallowed on the way. */
const dropping = (dialer: Dialer, ...places: readonly (number | string)[]): Dialer => ({
  connect: (target, signal) =>
    places.includes(target.port) || places.includes(target.host)
      ? new Promise((resolve) =>
          signal.addEventListener('abort', () => resolve(fail({ kind: 'cancelled' })), { once: true }),
        )
      : dialer.connect(target, signal),
})

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const startedAt = performance.now()
  return [await work(), performance.now() - startedAt]
}

/** An account whose IMAP works while everything about SMTP is swallowed. */
async function checkBoth(smtpHost: string, ...swallowed: readonly (number | string)[]): Promise<CheckResult> {
  const imap = await startScriptedServer(mailServer('imap', 'tls', goodTls))
  const endpoints: readonly ServerEndpoint[] = [
    { protocol: 'imap', host: HOST, port: 993, security: 'tls' },
    { protocol: 'smtp', host: smtpHost, port: 587, security: 'starttls' },
  ]
  const request = accountRequest(endpoints)
  const tools = toolsFor({ 993: imap }, { ...DEFAULT_LIMITS, connectMs: 4_000 })
  const check = runCheck(request, { ...tools, dialer: dropping(tools.dialer, ...swallowed) })
  for await (const event of check) {
    if (event.type !== 'done') continue
    await imap.stop()
    return event.result
  }
  throw new Error('the check did not end')
}

describe('a port that swallows everything', () => {
  test.concurrent('is named within three seconds when another service of the same host answers', async () => {
    const [{ endpoints }, ms] = await timed(() => checkBoth(HOST, 465, 587))
    expect(endpoints.map(({ code }) => code)).toEqual(['OK', 'NET_PORT_BLOCKED'])
    expect(ms).toBeLessThan(3_500)
  })

  test.concurrent('is given its full time when only another host answers, and then it is the server', async () => {
    const host = 'smtp.example.test'
    const [{ endpoints }, ms] = await timed(() => checkBoth(host, host))
    expect(endpoints.map(({ code }) => code)).toEqual(['OK', 'NET_SERVER_DOWN'])
    expect(ms).toBeGreaterThan(3_900)
  })

  test.concurrent('is called blocked once another port is encrypted and has greeted, whatever it says next', async () => {
    const mute = { capabilities: ({ conversation }: Turn) => conversation.silence() }
    const trial = () =>
      tryOut(mailServer('smtp', 'starttls', goodTls), {
        protocol: 'smtp',
        security: 'starttls',
        limits: { ...TEST_LIMITS, connectMs: 8_000, replyMs: 8_000 },
        otherEndpoints: { 465: mailServer('smtp', 'tls', goodTls, mute) },
        tools: ({ dialer }) => ({ dialer: dropping(dialer, 587) }),
      })
    const [{ result }, ms] = await timed(trial)
    expect(result.code).toBe('NET_PORT_BLOCKED')
    expect(result.findings[0]?.actions[0]).toMatchObject({ kind: 'use-endpoint', endpoint: { port: 465 } })
    expect(ms).toBeLessThan(3_500)
  })
})

test.concurrent('a wrong service behind TLS is named at once, without waiting for the port to greet in the clear', async () => {
  const [{ result }, ms] = await timed(() => tryOut(mailServer('imap', 'tls', goodTls), { protocol: 'smtp' }))
  expect(result.code).toBe('PROTO_WRONG_SERVICE')
  expect(ms).toBeLessThan(TEST_LIMITS.greetingMs)
})

test.concurrent('a mailbox opens although each of the five answers takes nearly as long as one may', async () => {
  const replyMs = 600
  const late =
    (answer: string) =>
    async ({ conversation, tag }: Turn) => {
      await conversation.pause(400)
      conversation.send(answer.replaceAll('{tag}', tag))
    }
  const script = mailServer('imap', 'tls', goodTls, {
    greeting: '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN ID QUOTA] ready',
    mailbox: late('* 2 EXISTS\r\n{tag} OK done'),
    list: late('{tag} OK done'),
    status: late('{tag} OK done'),
    unknown: late('{tag} OK done'),
  })
  const [{ result }, ms] = await timed(() =>
    tryOut(script, { protocol: 'imap', limits: { ...TEST_LIMITS, replyMs } }),
  )
  expect(result.code).toBe('OK')
  expect(ms).toBeGreaterThan(3 * replyMs)
})
