import { describe, expect, test } from 'vitest'
import { readMessageFacts } from '#shared/arrival/message-headers.ts'
import { askArrival, findingOn } from '../support/arrival/ask.ts'

const BORDER =
  'Received: from out.example.net (out.example.net [198.51.100.20]) by mx.receiver.test with ESMTPS'
const AUTHORS = ['DKIM-Signature: v=1; d=example.org; s=fm1; b=x', 'From: Anna <anna@example.org>']
const results = (text: string) => `Authentication-Results: mx.receiver.test; ${text}`

const SPF_FAILS = results('spf=fail smtp.mailfrom=evil.test')
const DKIM = results('dkim=pass header.d=example.org header.s=fm1')
const DMARC = results('dmarc=pass header.from=example.org')
const BOTH = results('dkim=pass header.d=example.org header.s=fm1; dmarc=pass header.from=example.org')

const letter = (...lines: readonly string[]) => [...lines, ...AUTHORS, '', 'body'].join('\r\n')

/** As `dkim=pass indication`. */
const told = (text: string) =>
  readMessageFacts(text).verdicts.map(({ method, result, proof }) => `${method}=${result} ${proof}`)

/** What filters in a row write, each a field of its own, the last on top (RFC 8601 section 4.1). */
const FILTERS: readonly (readonly [string, readonly string[]])[] = [
  ['above the hop', [DMARC, DKIM, SPF_FAILS, BORDER]],
  ['below the hop', [BORDER, DMARC, DKIM, SPF_FAILS]],
  [
    'with notes of other names between them',
    [BORDER, DMARC, 'X-Spam: no', DKIM, 'Received-SPF: fail', SPF_FAILS],
  ],
]

describe('only the topmost field of the receiver proves something', () => {
  test.each(FILTERS)('of several filters %s, the others are a sign', (_, lines) => {
    expect(told(letter(...lines))).toEqual([
      'dmarc=pass message',
      'dkim=pass indication',
      'spf=fail indication',
    ])
  })

  test('what stands in one field is all proof', () => {
    expect(told(letter(BORDER, BOTH))).toEqual(['dkim=pass message', 'dmarc=pass message'])
  })

  test('a field below a failure adds no proof', () => {
    expect(told(letter(BORDER, SPF_FAILS, BOTH))).toEqual([
      'spf=fail message',
      'dkim=pass indication',
      'dmarc=pass indication',
    ])
  })

  test('a first field without any verdict is the first all the same', () => {
    expect(told(letter(BORDER, results('none'), BOTH))).toEqual([
      'dkim=pass indication',
      'dmarc=pass indication',
    ])
  })
})

describe('a sign is told as one', () => {
  test('of a signature: in its words and by what it rests on', async () => {
    const finding = findingOn(await askArrival({ message: letter(BORDER, SPF_FAILS, BOTH) }), 'dkim')
    expect(finding).toMatchObject({ code: 'OK', proof: 'indication', facts: { state: 'sign' } })
  })

  test('of a signature that failed', async () => {
    const failed = results('dkim=fail header.d=example.org header.s=fm1')
    const finding = findingOn(await askArrival({ message: letter(BORDER, SPF_FAILS, failed) }), 'dkim')
    expect(finding).toMatchObject({ code: 'ARRIVE_DKIM_FAILED', proof: 'indication' })
  })

  test('of the policy: it then rests on the records alone', async () => {
    const finding = findingOn(await askArrival({ message: letter(BORDER, SPF_FAILS, BOTH) }), 'dmarc')
    expect(finding).toMatchObject({ code: 'OK', proof: 'published' })
  })

  test('of a policy that was not met', async () => {
    const failed = results('dkim=fail header.d=example.org')
    const finding = findingOn(await askArrival({ message: letter(BORDER, SPF_FAILS, failed) }), 'dmarc')
    expect(finding).toMatchObject({ code: 'ARRIVE_DMARC_ALIGN', proof: 'indication' })
  })

  test('of a sending server: the address that the receiver noted decides, and else the records', async () => {
    const passes = results('spf=pass smtp.mailfrom=example.org')
    const zone = { 'TXT example.org': ['v=spf1 ip4:203.0.113.77 include:spf.messagingengine.com -all'] }
    const unknown = BORDER.replace('198.51.100.20', 'unknown')
    expect(
      findingOn(await askArrival({ message: letter(unknown, DKIM, passes), zone }), 'spf'),
    ).toMatchObject({
      code: 'OK',
      proof: 'published',
    })
    expect(
      findingOn(await askArrival({ message: letter(unknown, passes, DKIM), zone }), 'spf'),
    ).toMatchObject({
      code: 'OK',
      proof: 'message',
    })
    expect(findingOn(await askArrival({ message: letter(BORDER, DKIM, passes), zone }), 'spf')).toMatchObject(
      {
        code: 'OK',
        proof: 'message',
      },
    )
  })

  test('and filters in a row prove what the topmost says', async () => {
    const report = await askArrival({ message: letter(BORDER, DMARC, DKIM) })
    expect(findingOn(report, 'dmarc')).toMatchObject({ code: 'OK', proof: 'message' })
    expect(findingOn(report, 'dkim')).toMatchObject({ code: 'OK', proof: 'indication' })
    expect(report.verdict).toBe('ok')
  })
})
