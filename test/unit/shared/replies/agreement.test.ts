import { describe, expect, test } from 'vitest'
import type { Code } from '#shared/finding/codes.ts'
import { quotedWords, smtpReply, type ServerReply } from '#shared/domain/server-reply.ts'
import type { Explanation } from '#shared/explain/explanation.ts'
import { explain } from '#shared/explain/explain.ts'
import { quotedReply } from '#shared/explain/quoted-reply.ts'
import { COUNSEL } from '#shared/replies/counsel.ts'
import { REPLY_CODES } from '#shared/replies/reply-code.ts'
import { TEXT_TABLES } from '../explain/all-texts.ts'
import { BOUNCES } from '../explain/bounces.ts'
import { live, quoting, replyIn } from './live-replies.ts'
import { NEAR_MISSES } from '../explain/near-misses.ts'
import { SECOND_REPLIES } from '../explain/second-replies.ts'

/** What a pasted text knows and the server's reply alone does not. */
const ONLY_PASTED: ReadonlySet<Code> = new Set<Code>([
  // The report says "delayed"; the reply in it is the one of a server that may still refuse for good.
  'SEND_DELAYED',
])

const QUOTING = TEXT_TABLES.map(([who, cases]) => [who, cases.flatMap(quoting)] as const)

describe.each(QUOTING.filter(([, cases]) => cases.length > 0))(
  '%s: the live test and the pasted text agree',
  (_, cases) => {
    test.each(cases)('$text', ({ code, reply, stage }) => {
      expect(live(reply, stage).code).toBe(code)
    })
  },
)

test('more than two hundred texts are compared', () => {
  expect(QUOTING.flatMap(([, cases]) => cases).length).toBeGreaterThan(200)
})

/** Each had two answers once, one live and another when pasted. */
const ONCE_TWO_ANSWERS: readonly (readonly [text: string, code: Code])[] = [
  ['550 5.1.90 Your message can not be sent because the daily limit of recipients is reached', 'SEND_RATE'],
  ['552 Message size exceeds the maximum message size limit', 'SEND_TOO_BIG'],
  ['554 5.2.0 Mailbox quota exceeded', 'SEND_MAILBOX_FULL'],
  ['550 Requested action not taken: mailbox unavailable', 'SEND_RECIPIENT_UNKNOWN'],
  ['550 Absenderadresse nicht erlaubt', 'SEND_AS_DENIED'],
  ['550 5.7.28 An unusual rate of mail comes from your address', 'SEND_RATE'],
]

test.each(ONCE_TWO_ANSWERS)('%s has one answer, live and pasted', async (text, code) => {
  const { causes } = await explain({ text, octets: null })
  const reply = quotedReply(text)
  expect([causes[0].code, reply === null ? null : live(reply, 'send').code]).toEqual([code, code])
})

const WRITTEN_LATER = [
  ...SECOND_REPLIES.map(({ text }) => text),
  ...NEAR_MISSES.map(([text]) => text),
].flatMap((text) => replyIn(text) ?? [])

test.each(WRITTEN_LATER)('the live test says the same of $text', async ({ text, reply, stage }) => {
  const { causes } = await explain({ text, octets: null })
  expect(live(reply, stage).code).toBe(causes[0].code)
})

function replyOf({ code, enhanced, text }: NonNullable<Explanation['reply']>): ServerReply {
  return code === null ? quotedWords(enhanced, text) : smtpReply(code, enhanced, text)
}

describe('what a bounce quotes means the same while sending', () => {
  test.each(
    BOUNCES.filter(({ code }) => !ONLY_PASTED.has(code)).map((given) => [given.name, given] as const),
  )('%s', async (_, { text, code }) => {
    const { reply } = await explain({ text, octets: null })
    expect(reply === null ? code : live(replyOf(reply), 'send').code).toBe(code)
  })
})

test.each(REPLY_CODES)('%s has counsel for the live test and for a pasted text', (code) => {
  const { live: now, pasted } = COUNSEL[code]
  for (const { turn, actions } of [now, pasted]) {
    const isAnotherPerson = turn === 'network' || turn === 'provider' || turn === 'admin'
    expect(!isAnotherPerson || actions.some(({ kind }) => kind === 'ask-admin')).toBe(true)
  }
})
