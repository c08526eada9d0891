import { describe, expect, test } from 'vitest'
import { readMessageFacts } from '#shared/arrival/message-headers.ts'

const BORDER =
  'Received: from out.sender.test (out.sender.test [203.0.113.9])\r\n\tby mx.receiver.test (Postfix) with ESMTPS id A; Fri, 20 Nov 2026 10:00:00 +0000'
const EARLIER = 'Received: from desk (desk [203.0.113.77]) by out.sender.test with ESMTPSA id B'
const FROM = 'From: Anna <anna@sender.test>'
const SIGNED = 'DKIM-Signature: v=1; a=rsa-sha256; d=sender.test; s=one; bh=x; b=y'

/** As `dkim=pass sender.test`, in the order in which they count. */
function believed(...lines: readonly string[]): readonly string[] {
  const { verdicts } = readMessageFacts(`${lines.join('\r\n')}\r\n\r\nbody`)
  return verdicts.map(({ method, result, domain }) => `${method}=${result} ${domain ?? '-'}`)
}

const results = (text: string, host = 'mx.receiver.test') => `Authentication-Results: ${host}; ${text}`

describe('a verdict that stands only inside other text is none', () => {
  test.each<readonly [string, string, readonly string[]]>([
    [
      'a quoted reason',
      'dkim=fail reason="bad; dkim=pass header.d=sender.test" header.d=sender.test',
      ['dkim=fail sender.test'],
    ],
    ['a comment', 'dkim=none (dkim=pass; dkim=pass header.d=sender.test)', ['dkim=none -']],
    ['a nested comment', 'dkim=none (a (b; dkim=pass) c; dkim=pass)', ['dkim=none -']],
    ['a comment with an escaped end', 'dkim=none (a \\) ; dkim=pass header.d=sender.test )', ['dkim=none -']],
    [
      'a bracket inside a quoted text',
      'spf=fail smtp.mailfrom="a("@sender.test; dkim=none',
      ['spf=fail sender.test', 'dkim=none -'],
    ],
    [
      'a quoted local part',
      'spf=fail smtp.mailfrom="; dkim=pass header.d=sender.test; "@evil.test',
      ['spf=fail evil.test'],
    ],
    [
      'a quoted text with escapes',
      'dkim=fail reason="a\\"; dkim=pass header.d=sender.test; \\"b"',
      ['dkim=fail -'],
    ],
    ['a property of another name', 'dkim=fail x.y=header.d=sender.test', ['dkim=fail -']],
    ['the text after a method', 'spf=fail dkim=pass header.d=sender.test', ['spf=fail -']],
    ['a result that is quoted', 'dkim="pass" header.d=sender.test', []],
    ['a result with a tail', 'dkim=pass=fail header.d=sender.test', []],
  ])('%s', (_, text, expected) => {
    expect(believed(results(text), BORDER, FROM)).toEqual(expected)
  })
})

describe('what cannot be taken apart says nothing, and hides nothing behind it', () => {
  test.each([
    ['a comment without an end', 'dkim=pass header.d=sender.test (oh'],
    ['a text without an end', 'dkim=pass header.d="sender.test'],
    ['an end without a beginning', 'dkim=pass) header.d=sender.test'],
    ['10,000 letters', `dkim=pass header.d=sender.test (${'x'.repeat(10_000)})`],
    ['an unknown version', 'dkim=pass header.d=sender.test', 'mx.receiver.test 2'],
  ])('%s', (_, text, host = 'mx.receiver.test') => {
    const second = results('spf=pass smtp.mailfrom=sender.test')
    expect(believed(results(text, host), second, BORDER, FROM)).toEqual([])
  })
})

const IN_ITS_NAME = results('dkim=pass header.d=sender.test; dmarc=pass header.from=sender.test')

const FORGED: readonly (readonly [string, readonly string[]])[] = [
  ['below the hop before the border', [BORDER, EARLIER, IN_ITS_NAME, FROM]],
  ['below the signature', [BORDER, SIGNED, IN_ITS_NAME, FROM]],
  ['below From', [BORDER, FROM, IN_ITS_NAME]],
  [
    'in the name of the sending host',
    [BORDER, results('dkim=pass header.d=sender.test', 'out.sender.test'), EARLIER, FROM],
  ],
  ['in the name of a third host', [results('dkim=pass header.d=sender.test', 'mx.google.com'), BORDER, FROM]],
  [
    'in a name that only ends alike',
    [results('dkim=pass header.d=sender.test', 'evilreceiver.test'), BORDER, FROM],
  ],
  ['without a name', ['Authentication-Results: dkim=pass header.d=sender.test', BORDER, FROM]],
  ['where no hop is written at all', [IN_ITS_NAME, FROM]],
  [
    'where the topmost hop names no host',
    [IN_ITS_NAME, 'Received: from x (x [203.0.113.9]) with SMTP', BORDER, FROM],
  ],
  [
    'after a hop that the sender wrote too',
    [
      BORDER,
      'Received: from a (a [203.0.113.1]) by mx.google.com with ESMTPS',
      results('dkim=pass header.d=sender.test', 'mx.google.com'),
      FROM,
    ],
  ],
  [
    'with what a Microsoft server of the sender notes for the receiver',
    [
      BORDER,
      SIGNED,
      FROM,
      'authentication-results: receiver.test; dkim=pass (signature was verified) header.d=sender.test;receiver.test; dmarc=pass',
    ],
  ],
  [
    'by way of a name the sender greets with',
    [
      'Received: from by.mx.google.com (x [203.0.113.9]) by mx.receiver.test with SMTP',
      results('dkim=pass header.d=sender.test', 'mx.google.com'),
      FROM,
    ],
  ],
  [
    'by way of a host in a comment',
    [
      'Received: from x (by mx.google.com with y [203.0.113.9]) by mx.receiver.test with SMTP',
      results('dkim=pass header.d=sender.test', 'mx.google.com'),
      FROM,
    ],
  ],
  ['under a longer name of the field', [BORDER, `X-Original-${IN_ITS_NAME}`, FROM]],
]

