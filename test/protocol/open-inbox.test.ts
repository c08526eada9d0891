import { describe, expect, test } from 'vitest'
import type { StageFacts } from '#shared/domain/stage.ts'
import { mailServer, type Behaviour, type Turn } from '../support/behaviour.ts'
import { goodTls } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'

type Facts = StageFacts['mailbox']

async function openedBy(behaviour: Behaviour = {}) {
  const { result, servers } = await tryOut(mailServer('imap', 'tls', goodTls, behaviour), {
    protocol: 'imap',
  })
  const said = servers[0]?.received.map(({ text }) => text).join('') ?? ''
  return { result, mailbox: result.evidence.stages.at(-1), said }
}

describe('what IMAP tells about the inbox', () => {
  test('is how many messages there are, how many are unread, and how folders are named', async () => {
    const { mailbox } = await openedBy()
    expect(mailbox).toMatchObject({ stage: 'mailbox', status: 'ok' })
    expect(mailbox?.facts).toEqual({ messages: 2, unseen: 1, delimiter: '/' })
  })

  test('is asked for before the mailbox is opened, none of it afterwards', async () => {
    const { said } = await openedBy()
    expect(said.match(/LIST "" INBOX|STATUS INBOX \(MESSAGES UNSEEN\)|EXAMINE INBOX/g)).toEqual([
      'LIST "" INBOX',
      'STATUS INBOX (MESSAGES UNSEEN)',
      'EXAMINE INBOX',
    ])
  })

  test.concurrent.each<readonly [string, string, Facts]>([
    ['a dot between the names', '* LIST (\\Marked) "." INBOX', { delimiter: '.' }],
    ['a backslash, which is quoted', '* LIST () "\\\\" "INBOX"', { delimiter: '\\' }],
    ['folders without folders inside', '* LIST (\\Noinferiors) NIL INBOX', { delimiter: null }],
    ['a name in a literal', '* LIST () "/" {5}\r\nINBOX', { delimiter: '/' }],
    ['small letters and extended data', '* list () "/" "inbox" ("CHILDINFO" ("x"))', { delimiter: '/' }],
  ])('LIST: %s', async (_, answer, facts) => {
    const { mailbox } = await openedBy({ list: `${answer}\r\n{tag} OK done` })
    expect(mailbox?.facts).toEqual({ messages: 2, unseen: 1, ...facts })
  })

  test.concurrent.each<readonly [string, string, Facts]>([
    ['numbers the other way round', '* STATUS "INBOX" (UNSEEN 0 MESSAGES 2)', { unseen: 0 }],
    ['a name in a literal', '* STATUS {5}\r\nINBOX (MESSAGES 2 UNSEEN 2) ', { unseen: 2 }],
    ['more than was asked for', '* STATUS inbox (UIDNEXT 9 MESSAGES 2 UNSEEN 1 X 3)', { unseen: 1 }],
  ])('STATUS: %s', async (_, answer, facts) => {
    const { mailbox } = await openedBy({ status: `${answer}\r\n{tag} OK done` })
    expect(mailbox?.facts).toEqual({ messages: 2, delimiter: '/', ...facts })
  })

  test('what was counted when the mailbox was opened outweighs what was counted before', async () => {
    const { mailbox } = await openedBy({ mailbox: '* 3 EXISTS\r\n{tag} OK done' })
    expect(mailbox?.facts).toMatchObject({ messages: 3 })
  })

  test('where the opening does not count, the count from before stands', async () => {
    const { mailbox } = await openedBy({ mailbox: '{tag} OK done' })
    expect(mailbox?.facts).toMatchObject({ messages: 2 })
  })
})

const ODD_ANSWERS: Readonly<Record<string, string>> = {
  'is refused': '{tag} NO not for you',
  'is not understood': '{tag} BAD what',
  'is answered with nothing': '{tag} OK',
  'is answered with something else': '* FLAGS (\\Seen)\r\n* SEARCH 1 2\r\n{tag} OK',
  'is answered with half of it': '* LIST (\r\n* STATUS INBOX (MESSAGES\r\n{tag} OK',
  'is answered with numbers that are none': '* STATUS INBOX (MESSAGES -1 UNSEEN 99999999999)\r\n{tag} OK',
  'is answered with a delimiter that does harm': '* LIST () "\u202e" INBOX\r\n* LIST () "" INBOX\r\n{tag} OK',
  'is answered about another mailbox': '* LIST () "!" Sent\r\n* STATUS Sent (UNSEEN 7)\r\n{tag} OK',
  'ends in a word that is no ending': '{tag} PERHAPS',
}

describe.each(['list', 'status'] as const)('a mailbox opens although %s', (point) => {
  test.concurrent.each(Object.entries(ODD_ANSWERS))('%s', async (_, answer) => {
    const { result, mailbox } = await openedBy({ [point]: answer })
    expect(result).toMatchObject({ code: 'OK', verdict: 'ok' })
    const known = point === 'list' ? { messages: 2, unseen: 1 } : { messages: 2, delimiter: '/' }
    expect(mailbox?.facts).toEqual(known)
  })
})

test('a mailbox opens although its server answers what it was asked last first', async () => {
  const late: string[] = []
  const hold =
    (answer: string) =>
    async ({ tag }: Turn) =>
      void late.push(answer.replaceAll('{tag}', tag))
  const { result, mailbox } = await openedBy({
    list: hold('* LIST () "/" INBOX\r\n{tag} OK'),
    status: hold('* STATUS INBOX (MESSAGES 2 UNSEEN 1)\r\n{tag} OK'),
    mailbox: async ({ conversation, tag }) => {
      conversation.send(`* 2 EXISTS\r\n${tag} OK`)
      for (const answer of late.toReversed()) conversation.send(answer)
    },
  })
  expect(result.code).toBe('OK')
  expect(mailbox?.facts).toEqual({ messages: 2, unseen: 1, delimiter: '/' })
})

test('a mailbox does not open because everything else is answered', async () => {
  const { result } = await openedBy({ mailbox: '{tag} NO [SERVERBUG] broken' })
  expect(result.code).toBe('MAILBOX_BROKEN')
})

test('an answer with the tag of an answered command ends it', async () => {
  const { result } = await openedBy({ list: '{tag} OK\r\n{tag} OK' })
  expect(result.code).toBe('PROTO_GARBAGE')
})

describe('what a server says unasked between the sign-in and the mailbox counts', () => {
  test.each([
    [
      'a sign-in that is taken back',
      '* BYE IMAP access disabled for this account.',
      'AUTH_PROTOCOL_DISABLED',
    ],
    ['a service that goes down', '* BYE shutting down', 'SERVER_BUSY'],
    ['a message for the user', '* OK [ALERT] Maintenance tonight', 'OK'],
    ['new capabilities, and an alert', '* CAPABILITY IMAP4rev1\r\n* OK [ALERT] Maintenance', 'OK'],
    ['the answer to a command that was not sent', 'A2 OK opened', 'PROTO_GARBAGE'],
    ['no answer at all', 'Good morning', 'PROTO_GARBAGE'],
  ])('%s', async (_, unasked, code) => {
    const { result } = await openedBy({ login: `{tag} OK in\r\n${unasked}` })
    expect(result.code).toBe(code)
  })
})
