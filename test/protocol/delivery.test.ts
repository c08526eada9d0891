import { expect, test } from 'vitest'
import { confirmService } from '#engine/confirmed-service.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { startScriptedServer, type Script } from '#engine/practice/kit/scripted-server.ts'
import { Secret } from '#engine/secret.ts'
import { mailServer, type Act, type Behaviour, type Turn } from '../support/behaviour.ts'
import { goodTls, HOST } from '../support/certificates.ts'
import { toolsFor } from '../support/probe-bench.ts'
import { saslServer } from '../support/sasl-server.ts'
import { TEST_LIMITS } from '../support/test-limits.ts'

const ANNA = 'anna@example.test'
const LIMITS = { ...TEST_LIMITS, sendMs: 500, arriveMs: 400, arrivePollMs: 50 }
const SOURCE = 'Subject: test c0ffee\r\n\r\n.hidden dot\r\nlast line'

/** An SMTP transaction up to `refused`, which gets the reply; the lines of the message are kept. */
function transaction(lines: string[], refused = '', reply = ''): Act {
  return async ({ conversation, line }: Turn) => {
    const [verb = ''] = line.split(/[ :]/)
    if (verb === refused) return conversation.send(reply)
    conversation.send(verb === 'DATA' ? '354 go on' : '250 2.1.0 ok')
    if (verb !== 'DATA') return
    for (let text = await conversation.readLine(); text !== null && text !== '.';) {
      lines.push(text)
      text = await conversation.readLine()
    }
    conversation.send(refused === 'the message' ? reply : '250 2.0.0 taken')
  }
}

const mailbox =
  (found: string): Act =>
  ({ conversation, line, tag }) => {
    conversation.send(line.includes('SEARCH') ? `* SEARCH${found}\r\n${tag} OK` : `${tag} OK`)
    return Promise.resolve()
  }

function deliver(sending: Behaviour, receiving: Act) {
  return deliverTo(sending, 'imap', mailServer('imap', 'tls', goodTls, { unknown: receiving }))
}

async function deliverTo(sending: Behaviour, protocol: 'imap' | 'pop3', receiver: Script) {
  const smtp = await startScriptedServer(mailServer('smtp', 'tls', goodTls, sending))
  const imap = await startScriptedServer(receiver)
  const services = [
    confirmService({ protocol: 'smtp', host: HOST, port: 465, security: 'tls' }, ANNA),
    confirmService({ protocol, host: HOST, port: 993, security: 'tls' }, ANNA),
  ].flatMap((service) => (service.ok ? [service.value] : []))
  const request = {
    address: ANNA,
    services,
    credential: { kind: 'password', secret: new Secret('sunflower') } as const,
    provider: null,
    testMessage: { from: ANNA, to: ANNA, token: 'c0ffee', source: SOURCE },
    signal: new AbortController().signal,
  }
  const codes: string[] = []
  const stages: string[] = []
  for await (const event of runCheck(request, toolsFor({ 465: smtp, 993: imap }, LIMITS))) {
    if (event.type !== 'done') continue
    for (const { code, evidence } of event.result.endpoints) {
      codes.push(code)
      stages.push(...evidence.stages.slice(-1).map(({ stage, status }) => `${stage} ${status}`))
    }
  }
  await smtp.stop()
  await imap.stop()
  return { codes, stages }
}

test('a message is handed in with its dots doubled, and seen when it is there', async () => {
  const lines: string[] = []
  expect(await deliver({ unknown: transaction(lines) }, mailbox(' 3'))).toEqual({
    codes: ['OK', 'OK'],
    stages: ['send ok', 'arrive ok'],
  })
  expect(lines).toEqual(['Subject: test c0ffee', '', '..hidden dot', 'last line'])
})

test.each([
  ['that the recipient is elsewhere and it will forward', 'RCPT', '251 2.1.5 User not local; will forward'],
  ['that it cannot verify the recipient and will try', 'RCPT', '252 2.0.0 Cannot VRFY user, but will accept'],
  ['yes by a number of its own', 'MAIL', '253 2.1.0 ok'],
])('a server that says %s has accepted', async (_, verb, reply) => {
  expect(await deliver({ unknown: transaction([], verb, reply) }, mailbox(' 3'))).toEqual({
    codes: ['OK', 'OK'],
    stages: ['send ok', 'arrive ok'],
  })
})

test.each([
  ['MAIL', 'SEND_ACCOUNT_BLOCKED'],
  ['RCPT', 'SEND_RECIPIENT_DISABLED'],
])('what is refused at %s is about the one who is named there', async (verb, code) => {
  const refused = await deliver(
    { unknown: transaction([], verb, '550 This account is disabled') },
    mailbox(''),
  )
  expect(refused.codes).toContain(code)
})

test('a message that was taken and does not come is missed', async () => {
  expect(await deliver({ unknown: transaction([]) }, mailbox(''))).toEqual({
    codes: ['OK', 'ARRIVE_MISSING'],
    stages: ['send ok', 'arrive failed'],
  })
})

test.each([
  ['MAIL', '553 5.7.1 Sender address rejected: not owned by user', 'SEND_AS_DENIED'],
  ['RCPT', '550 5.1.1 User unknown', 'SEND_RECIPIENT_UNKNOWN'],
  [
    'RCPT',
    '550 5.3.4 Requested action not taken; To continue sending messages, please sign in to your account.',
    'AUTH_WEB_LOGIN',
  ],
  [
    'RCPT',
    '504 5.5.2 <[127.0.0.1]>: Helo command rejected: need fully-qualified hostname',
    'SEND_NO_REVERSE_NAME',
  ],
  ['RCPT', '504 5.5.4 Command parameter not implemented', 'REPLY_BY_STATUS'],
  ['RCPT', '452 4.2.2 Over quota', 'SEND_MAILBOX_FULL'],
  ['DATA', '554 5.7.1 Relay access denied', 'SEND_RELAY_DENIED'],
  ['DATA', '250 2.0.0 ok', 'REPLY_UNKNOWN'],
  ['the message', '552 5.3.4 Message too big', 'SEND_TOO_BIG'],
])('%s answered by "%s" is %s, and the check does not wait for the message', async (refused, reply, code) => {
  expect(await deliver({ unknown: transaction([], refused, reply) }, mailbox(' 1'))).toEqual({
    codes: [code, 'OK'],
    stages: ['send failed', 'arrive skipped'],
  })
})

test('the check does not wait for a message when the sign-in for sending is refused', async () => {
  expect(await deliver({ login: '454 4.7.0 later' }, mailbox(' 1'))).toEqual({
    codes: ['SERVER_BUSY', 'OK'],
    stages: ['login failed', 'arrive skipped'],
  })
})

test('a mechanism that failed before is not tried again at each look for the message', async () => {
  const { script, asked } = saslServer({
    protocol: 'pop3',
    password: 'sunflower',
    offers: ['PLAIN', 'LOGIN'],
    verdicts: { PLAIN: { says: '-ERR Unsupported authentication mechanism' } },
    behaviour: { mailbox: '+OK 0 0' },
  })
  await deliverTo({ unknown: transaction([]) }, 'pop3', script)
  expect(asked.slice(0, 3)).toEqual(['PLAIN', 'LOGIN', 'LOGIN'])
  expect(asked.filter((name) => name === 'PLAIN')).toHaveLength(1)
})
