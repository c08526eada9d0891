import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CODES } from '#shared/finding/codes.ts'
import { explain } from '#shared/explain/explain.ts'
import { looksLikeMessage, readMessage, withoutTags } from '#shared/explain/read-message.ts'
import { BOUNCES } from '../unit/shared/explain/bounces.ts'

const MIB = 1024 * 1024
const QUICK_MS = 3_000
/** Twice the input may take twice the time; the rest is for memory, which grows in steps. */
const LINEAR = 6

const fill = (piece: string, size = MIB) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
const head = 'From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\n'
const nested = (depth: number) =>
  head +
  Array.from({ length: depth }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join(
    '',
  )

const HOSTILE: readonly (readonly [string, string])[] = [
  ['one endless line', fill('a')],
  ['one endless number', fill('5')],
  ['dots and fives', fill('5.5.')],
  ['nothing but line ends', fill('\n')],
  ['spaces', fill(' ')],
  ['a reply without an end', fill('550-5.1.1 x\n')],
  ['codes without words', fill('550\n')],
  ['cues without codes', fill('error: ')],
  ['brackets that stay open', fill('A1 NO [')],
  ['recipients of qmail', `Hi. This is the qmail-send program\n${fill('<a@b.example>:\n')}`],
  ['recipients of Exim', `created automatically by mail delivery software\n${fill('  a@b.example\n')}`],
  ['links of Exchange', `Delivery has failed to these recipients\n${fill('(a@b')}`],
  ['angle brackets', `Hi. This is the qmail-send program\n${fill('<')}`],
  ['groups of a delivery status', fill('Final-Recipient: rfc822; a@b.example\n\n')],
  ['a field that goes on', `Final-Recipient: rfc822; a@b.example\n${fill(' more\n')}`],
  ['a header that goes on', `${head}Subject: x\n${fill(' more\n')}`],
  ['a million headers', head + fill('X: y\n')],
  ['parts inside parts', nested(5_000)],
  ['messages inside messages', fill(`${head}Content-Type: message/rfc822\n\n`)],
  ['parts side by side', `${head}Content-Type: multipart/mixed; boundary=b\n\n${fill('--b\n\nx\n')}`],
  ['a message of empty lines', `${head}\n${fill('\n')}`],
  ['a broken base64', `${head}Content-Transfer-Encoding: base64\n\n${fill('%%%=')}`],
  ['quoted-printable without sense', `${head}Content-Transfer-Encoding: quoted-printable\n\n${fill('=')}`],
  ['tags that stay open', `${head}Content-Type: text/html\n\n${fill('<style')}`],
  ['entities', `${head}Content-Type: text/html\n\n${fill('&amp')}`],
  ['an unknown character set', `${head}Content-Type: text/plain; charset=klingon\n\nqapla`],
  ['addresses in a header', `${head}Cc: ${fill('<a@b,')}\n\nx`],
]

/** Milliseconds of computing, which others on a busy computer do not lengthen. */
async function timed(text: string) {
  const began = process.cpuUsage()
  const explanation = await explain({ text, octets: null })
  const { user, system } = process.cpuUsage(began)
  return { explanation, took: (user + system) / 1_000 }
}

/** The least of a few runs: what comes on top now and then is the collector's and the compiler's. */
async function least(text: string): Promise<number> {
  let best = Infinity
  for (let run = 0; run < 4; run += 1) best = Math.min(best, (await timed(text)).took)
  return best
}

describe('a megabyte made to hurt ends soon, with a clear result', () => {
  test.each(HOSTILE)('%s', async (_, text) => {
    const { explanation, took } = await timed(text)
    expect(CODES).toContain(explanation.causes[0].code)
    expect(took).toBeLessThan(QUICK_MS)
    expect(JSON.stringify(explanation).length).toBeLessThan(40_000)
  })

  test.each(HOSTILE.slice(0, 11))('twice as much takes about twice as long: %s', async (_, text) => {
    const half = await least(text.slice(0, text.length / 2))
    const whole = await least(text)
    expect(whole).toBeLessThan(half * LINEAR + 50)
  })
})

const alphabet = fc.constantFrom(
  '5',
  '4',
  '.',
  '1',
  ' ',
  '-',
  '\n',
  '\r\n',
  ':',
  ';',
  '<',
  '>',
  '[',
  ']',
  'a@b.example',
  'NO',
  '-ERR',
  '550',
  '5.7.1',
  'Final-Recipient: rfc822; ',
  'Status: ',
  'Action: ',
  '--b',
  'From: x',
  'To: y',
  '\u0000',
  'Content-Type: multipart/report; boundary=b',
  'message/delivery-status',
  '\u001b[31m',
  '\u202e',
  '\ud800',
)
const anything = fc.oneof(
  fc.array(alphabet, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string(),
)

describe('anything at all', () => {
  test('has exactly one first cause, and nothing in it that a terminal would obey', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const { causes, reply, bounce } = await explain({ text, octets: null })
        expect(CODES).toContain(causes[0].code)
        const shown = [
          reply?.text,
          bounce?.recipient,
          bounce?.remoteServer,
          ...causes.flatMap((one) => one.recipients),
        ]
        expect(shown.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      }),
      { numRuns: 500 },
    )
  })

  test('cut off anywhere, a bounce still gives a result', async () => {
    for (const { text } of BOUNCES) {
      for (let end = 0; end < text.length; end += 97) {
        const { causes } = await explain({ text: text.slice(0, end), octets: null })
        expect(CODES).toContain(causes[0].code)
      }
    }
  })
})

describe('what is taken for a message', () => {
  test.each([
    ['two known headers', 'From: a\nSubject: b\n\nc', true],
    ['a mailbox file', 'From a Fri Nov 20\nReturn-Path: <>\nReceived: x\n\nc', true],
    ['one header only', 'Subject: b\n\nc', false],
    ['a delivery status', 'Reporting-MTA: dns; x\nArrival-Date: y\n\nFinal-Recipient: z', false],
    ['a reply', '550 5.1.1 no', false],
  ] as const)('%s: %s', (_, text, expected) => {
    expect(looksLikeMessage(text)).toBe(expected)
  })

  test('one with too many headers is not taken apart', async () => {
    expect(await readMessage(head + fill(`X: ${'y'.repeat(60)}\n`))).toBeNull()
  })

  test('one with thousands of parts is not taken apart either', async () => {
    expect(
      await readMessage(`${head}Content-Type: multipart/mixed; boundary=b\n${fill('\n--b\n', 20_000)}`),
    ).toBeNull()
  })

  test('tags go, and what only programs read goes with them', () => {
    expect(withoutTags('<style>a</style><p>x &amp; y</p>z<br>').trim()).toBe('x & y\nz')
  })
})
