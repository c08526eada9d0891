import { describe, expect, test } from 'vitest'
import type { Protocol } from '#shared/domain/protocol.ts'
import { fillTag, mailServer, type Behaviour } from '../support/behaviour.ts'
import { goodTls } from '../support/certificates.ts'
import { tryOut, type Trial } from '../support/probe-bench.ts'
import { ALL, by } from './cases.ts'

interface Words {
  readonly offer: (names: readonly string[]) => Behaviour
  readonly refuses: string
  readonly isWrong: string
  readonly accepts: string
}

const WORDS: (protocol: Protocol) => Words = by<Words>({
  smtp: {
    offer: (names) => ({ capabilities: `250-mail\r\n250 AUTH ${names.join(' ')}` }),
    refuses: '504 5.7.4 Unrecognized authentication type [AM0P190CA0001]',
    isWrong: '535 5.7.8 Error: authentication failed',
    accepts: '235 2.7.0 ok',
  },
  imap: {
    offer: (names) => ({
      greeting: `* OK [CAPABILITY IMAP4rev1 SASL-IR ${names.map((name) => `AUTH=${name}`).join(' ')}] hi`,
    }),
    refuses: '{tag} NO Unsupported authentication mechanism.',
    isWrong: '{tag} NO [AUTHENTICATIONFAILED] no',
    accepts: '{tag} OK in',
  },
  pop3: {
    offer: (names) => ({ capabilities: `+OK\r\nPIPELINING\r\nSASL ${names.join(' ')}\r\n.` }),
    refuses: '-ERR [AUTH] Unsupported authentication mechanism.',
    isWrong: '-ERR [AUTH] no',
    accepts: '+OK in',
  },
})

/** Offers two mechanisms and refuses the first of them; what comes of the second is said. */
async function refuseFirst(protocol: Protocol, second: 'refuses' | 'isWrong' | 'accepts') {
  const words = WORDS(protocol)
  const asked: string[] = []
  const behaviour: Behaviour = {
    ...words.offer(['PLAIN', 'LOGIN']),
    mailbox: ({ conversation, tag }) => {
      if (protocol === 'imap') conversation.send(`* 3 EXISTS\r\n${tag} OK opened`)
      // A client that is not signed in yet is told so, as after a refused sign-in whose STAT came along.
      else conversation.send(asked.length < 2 ? '-ERR not now' : '+OK 3 300')
      return Promise.resolve()
    },
    login: async (turn) => {
      const { conversation, line } = turn
      const name = /PLAIN|LOGIN/.exec(line.slice(turn.tag.length))?.[0] ?? ''
      asked.push(name)
      if (name === 'PLAIN') return conversation.send(fillTag(words.refuses, turn))
      const question = protocol === 'smtp' ? '334' : '+'
      if (line.startsWith(`${turn.tag} LOGIN `)) {
        conversation.send(question)
        await conversation.readLine()
        return conversation.send(fillTag(words[second], turn))
      }
      for (let answers = 0; answers < 2; answers += 1) {
        if (answers > 0 || line.endsWith('LOGIN')) conversation.send(`${question} VXNlcm5hbWU6`)
        await conversation.readLine()
      }
      conversation.send(fillTag(words[second], turn))
    },
  }
  const trial = await tryOut(mailServer(protocol, 'tls', goodTls, behaviour), { protocol })
  return { trial, asked }
}

const methodIn = ({ result }: Trial) => {
  const login = result.evidence.stages.find(({ stage }) => stage === 'login')
  return login?.stage === 'login' ? login.facts.method : undefined
}

describe.each(ALL)('%s: a way to sign in that is announced and then refused', (protocol) => {
  test('is followed by the next best, and that is what is reported', async () => {
    const { trial, asked } = await refuseFirst(protocol, 'accepts')
    expect(asked).toEqual(['PLAIN', 'LOGIN'])
    expect(trial.result).toMatchObject({ code: 'OK', passwordSent: 'yes' })
    expect(methodIn(trial)).toBe('login')
  })

  test('is reported as such only when no other is left', async () => {
    const { trial, asked } = await refuseFirst(protocol, 'refuses')
    // IMAP has a command besides.
    expect(asked).toEqual(['PLAIN', 'LOGIN', ...(protocol === 'imap' ? ['LOGIN'] : [])])
    expect(trial.result).toMatchObject({ code: 'AUTH_MECHANISM', passwordSent: 'yes' })
  })

  test('leaves the password to be judged by the next: wrong is wrong', async () => {
    const { trial, asked } = await refuseFirst(protocol, 'isWrong')
    expect(asked).toEqual(['PLAIN', 'LOGIN'])
    expect(trial.result.code).toBe('AUTH_REJECTED')
  })
})

test.each(ALL)('%s: a wrong password is not tried by another mechanism', async (protocol) => {
  const words = WORDS(protocol)
  let attempts = 0
  const behaviour: Behaviour = {
    ...words.offer(['PLAIN', 'LOGIN', 'CRAM-MD5']),
    login: (turn) => {
      attempts += 1
      turn.conversation.send(fillTag(words.isWrong, turn))
      return Promise.resolve()
    },
  }
  const { result } = await tryOut(mailServer(protocol, 'tls', goodTls, behaviour), { protocol })
  expect([result.code, attempts]).toEqual(['AUTH_REJECTED', 1])
})