describe('a field that the sender wrote is not believed', () => {
  test.each(FORGED)('%s', (_, lines) => {
    expect(believed(...lines)).toEqual([])
  })
})

const FIRST: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'over a second field of the same host',
    [results('dkim=fail header.d=sender.test'), results('dkim=pass header.d=sender.test'), BORDER],
    ['dkim=fail sender.test'],
  ],
  [
    'over a second field that names another domain',
    [results('dkim=none'), results('dkim=pass header.d=sender.test'), BORDER],
    ['dkim=none -'],
  ],
  [
    'over a field below the border, for the host writes in one place',
    [
      results('dkim=fail header.d=sender.test'),
      BORDER,
      results('dmarc=pass header.from=sender.test'),
      EARLIER,
    ],
    ['dkim=fail sender.test'],
  ],
  [
    'over a field of another host of the same house',
    [
      results('dkim=fail header.d=sender.test'),
      results('dmarc=pass header.from=sender.test', 'other.receiver.test'),
      BORDER,
    ],
    ['dkim=fail sender.test'],
  ],
  [
    'within a field',
    [
      results('dmarc=fail header.from=sender.test; dmarc=pass header.from=sender.test; spf=fail; spf=pass'),
      BORDER,
    ],
    ['dmarc=fail sender.test', 'spf=fail -'],
  ],
  [
    'within a field for the same signature',
    [
      results('dkim=fail header.d=sender.test header.s=one; dkim=pass header.d=sender.test header.s=one'),
      BORDER,
    ],
    ['dkim=fail sender.test'],
  ],
  [
    'within a field for a signature whose key is not named again',
    [results('dkim=fail header.d=sender.test header.s=one; dkim=pass header.d=sender.test'), BORDER],
    ['dkim=fail sender.test'],
  ],
  [
    'within a field after a failure of no named signature',
    [results('dkim=fail; dkim=pass header.d=sender.test'), BORDER],
    ['dkim=fail -'],
  ],
]

describe('the first verdict counts', () => {
  test.each(FIRST)('%s', (_, lines, expected) => {
    expect(believed(...lines, FROM)).toEqual(expected)
  })

  test('and two signatures have a verdict each (RFC 6376 section 6.1)', () => {
    const text =
      'dkim=neutral (no key) header.d=sender.test header.s=ed; dkim=pass header.d=sender.test header.s=rsa'
    expect(believed(results(text), BORDER, FROM)).toEqual([
      'dkim=neutral sender.test',
      'dkim=pass sender.test',
    ])
  })
})

test('ARC tells what earlier hosts say, is named as such and proves nothing', () => {
  const arc = 'ARC-Authentication-Results: i=1; mx.receiver.test; dkim=pass header.d=sender.test; dmarc=pass'
  const text = [arc, BORDER, results('dkim=pass', 'mx.other.test'), FROM, '', ''].join('\r\n')
  expect(readMessageFacts(text)).toMatchObject({
    receiver: 'mx.receiver.test',
    verdicts: [],
    setAside: [
      { kind: 'arc', host: 'mx.receiver.test' },
      { kind: 'other-host', host: 'mx.other.test' },
    ],
  })
})

describe('headers of any size are read at once', () => {
  test.each([
    [
      'one field of 1 MB',
      `${results('dkim=pass header.d=sender.test '.repeat(32_000))}\r\n${BORDER}\r\n${FROM}`,
    ],
    ['one folded a 100,000 times', `${results('\r\n dkim=pass;'.repeat(100_000))}\r\n${BORDER}\r\n${FROM}`],
    ['100,000 fields', `${`${results('dkim=none')}\r\n`.repeat(20_000)}${BORDER}\r\n${FROM}`],
    ['a comment 200,000 deep', `${results(`${'('.repeat(200_000)}dkim=pass`)}\r\n${BORDER}\r\n${FROM}`],
    [
      '100,000 hops',
      `${'Received: by 10.0.0.1 with SMTP\r\n'.repeat(100_000)}${results('dkim=pass')}\r\n${FROM}`,
    ],
  ])('%s', (_, text) => {
    const startedAt = performance.now()
    const { verdicts, setAside } = readMessageFacts(text)
    expect(performance.now() - startedAt).toBeLessThan(2_000)
    expect(verdicts.length + setAside.length).toBeLessThanOrEqual(40)
  })
})
