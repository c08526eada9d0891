import { describe, expect, test } from 'vitest'
import { factsOf } from '#shared/accounts/service-facts.ts'
import { mailServer, type Endpoint } from '../support/behaviour.ts'
import { canaryOf } from '../support/canary.ts'
import { goodTls, HOST, serverTls } from '../support/certificates.ts'
import { outputsOf } from '../support/every-output.ts'
import { tryOut, type Trial } from '../support/probe-bench.ts'
import { INERT_PLACES } from './inert-cases.ts'

/**
 * Told to the server at another port a moment before, so it may say it anywhere. In one word: a second one would end
 * a parameter.
 */
const SECRET = 'zQ7-kanari-vogel-93'

function outOf(trial: Trial): string {
  const { data, texts } = outputsOf(trial)
  return JSON.stringify([data, texts, factsOf(trial.result.evidence)])
}

describe.each([
  ['as it is', SECRET],
  ['in capitals', SECRET.toUpperCase()],
  ['in base64', Buffer.from(SECRET).toString('base64')],
])('a server that knows the password and says it %s', (_, echo) => {
  test.concurrent.each(
    INERT_PLACES.map((place) => [`${place.protocol} ${place.security}: ${place.name}`, place] as const),
  )('%s: it comes out nowhere', async (_name, { protocol, security, behaviour }) => {
    const endpoint: Endpoint = security === 'none' ? 'clear' : security
    const host = security === 'none' ? 'localhost' : HOST
    const script = mailServer(protocol, endpoint, goodTls, behaviour(Buffer.from(echo)))
    const canary = canaryOf(SECRET)
    const trial = await tryOut(script, { protocol, security, host, origin: 'typed', canary })
    expect(canary.formsIn(outOf(trial))).toEqual([])
  })

  test.concurrent('in every name of its certificate', async () => {
    const tls = await serverTls({ dnsNames: [HOST, `${echo.replace(/=+$/, '')}.test`], commonName: echo })
    const canary = canaryOf(SECRET)
    const trial = await tryOut(mailServer('imap', 'tls', tls), { protocol: 'imap', canary })
    expect(canary.formsIn(outOf(trial))).toEqual([])
    expect(outOf(trial)).toContain('[password]')
  })
})

test('a port that is only looked at says it as a capability', async () => {
  const canary = canaryOf(SECRET)
  const trial = await tryOut(mailServer('smtp', 'starttls', goodTls, { starttls: '454 4.7.0 not now' }), {
    protocol: 'smtp',
    security: 'starttls',
    otherEndpoints: {
      465: mailServer('smtp', 'tls', goodTls, {
        greeting: `220 mail ${SECRET}`,
        capabilities: `250-mail\r\n250-X${SECRET}\r\n250 AUTH PLAIN ${SECRET}`,
      }),
    },
    canary,
  })
  expect(trial.result.alternatives.length).toBeGreaterThan(0)
  expect(canary.formsIn(outOf(trial))).toEqual([])
})

test('the words of a password as neighbours in a list', async () => {
  const canary = canaryOf('kanari vogel 93')
  const greeting = '* OK [CAPABILITY IMAP4rev1 KANARI VOGEL 93 AUTH=PLAIN] ready'
  const trial = await tryOut(mailServer('imap', 'tls', goodTls, { greeting }), { protocol: 'imap', canary })
  expect(outOf(trial)).not.toMatch(/vogel/i)
})

describe('a password that is a word of the protocol leaves no hole', () => {
  test.concurrent.each([
    'PLAIN',
    'plainlogin',
    'auth=plain',
    'SIZE',
    'capabilities',
    'certificate',
    'skipped',
  ])('%s', async (secret) => {
    const run = async (own: string) => {
      const canary = { secret: own, formsIn: () => [] }
      const { result } = await tryOut(
        mailServer('smtp', 'tls', goodTls, { capabilities: '250-mail\r\n250-SIZE\r\n250 AUTH PLAIN LOGIN' }),
        { protocol: 'smtp', canary },
      )
      return result.evidence.stages.map(({ stage, status, facts }) =>
        stage === 'connect' ? { stage, status } : { stage, status, facts },
      )
    }
    expect(await run(secret)).toEqual(await run('another-password-entirely'))
  })
})
