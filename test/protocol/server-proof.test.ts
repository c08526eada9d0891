import { expect, test } from 'vitest'
import type { Code } from '#shared/finding/codes.ts'
import type { PasswordTrace } from '#shared/domain/evidence.ts'
import { passwordTraceOf } from '#shared/domain/evidence.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { mailServer, type Act, type Turn } from '../support/behaviour.ts'
import { goodTls } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'

const decode = (text: string) => Buffer.from(text, 'base64').toString('utf8')
const encode = (text: string) => Buffer.from(text, 'utf8').toString('base64')

/** The server's first message in SCRAM, with this many rounds, and whatever the client answers. */
async function challenge({ conversation, line }: Turn, rounds: number): Promise<void> {
  const nonce = decode(line.split(' ')[2] ?? '').split(',r=')[1] ?? ''
  conversation.send(`334 ${encode(`r=${nonce}more,s=${encode('a salt')},i=${rounds}`)}`)
  await conversation.readLine()
}

const acceptsUnproved = async (turn: Turn) => {
  await challenge(turn, 4_096)
  turn.conversation.send('235 2.7.0 ok')
}
const NOT_SENT = 'Your password was not sent.'
const PROOF = 'A proof of your password was sent'

const CASES: readonly (readonly [string, string, Act, Code, PasswordTrace, string])[] = [
  [
    'accepts before anything was proved',
    'SCRAM-SHA-256',
    '235 2.7.0 ok',
    'AUTH_SERVER_PROOF',
    { passwordSent: 'no' },
    NOT_SENT,
  ],
  [
    'asks for too little work to guess',
    'SCRAM-SHA-256',
    async (turn) => {
      await challenge(turn, 1)
      turn.conversation.send('501 5.5.0 broken off')
    },
    'AUTH_SERVER_PROOF',
    { passwordSent: 'no' },
    NOT_SENT,
  ],
  [
    'accepts without a proof of its own',
    'SCRAM-SHA-256',
    acceptsUnproved,
    'AUTH_SERVER_PROOF',
    { passwordSent: 'yes', sentAs: 'proof' },
    PROOF,
  ],
  [
    'looks at a proof, refuses SCRAM as such, and then the password itself',
    'SCRAM-SHA-256 PLAIN',
    async (turn) => {
      if (!turn.line.includes('SCRAM')) return turn.conversation.send('535 5.7.8 no')
      await challenge(turn, 4_096)
      turn.conversation.send('504 5.7.4 not this way')
    },
    'AUTH_REJECTED',
    { passwordSent: 'yes' },
    'Your password was sent',
  ],
  [
    'has got the password, refuses PLAIN as such, and then what CRAM-MD5 made of it',
    'PLAIN CRAM-MD5',
    async ({ conversation, line }) => {
      if (line.includes('PLAIN')) return conversation.send('504 5.7.4 not this way')
      conversation.send(`334 ${encode('<1@mail.example.test>')}`)
      await conversation.readLine()
      conversation.send('535 5.7.8 no')
    },
    'AUTH_REJECTED',
    { passwordSent: 'yes' },
    'Your password was sent',
  ],
  [
    'refuses what CRAM-MD5 made of the password',
    'CRAM-MD5',
    async ({ conversation }) => {
      conversation.send(`334 ${encode('<1@mail.example.test>')}`)
      await conversation.readLine()
      conversation.send('535 5.7.8 no')
    },
    'AUTH_REJECTED',
    { passwordSent: 'yes', sentAs: 'proof' },
    PROOF,
  ],
]

test.each(CASES)(
  'of a server that %s it is said what was sent',
  async (_, offers, login, code, trace, words) => {
    const script = mailServer('smtp', 'tls', goodTls, {
      capabilities: `250-mail\r\n250 AUTH ${offers}`,
      login,
    })
    const { result } = await tryOut(script, { protocol: 'smtp' })
    const [finding] = result.findings
    if (finding === undefined) throw new Error('nothing was found')
    expect({ code: finding.code, trace: passwordTraceOf(finding) }).toEqual({ code, trace })
    expect(passwordTraceOf(result.evidence)).toEqual(trace)
    expect(findingWords(finding, createTranslator('en').t).password).toContain(words)
  },
)
