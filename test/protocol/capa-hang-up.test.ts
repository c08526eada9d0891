import { describe, expect, test } from 'vitest'
import { mailServer, type Behaviour } from '../support/behaviour.ts'
import { goodTls } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'

describe('a POP3 server that does not know CAPA', () => {
  /** It is on the line for one question: a client that asks for capabilities is hung up on. */
  const rude = (answer: string | null, asked: string[]): Behaviour => ({
    capabilities: async ({ conversation }) => {
      asked.push('CAPA')
      if (answer !== null) conversation.send(answer)
      conversation.close()
    },
    login: async ({ conversation, line }) => {
      asked.push(line.split(' ')[0] ?? '')
      conversation.send('+OK')
    },
  })

  test.each([
    ['says so', '-ERR Unknown command'],
    ['says nothing', null],
  ])('and hangs up is asked again without it, when it %s', async (_, answer) => {
    const asked: string[] = []
    const { result } = await tryOut(mailServer('pop3', 'tls', goodTls, rude(answer, asked)), {
      protocol: 'pop3',
    })
    expect(result).toMatchObject({ code: 'OK', verdict: 'ok', passwordSent: 'yes' })
    expect(asked).toEqual(['CAPA', 'USER', 'PASS'])
  })

  test('and hangs up at everything is no better the second time', async () => {
    let connections = 0
    const script = mailServer('pop3', 'tls', goodTls, {
      greeting: async ({ conversation }) => {
        connections += 1
        conversation.send('+OK')
      },
      capabilities: async ({ conversation }) => conversation.close(),
      login: async ({ conversation }) => conversation.close(),
    })
    const { result } = await tryOut(script, { protocol: 'pop3' })
    expect(result).toMatchObject({ code: 'NET_RESET', passwordSent: 'no' })
    expect(connections).toBeLessThanOrEqual(3)
  })
})
