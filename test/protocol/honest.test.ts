import { describe, expect, test } from 'vitest'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import { goodTls } from '../support/certificates.ts'
import { mailServer } from '../support/behaviour.ts'
import { createCanary } from '../support/canary.ts'
import { tryOut } from '../support/probe-bench.ts'

describe.each(PROTOCOLS)('%s', (protocol) => {
  test('an honest server behind implicit TLS works', async () => {
    const { result } = await tryOut(mailServer(protocol, 'tls', goodTls), { protocol })
    expect(result).toMatchObject({ verdict: 'ok', code: 'OK', passwordSent: 'yes' })
  })

  test('an honest server behind STARTTLS works', async () => {
    const { result } = await tryOut(mailServer(protocol, 'starttls', goodTls), {
      protocol,
      security: 'starttls',
    })
    expect(result).toMatchObject({ verdict: 'ok', code: 'OK', passwordSent: 'yes' })
  })

  test('without signing in everything up to the capabilities is shown and no password is sent', async () => {
    const { result, servers } = await tryOut(mailServer(protocol, 'tls', goodTls), {
      protocol,
      credential: 'none',
    })
    expect(result).toMatchObject({ verdict: 'ok', passwordSent: 'no' })
    expect(result.evidence.stages.at(-1)).toMatchObject({ stage: 'login', status: 'skipped' })
    expect(servers[0]?.received.map(({ text }) => text).join('')).not.toMatch(/AUTH|LOGIN|USER|PASS/)
  })

  test('every stage is reported once when it starts and once when it ends, in order', async () => {
    const { events } = await tryOut(mailServer(protocol, 'tls', goodTls), { protocol })
    const stages = events.flatMap((event) => (event.type === 'stage' ? [event.event] : []))
    const expected = ['dns', 'connect', 'tls', 'certificate', 'greeting', 'capabilities', 'login']
    const path = protocol === 'smtp' ? expected : [...expected, 'mailbox']
    expect(stages.map(({ stage, status }) => `${stage} ${status}`)).toEqual(
      path.flatMap((stage) => [`${stage} running`, `${stage} ok`]),
    )
    expect(stages.every((stage) => stage.status === 'running' || stage.endedMs >= stage.startedMs)).toBe(true)
  })
})

test('the capabilities that count are those announced after the upgrade', async () => {
  const { result } = await tryOut(mailServer('smtp', 'starttls', goodTls), {
    protocol: 'smtp',
    security: 'starttls',
  })
  const asked = result.evidence.stages.filter(({ stage }) => stage === 'capabilities')
  expect(asked.map(({ facts }) => facts)).toEqual([
    {},
    { capabilities: ['SIZE 1000', 'AUTH PLAIN LOGIN'], mechanisms: ['PLAIN', 'LOGIN'] },
  ])
})

test('SMTP takes LOGIN where PLAIN is not announced', async () => {
  const script = mailServer('smtp', 'tls', goodTls, {
    capabilities: '250-mail.example.test\r\n250 AUTH LOGIN XOAUTH2',
    login: async ({ conversation }) => {
      conversation.send('334 VXNlcm5hbWU6')
      await conversation.readLine()
      conversation.send('334 UGFzc3dvcmQ6')
      await conversation.readLine()
      conversation.send('235 ok')
    },
  })
  const { result } = await tryOut(script, { protocol: 'smtp' })
  expect(result.evidence.stages.at(-1)).toMatchObject({
    stage: 'login',
    status: 'ok',
    facts: { method: 'login' },
  })
})

test('POP3 falls back to USER and PASS where no mechanism is announced', async () => {
  const script = mailServer('pop3', 'tls', goodTls, { capabilities: '+OK\r\nUSER\r\n.' })
  const { result, servers } = await tryOut(script, { protocol: 'pop3' })
  expect(result.code).toBe('OK')
  expect(servers[0]?.received.map(({ text }) => text).join('')).toContain('USER anna@example.test\r\n')
})

describe('IMAP falls back to LOGIN where no mechanism is announced, with letters beyond ASCII as a literal', () => {
  const USER = 'anna@example.test'
  test.each([
    ['of the password', USER],
    ['of the name too', 'änna@example.test'],
  ])('%s', async (_, userName) => {
    const heard: string[] = []
    const canary = createCanary()
    const script = mailServer('imap', 'tls', goodTls, {
      greeting: '* OK [CAPABILITY IMAP4rev1 LITERAL+] ready',
      login: async ({ conversation, line, tag }) => {
        let next: string | null = line.slice(tag.length + 1)
        for (; next !== null && /\{\d+\}$/.test(next); next = await conversation.readLine()) {
          heard.push(next)
          conversation.send('+ go on')
        }
        heard.push(next ?? '')
        conversation.send(`${tag} OK in`)
      },
    })
    const { result } = await tryOut(script, { protocol: 'imap', canary, userName })
    const announced = `{${Buffer.byteLength(canary.secret)}}`
    expect(heard.map((text) => Buffer.from(text, 'latin1').toString('utf8'))).toEqual(
      userName === USER
        ? [`LOGIN "${USER}" ${announced}`, canary.secret]
        : [`LOGIN {${Buffer.byteLength(userName)}}`, `${userName} ${announced}`, canary.secret],
    )
    expect(result).toMatchObject({ code: 'OK', passwordSent: 'yes' })
  })
})
