import { describe, expect, test } from 'vitest'
import { readMessageFacts } from '#shared/arrival/message-headers.ts'

const head = (...lines: readonly string[]) => `${lines.join('\r\n')}\r\n\r\nbody`

const CAME_FROM: readonly (readonly [string, readonly string[], string | null])[] = [
  [
    'the topmost hop from the internet',
    ['Received: from a (b [203.0.113.5]) by mx', 'Received: from c ([203.0.113.9]) by a'],
    '203.0.113.5',
  ],
  [
    'hops within a house do not count',
    ['Received: from a ([10.1.2.3]) by b', 'Received: from c ([172.20.0.1]) by a'],
    null,
  ],
  ['an IPv6 address', ['Received: from a ([IPv6:2001:db8::7]) by b'], '2001:db8::7'],
  [
    'what a host says about itself after "by" does not count',
    ['Received: by mx ([203.0.113.5]) with SMTP'],
    null,
  ],
  [
    'the note of the receiver',
    [
      'Received: from a.house.test ([203.0.113.1]) by b.house.test',
      'Received-SPF: pass (x: domain of a@b designates 203.0.113.8 as permitted sender) client-ip=203.0.113.8;',
    ],
    '203.0.113.8',
  ],
  [
    'Yahoo\u2019s words for it',
    [
      'Received: from 10.1.2.3 by atlas1.house.test with HTTPS',
      'Received-SPF: pass (domain of a@b designates 203.0.113.8 as permitted sender)',
    ],
    '203.0.113.8',
  ],
  [
    'what the sender calls itself in a note does not count',
    [
      'Received: from 10.1.2.3 by a.house.test',
      'Received-SPF: none (x: domain of "designates 203.0.113.8"@b.test does not designate permitted sender hosts)',
    ],
    null,
  ],
  [
    'an address the other side greets with does not count',
    ['Received: from [203.0.113.8] (unknown [198.51.100.7]) by b'],
    '198.51.100.7',
  ],
  [
    'hops of the sender do not count',
    ['Received: from a (a [10.1.2.3]) by b.test', 'Received: from c ([203.0.113.9]) by a.evil.test'],
    null,
  ],
  [
    'a hop goes before a note that the sender may have written',
    ['Received: from a ([203.0.113.1]) by b.test', 'Received-SPF: pass client-ip=203.0.113.8;'],
    '203.0.113.1',
  ],
  [
    'Microsoft\u2019s words for it',
    [
      'Received: from a.outlook.com (2603:10a6::1) by b.outlook.com (2603:10a6::2) with Microsoft SMTP Server',
      'Authentication-Results: spf=pass (sender IP is 203.0.113.8) smtp.mailfrom=x.test',
    ],
    '203.0.113.8',
  ],
]

describe('from where a message came', () => {
  test.each(CAME_FROM)('%s', (_, lines, expected) => {
    expect(readMessageFacts(head(...lines, 'From: a@b.test')).clientAddress).toBe(expected)
  })
})

describe('the words of the receiver', () => {
  test('are taken from the top, over several fields and lines', () => {
    const { verdicts } = readMessageFacts(
      head(
        'Received: from a by mx.test',
        'Authentication-Results: mx.test;',
        '  spf=pass (mx.test: (nested; spf=fail) ok) smtp.mailfrom="anna@example.org"',
        'Authentication-Results: mx.test; dkim=fail reason="bad" header.i=@Example.ORG; dmarc=none header.from=example.org',
        'From: a@b.test',
      ),
    )
    expect(verdicts).toEqual([
      { method: 'spf', result: 'pass', domain: 'example.org', proof: 'message' },
      { method: 'dkim', result: 'fail', domain: 'example.org', proof: 'indication' },
      { method: 'dmarc', result: 'none', domain: 'example.org', proof: 'indication' },
    ])
  })

  test.each([
    [
      'below the next hop',
      [
        'Received: from a by mx.test',
        'Authentication-Results: mx.test; spf=none',
        'Received: from x by y',
        'Authentication-Results: mx.test; spf=pass',
      ],
    ],
    [
      'below what the sender wrote',
      [
        'Received: from a by mx.test',
        'Authentication-Results: mx.test; spf=none',
        'From: a@b.test',
        'Authentication-Results: mx.test; spf=pass',
      ],
    ],
  ])('are not believed %s', (_, lines) => {
    expect(readMessageFacts(head(...lines)).verdicts).toEqual([
      { method: 'spf', result: 'none', domain: null, proof: 'message' },
    ])
  })

  test('are not believed at all where the sender wrote them first', () => {
    const text = head(
      'Received: from a by mx.test',
      'DKIM-Signature: d=x.test; s=y',
      'Authentication-Results: mx.test; spf=pass',
      'From: a@b.test',
    )
    expect(readMessageFacts(text).verdicts).toEqual([])
  })
})

test('the body is never read', () => {
  const text = 'Subject: x\r\n\r\nFrom: a@b.test\r\nDKIM-Signature: d=b.test; s=c'
  expect(readMessageFacts(text)).toEqual({
    fromDomain: null,
    receiver: null,
    verdicts: [],
    setAside: [],
    signatures: [],
    clientAddress: null,
  })
})

test.each([
  ['Anna <anna@Example.org>', 'example.org'],
  ['"a@b.test" <anna@example.org>', 'example.org'],
  ['anna@example.org (Anna)', 'example.org'],
  ['nobody', null],
])('the domain of %s', (from, expected) => {
  expect(readMessageFacts(head(`From: ${from}`)).fromDomain).toBe(expected)
})
