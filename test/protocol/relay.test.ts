import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { runCheck } from '#engine/check/run-check.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { Secret } from '#engine/secret.ts'
import { mailServer, type Behaviour, type Turn } from '../support/behaviour.ts'
import { createCanary } from '../support/canary.ts'
import { authority, goodTls, HOST } from '../support/certificates.ts'
import { toolsFor, tryOut, type Trial, type TrialOptions } from '../support/probe-bench.ts'
import { TEST_LIMITS } from '../support/test-limits.ts'
import { relay, RELAY_CASES } from './relay-cases.ts'

const ANNA = 'anna@example.test'
const RELAY = { protocol: 'smtp', security: 'starttls', origin: 'typed', signIn: 'none' } as const
const QUESTION = ['EHLO', 'MAIL', 'RCPT', 'RSET', 'QUIT']

const ask = (behaviour: Behaviour, options: Partial<TrialOptions> = {}, tls = goodTls) =>
  tryOut(mailServer('smtp', 'starttls', tls, behaviour), { ...RELAY, ...options })

/** The commands the relay got after the upgrade to TLS, by their verbs. */
function verbsIn({ servers }: Trial): readonly string[] {
  const text = servers[0]?.received.flatMap((chunk) => (chunk.encrypted ? [chunk.text] : [])).join('') ?? ''
  return text.split('\r\n').flatMap((line) => line.split(/[ :]/)[0] || [])
}

describe.each([
  ['asked in one flight', ['PIPELINING']],
  ['asked one after another', []],
] as const)('a relay %s', (_, extensions) => {
  test.concurrent.each(RELAY_CASES)('that $name: $code', async ({ replies, code }) => {
    const trial = await ask(relay(replies, ...extensions))
    expect(trial.result).toMatchObject({ code, signIn: 'none', passwordSent: 'no' })
    expect(trial.result.evidence.stages.at(-1)).toMatchObject({
      stage: 'send',
      status: code === 'OK' ? 'ok' : 'failed',
      facts: { to: ANNA, how: 'asked' },
    })
  })
})

test('nothing is sent: the question is taken back', async () => {
  const trial = await ask(relay({}))
  expect(verbsIn(trial)).toEqual(QUESTION)
  expect(trial.result.evidence.stages.slice(-2)).toMatchObject([
    { stage: 'login', status: 'skipped', facts: { why: 'no-login-needed' } },
    { stage: 'send', status: 'ok' },
  ])
})

test('where PIPELINING is announced, the relay has the whole question before it answers', async () => {
  const answers = '250 2.1.0 ok\r\n250 2.1.5 ok\r\n250 2.0.0 ok'
  const waits: Behaviour = {
    ...relay({}, 'PIPELINING'),
    unknown: async ({ conversation }: Turn) => {
      await conversation.readLine()
      await conversation.readLine()
      conversation.send(answers)
    },
  }
  const trial = await ask(waits)
  expect(trial.result.code).toBe('OK')
  expect(verbsIn(trial)).toEqual(QUESTION)
})

test('without PIPELINING nothing is asked before the last answer', async () => {
  const trial = await ask(relay({ MAIL: '550 no' }))
  expect(verbsIn(trial)).toEqual(['EHLO', 'MAIL'])
})

describe('no password goes to a relay', () => {
  test.each([
    ['that announces AUTH', 'AUTH PLAIN LOGIN', {}],
    [
      'that announces AUTH and requires it',
      'AUTH PLAIN LOGIN',
      { MAIL: '530 5.7.0 Authentication required' },
    ],
  ])('%s', async (_, extension, replies) => {
    const trial = await ask(relay(replies, extension), { credential: 'password' })
    expect(verbsIn(trial)).not.toContain('AUTH')
    expect(trial.result.passwordSent).toBe('no')
    const all = trial.servers.flatMap(({ received }) => received.map(({ text }) => text)).join('')
    expect(trial.canary.formsIn(all)).toEqual([])
  })

  test('and none is needed to ask it', async () => {
    const { result } = await ask(relay({}), { credential: 'none' })
    expect(result).toMatchObject({ code: 'OK', passwordSent: 'no' })
  })
})

describe('a relay is as encrypted as any other server', () => {
  test('one that does not offer STARTTLS is told nothing', async () => {
    const plain = { ...relay({}), capabilities: '250-mail.example.test\r\n250 SIZE 1000' }
    const trial = await ask(plain)
    expect(trial.result.code).toBe('STARTTLS_MISSING')
    expect(trial.servers[0]?.received.map(({ text }) => text).join('')).not.toContain('MAIL')
  })

  test('one that answers MAIL before it was said is no relay', async () => {
    const hasty: Behaviour = {
      ...relay({}),
      capabilities: async ({ conversation, encrypted }: Turn) =>
        conversation.send(encrypted ? '250 hello\r\n250 2.1.0 ok' : '250-hello\r\n250 STARTTLS'),
    }
    expect((await ask(hasty)).result.code).toBe('PROTO_GARBAGE')
  })

  test('one whose certificate the user has compared is asked, another is not', async () => {
    const own = await authority.issueSelfSigned({ dnsNames: [HOST] })
    const pin = new X509Certificate(own.certificate).fingerprint256
    expect((await ask(relay({}), { pin }, own)).result.code).toBe('OK')
    const trial = await ask(relay({}), {}, own)
    expect(trial.result.code).toBe('TLS_UNTRUSTED')
    expect(verbsIn(trial)).toEqual([])
  })
})

