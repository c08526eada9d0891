import { describe, expect, test } from 'vitest'
import { mailServer, type Behaviour, type Turn } from '../support/behaviour.ts'
import { goodTls } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'
import { TEST_LIMITS } from '../support/test-limits.ts'

const PIPELINING = '+OK\r\nPIPELINING\r\nSASL PLAIN\r\n.'
const USER = '+OK\r\nPIPELINING\r\nUSER\r\n.'

async function check(behaviour: Behaviour, patienceMs = TEST_LIMITS.patienceMs) {
  const { result, servers } = await tryOut(mailServer('pop3', 'tls', goodTls, behaviour), {
    protocol: 'pop3',
    limits: { ...TEST_LIMITS, patienceMs },
  })
  const { code, passwordSent } = result
  const text = servers[0]?.received.map((chunk) => chunk.text).join('') ?? ''
  const verbs = text.split('\r\n').map((line) => line.split(' ')[0])
  return {
    code,
    passwordSent,
    verbs: verbs.filter((verb) => verb !== ''),
    end: result.evidence.stages.at(-1),
  }
}

/** An answer that comes after something else has. */
const after =
  (wait: (turn: Turn) => Promise<unknown>, answer: string) =>
  async (turn: Turn): Promise<void> => {
    await wait(turn)
    turn.conversation.send(answer)
  }

const nextLine = ({ conversation }: Turn) => conversation.readLine()
const pause =
  (ms: number) =>
  ({ conversation }: Turn) =>
    conversation.pause(ms)

describe('POP3 counts in the flight of its sign-in', () => {
  test('where PIPELINING is announced: the server has STAT before it has said yes', async () => {
    const { code, verbs, end } = await check({
      capabilities: PIPELINING,
      login: after(nextLine, '+OK in\r\n+OK 2 320'),
    })
    expect({ code, verbs }).toEqual({ code: 'OK', verbs: ['CAPA', 'AUTH', 'STAT', 'QUIT'] })
    expect(end).toMatchObject({ stage: 'mailbox', facts: { messages: 2 } })
  })

  test('behind PASS too, and USER goes alone', async () => {
    const behaviour: Behaviour = {
      capabilities: USER,
      login: async ({ conversation, line }) => {
        if (line.startsWith('PASS')) await conversation.readLine()
        conversation.send(line.startsWith('PASS') ? '+OK in\r\n+OK 2 320' : '+OK')
      },
    }
    const { code, verbs } = await check(behaviour)
    expect({ code, verbs }).toEqual({ code: 'OK', verbs: ['CAPA', 'USER', 'PASS', 'STAT', 'QUIT'] })
  })

  test('and a refused name is followed by nothing', async () => {
    const { passwordSent, verbs } = await check({ capabilities: USER, login: '-ERR [AUTH] no such user' })
    expect({ passwordSent, verbs }).toEqual({ passwordSent: 'no', verbs: ['CAPA', 'USER'] })
  })

  test('a refused password is refused once, whatever STAT comes to', async () => {
    const { code, verbs } = await check({
      capabilities: PIPELINING,
      login: '-ERR [AUTH] wrong',
      mailbox: '-ERR sign in first',
    })
    expect({ code, verbs }).toEqual({ code: 'AUTH_REJECTED', verbs: ['CAPA', 'AUTH', 'STAT'] })
  })

  test('a mailbox that does not open is told apart from a refused sign-in', async () => {
    const { code } = await check({ capabilities: PIPELINING, mailbox: '-ERR [SYS/PERM] broken' })
    expect(code).toBe('MAILBOX_BROKEN')
  })
})

describe('false alarms are failures too: a server works', () => {
  test('that announces PIPELINING and loses what came with the sign-in', async () => {
    const { code, verbs } = await check({ capabilities: PIPELINING, login: after(nextLine, '+OK in') })
    expect({ code, verbs }).toEqual({ code: 'OK', verbs: ['CAPA', 'AUTH', 'STAT', 'STAT', 'QUIT'] })
  })

  test('that is slow, is asked again and answers twice', async () => {
    const { code, end } = await check({ capabilities: PIPELINING, mailbox: after(pause(600), '+OK 2 320') })
    expect(code).toBe('OK')
    expect(end).toMatchObject({ facts: { messages: 2 } })
  })

  test('that is slow to accept the sign-in, and is asked once', async () => {
    const slow: Behaviour = { capabilities: PIPELINING, login: after(pause(1_300), '+OK in') }
    const { code, verbs } = await check(slow, 1_000)
    expect({ code, verbs }).toEqual({ code: 'OK', verbs: ['CAPA', 'AUTH', 'STAT', 'QUIT'] })
  })
})

test('a server that takes STAT for an answer to its question is no judge of the password', async () => {
  const { code, passwordSent, verbs } = await check({
    capabilities: PIPELINING,
    login: async ({ conversation }) => {
      conversation.send('+ ')
      await conversation.readLine()
      conversation.send('-ERR [AUTH] wrong password')
    },
  })
  expect({ code, passwordSent }).toEqual({ code: 'PROTO_GARBAGE', passwordSent: 'yes' })
  expect(verbs).toEqual(['CAPA', 'AUTH', 'STAT'])
})
