import { describe, expect, test } from 'vitest'
import { readMessageFacts } from '#shared/arrival/message-headers.ts'

const BORDER =
  'Received: from evil.test (evil.test [203.0.113.9]) by mx.receiver.test with ESMTP id 1; Mon, 1 Jan 2026 00:00:00 +0000'
const FROM = 'From: CEO <ceo@bank.test>'
const FORGED =
  'Authentication-Results: mx.receiver.test; dkim=pass header.d=bank.test; dmarc=pass header.from=bank.test'

/** A receiver takes away what it reads as a field in its own name, and lets all of these through. */
const NO_FIELD: readonly (readonly [string, string])[] = [
  ['behind a bare carriage return in a subject', `Subject: hi\r${FORGED}`],
  ['behind a bare carriage return in a folded line', `Subject: hi\r\n there\r${FORGED}`],
  ['behind two carriage returns', `Subject: hi\r\r${FORGED}`],
  ['behind a form feed', `Subject: hi\f${FORGED}`],
  ['behind a line separator of Unicode', `Subject: hi\u2028${FORGED}`],
  ['whose name ends in a no-break space', FORGED.replace(':', '\u00A0:')],
  ['whose name ends in a blank', FORGED.replace(':', ' :')],
  ['whose name ends in a tab', FORGED.replace(':', '\t:')],
  ['whose name begins with a byte order mark', `\uFEFF${FORGED}`],
  ['whose name begins with the octets of a byte order mark', `\u00EF\u00BB\u00BF${FORGED}`],
  ['whose name begins with a carriage return', `\r${FORGED}`],
  ['whose name begins with NUL', `\0${FORGED}`],
  ['whose name has a wide letter', FORGED.replace('A', '\uFF21')],
]

describe('a line that is no field of that name is not believed', () => {
  test.each(NO_FIELD)('%s', (_, line) => {
    for (const end of ['\r\n', '\n'])
      expect(readMessageFacts([BORDER, line, FROM, '', 'body'].join(end))).toMatchObject({
        receiver: 'mx.receiver.test',
        fromDomain: 'bank.test',
        verdicts: [],
      })
  })

  test('and the honest field above it is read as if it were not there', () => {
    for (const [, line] of NO_FIELD) {
      const own = 'Authentication-Results: mx.receiver.test; spf=fail smtp.mailfrom=evil.test'
      const { verdicts } = readMessageFacts([BORDER, own, line, FROM, '', 'body'].join('\r\n'))
      expect(verdicts).toMatchObject([{ method: 'spf', result: 'fail', domain: 'evil.test' }])
      expect(verdicts.length).toBe(1)
    }
  })
})

test('a blank of Unicode does not part the words of a verdict', () => {
  const field = 'Authentication-Results: mx.receiver.test; dkim=pass\u00A0header.d=bank.test'
  expect(readMessageFacts([BORDER, field, FROM, '', ''].join('\r\n')).verdicts).toEqual([])
})

test('letters that only become Latin ones in small form do not make up the name of the receiver', () => {
  const hop = BORDER.replace('mx.receiver', 'mx.\u212Aeceiver')
  expect(readMessageFacts([hop, FROM, '', ''].join('\r\n')).receiver).toBeNull()
})