interface Both {
  readonly sending: Behaviour
  readonly receiving: Behaviour
}

/** A relay beside a mailbox with a sign-in, both with the same account. */
async function checkBoth({ sending, receiving }: Both, testMessage: 'none' | 'sent' = 'none') {
  const smtp = await startScriptedServer(mailServer('smtp', 'starttls', goodTls, sending))
  const imap = await startScriptedServer(mailServer('imap', 'tls', goodTls, receiving))
  const services = [
    confirmService({ protocol: 'smtp', host: HOST, port: 25, security: 'starttls' }, '', {
      origin: 'typed',
      signIn: 'none',
    }),
    confirmService({ protocol: 'imap', host: HOST, port: 993, security: 'tls' }, ANNA),
  ].flatMap((service) => (service.ok ? [service.value] : []))
  const canary = createCanary()
  const request = {
    address: ANNA,
    services,
    credential: { kind: 'password', secret: new Secret(canary.secret) } as const,
    provider: null,
    testMessage:
      testMessage === 'none'
        ? null
        : { from: ANNA, to: ANNA, token: 'c0ffee', source: 'Subject: c0ffee\r\n\r\nhi' },
    signal: new AbortController().signal,
  }
  const limits = { ...TEST_LIMITS, arriveMs: 1_000, arrivePollMs: 50, loginGateMs: 60_000 }
  const ends: string[] = []
  for await (const event of runCheck(request, toolsFor({ 25: smtp, 993: imap }, limits))) {
    if (event.type === 'stage' && event.event.status !== 'running')
      ends.push(`${event.protocol} ${event.event.stage} ${event.event.status}`)
    if (event.type === 'done') ends.push(...event.result.endpoints.map(({ code }) => code))
  }
  const toRelay = smtp.received.map(({ text }) => text).join('')
  await smtp.stop()
  await imap.stop()
  expect(canary.formsIn(toRelay), 'no secret at the relay').toEqual([])
  return ends
}

describe('beside a mailbox with a sign-in', () => {
  test('a relay that is slow to answer delays no other service', async () => {
    let letGo = () => {}
    const signedIn = new Promise<void>((resolve) => (letGo = resolve))
    const slow: Behaviour = {
      ...relay({}),
      unknown: async ({ conversation }: Turn) => {
        await signedIn
        conversation.send('250 ok')
      },
    }
    const counts: Behaviour = {
      login: async ({ conversation, tag }: Turn) => {
        letGo()
        conversation.send(`${tag} OK in`)
      },
    }
    const ends = await checkBoth({ sending: slow, receiving: counts })
    expect(ends).toContain('imap login ok')
    expect(ends.slice(-2)).toEqual(['OK', 'OK'])
  })

  test('a refused password says nothing about the relay, which is asked all the same', async () => {
    const refuses: Behaviour = { login: '{tag} NO [AUTHENTICATIONFAILED] wrong' }
    const ends = await checkBoth({ sending: relay({}), receiving: refuses })
    expect(ends.slice(-2)).toEqual(['OK', 'AUTH_REJECTED'])
  })

  test('a relay that requires a sign-in says nothing about the password', async () => {
    const ends = await checkBoth({ sending: relay({ MAIL: '530 5.7.0 no' }), receiving: {} })
    expect(ends.slice(-2)).toEqual(['AUTH_REQUIRED', 'OK'])
  })

  test('the test message is handed to the relay, and seen in the mailbox', async () => {
    const takes: Behaviour = {
      ...relay({}),
      unknown: async ({ conversation, line }: Turn) => {
        conversation.send(line === 'DATA' ? '354 go on' : '250 ok')
        if (line !== 'DATA') return
        for (let text = await conversation.readLine(); text !== null && text !== '.';) {
          text = await conversation.readLine()
        }
        conversation.send('250 taken')
      },
    }
    const shows: Behaviour = {
      unknown: async ({ conversation, line, tag }: Turn) =>
        conversation.send(line.includes('SEARCH') ? `* SEARCH 3\r\n${tag} OK` : `${tag} OK`),
    }
    const ends = await checkBoth({ sending: takes, receiving: shows }, 'sent')
    expect(ends).toContain('smtp login skipped')
    expect(ends).toContain('smtp send ok')
    expect(ends).toContain('imap arrive ok')
    expect(ends.slice(-2)).toEqual(['OK', 'OK'])
  })
})
