import { describe, expect, test } from 'vitest'
import { progressOf } from '#shared/batch/progress.ts'
import { readResultLine, type ResultLine } from '#shared/batch/result-line.ts'
import { summaryPage } from '#shared/batch/summary-page.ts'
import { summaryText } from '#shared/batch/summary-text.ts'
import { SummaryCount } from '#shared/batch/summary.ts'
import { createTranslator } from '#shared/i18n/translator.ts'

const english = createTranslator('en')

function result(line: number, given: Partial<ResultLine> = {}): ResultLine {
  return {
    schema: 1,
    line,
    row: { address: `user${line}@example.org`, user: '', imap: '', pop3: '', smtp: '' },
    verdict: 'ok',
    code: 'OK',
    provider: null,
    passwordEnds: null,
    endpoints: [
      {
        protocol: 'imap',
        host: 'imap.example.org',
        port: 993,
        security: 'tls',
        verdict: 'ok',
        code: 'OK',
        passwordSent: 'yes',
        certificateEnds: '2026-12-24T10:00:00.000Z',
      },
    ],
    ...given,
  }
}

const gmail = { provider: { id: 'gmail', name: 'Gmail' } }
const wrong = (line: number) =>
  result(line, { row: null, verdict: 'problem', code: 'ROW_SECRET', endpoints: [] })

function count(...results: readonly ResultLine[]): SummaryCount {
  const summary = new SummaryCount()
  for (const one of results) summary.add(one)
  return summary
}

const MIXED = [
  result(2),
  result(3, { ...gmail, passwordEnds: '2027-05-01' }),
  result(4, { ...gmail, verdict: 'problem', code: 'AUTH_REJECTED', passwordEnds: '2027-05-01' }),
  result(5, { verdict: 'problem', code: 'NET_REFUSED', endpoints: [] }),
  wrong(6),
]

test('a summary counts by provider, code, certificate and the end of passwords', () => {
  expect(count(...MIXED).summary()).toEqual({
    rows: 5,
    works: 2,
    fails: 3,
    providers: [
      { name: 'example.org', works: 1, fails: 1 },
      { name: 'Gmail', works: 1, fails: 1 },
    ],
    codes: [
      { code: 'AUTH_REJECTED', rows: 1 },
      { code: 'NET_REFUSED', rows: 1 },
      { code: 'ROW_SECRET', rows: 1 },
    ],
    certificates: [{ server: 'imap.example.org:993', ends: '2026-12-24T10:00:00.000Z' }],
    passwordEnds: [{ day: '2027-05-01', provider: 'Gmail', accounts: 2 }],
  })
})

test('a row that was wrong and has been mended counts once', () => {
  expect(count(wrong(6), wrong(6), result(6)).summary()).toMatchObject({ rows: 1, works: 1, codes: [] })
})

test('the text has every table, and of a long one the beginning', () => {
  const hosts = Array.from({ length: 30 }, (_, index) =>
    result(index, { provider: { id: 'x', name: `Provider ${String(index).padStart(2, '0')}` } }),
  )
  const text = summaryText(count(...MIXED, ...hosts).summary(), english.t)
  for (const words of ['By provider', 'AUTH_REJECTED', 'May 1, 2027', 'Dec 24, 2026', 'and 12 more'])
    expect(text).toContain(words)
})

describe('the page', () => {
  test.each<readonly [string, string]>([
    ['<script>alert(1)</script>', '<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>'],
    ['"><img src=x onerror=alert(1)>', '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;'],
    ['=HYPERLINK("http://evil")', '<td>&apos;=HYPERLINK('],
    ['+1', '<td>&apos;+1</td>'],
    ['-1', '<td>&apos;-1</td>'],
    ['@SUM(1)', '<td>&apos;@SUM(1)</td>'],
  ])('makes neither markup nor a formula of %s', (name, shown) => {
    const page = summaryPage(
      count(result(2, { provider: { id: 'x', name } })).summary(),
      new Date(0),
      english,
    )
    expect(page).toContain(shown)
    expect(page).not.toMatch(/<script|<img|https?:\/\/[^e]/)
  })

  test('has no script, loads nothing, and says its language', () => {
    const page = summaryPage(count(...MIXED).summary(), new Date(0), createTranslator('de'))
    expect(page).toContain('<html lang="de">')
    expect(page).toContain(`default-src 'none'`)
    expect(page).not.toMatch(/<script|\son\w+=|\bsrc=|\bhref=|url\(/)
  })
})

describe('a line of an earlier run', () => {
  test('is read with what readers were told besides', () => {
    expect(readResultLine(JSON.stringify({ ...result(2), later: 1 }))).toEqual(result(2))
  })

  test.each(['', 'text', '[]', '{"schema":1}', JSON.stringify({ ...result(2), schema: 2 })])(
    'that is none: %s',
    (text) => {
      expect(readResultLine(text)).toBeNull()
    },
  )
})

test.each([
  [{ done: 0, before: 0, total: 100 }, 0, { perSecond: 0, secondsLeft: null }],
  [{ done: 50, before: 0, total: 100 }, 5_000, { perSecond: 10, secondsLeft: 5 }],
  [{ done: 50, before: 40, total: 100 }, 5_000, { perSecond: 2, secondsLeft: 25 }],
  [{ done: 101, before: 0, total: 100 }, 5_000, { secondsLeft: 0 }],
])('the rate is that of this run: %o after %i ms', (counts, elapsedMs, expected) => {
  expect(progressOf(counts, elapsedMs)).toMatchObject(expected)
})
