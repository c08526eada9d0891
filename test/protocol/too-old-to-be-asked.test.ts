import { describe, expect, test } from 'vitest'
import type { Turn } from '../support/behaviour.ts'
import { mailServer } from '../support/behaviour.ts'
import { goodTls } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'

const hangsUp = async ({ conversation }: Turn) => conversation.close()
const refusesAndHangsUp = async ({ conversation }: Turn) => {
  conversation.send('-ERR Unknown command')
  conversation.close()
}

describe.each([
  ['hangs up', hangsUp],
  ['says no and hangs up', refusesAndHangsUp],
])('a POP3 server that %s when it is asked what it can do', (_, capabilities) => {
  test.each(['tls', 'starttls', 'none'] as const)(
    'is signed in to without the question: %s',
    async (security) => {
      const endpoint = security === 'none' ? 'clear' : security
      const here = security === 'none' ? ({ host: '127.0.0.1', origin: 'typed' } as const) : {}
      const script = mailServer('pop3', endpoint, goodTls, { capabilities })
      const { result, servers } = await tryOut(script, { protocol: 'pop3', security, ...here })
      expect(result).toMatchObject({ code: 'OK', passwordSent: 'yes' })
      expect(servers.map(({ connections }) => connections)).toEqual([2])
    },
  )

  test('is not asked for a third time where it hangs up at the name as well', async () => {
    const said: string[] = []
    const login = async (turn: Turn) => {
      said.push(turn.line)
      await hangsUp(turn)
    }
    const script = mailServer('pop3', 'tls', goodTls, { capabilities, login })
    const { result } = await tryOut(script, { protocol: 'pop3' })
    expect(result).toMatchObject({ code: 'NET_RESET', passwordSent: 'no' })
    expect(said).toEqual(['USER anna@example.test'])
  })

  test('is not shown a password twice', async () => {
    const passwords: string[] = []
    const script = mailServer('pop3', 'tls', goodTls, {
      capabilities,
      login: async ({ conversation, line }) => {
        if (line.startsWith('USER')) return conversation.send('+OK')
        passwords.push(line)
        conversation.close()
      },
    })
    const { result } = await tryOut(script, { protocol: 'pop3' })
    expect(result.passwordSent).toBe('unknown')
    expect(passwords).toHaveLength(1)
  })
})

test('a server that is too old for the question, and goes on, is not reached twice', async () => {
  const script = mailServer('pop3', 'tls', goodTls, { capabilities: '-ERR Unknown command' })
  const { result, servers } = await tryOut(script, { protocol: 'pop3' })
  expect(result.code).toBe('OK')
  expect(servers[0]?.connections).toBe(1)
})
