import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '#shared/i18n/languages.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { PAGE_STYLE, PAGE_STYLE_HASH } from '#shared/report/page/page-style.ts'
import { readReport } from '#shared/report/read-report.ts'
import { reportHtml } from '#shared/report/report-html.ts'
import { reportJson } from '#shared/report/report-json.ts'
import { reportMarkdown } from '#shared/report/report-markdown.ts'
import type { Report } from '#shared/report/report.ts'
import { SCENES } from '#renderer/gallery/scenes.ts'
import { ARRIVAL, BLOCKED, REJECTED, reportWith, SENDING, WORKING } from './report-kit.ts'

const { t } = createTranslator('en')
const TESTED_AT = '2026-11-20T10:00:00.000Z'
const FAILING = reportWith([{ ...REJECTED, testedAt: TESTED_AT }, BLOCKED], {
  survey: { endpoints: [], conclusions: [], surveyedAt: TESTED_AT },
  arrival: ARRIVAL,
  before: { network: 'phone', results: [WORKING] },
  mechanisms: {
    services: [
      {
        endpoint: REJECTED.endpoint,
        mechanisms: [{ name: 'PLAIN', verdict: 'failed', code: 'AUTH_REJECTED' }],
      },
    ],
    endedBy: 'AUTH_REJECTED',
  },
})

/** Whatever the wizard can show as a result, in every state that the gallery knows. */
const EVERY_RESULT: readonly (readonly [string, Report])[] = SCENES.flatMap(({ id, state }) => {
  if (state.step !== 'result') return []
  const results = state.lanes.flatMap(({ result }) => result ?? [])
  return [[id, reportWith(results, { before: state.before })] as const]
})

describe('a report is opened again as it was', () => {
  test.each([['everything a report can hold', FAILING] as const, ...EVERY_RESULT])('%s', (_, report) => {
    for (const file of [
      reportJson(report),
      reportJson(report, 2),
      reportHtml(report, createTranslator('de')),
    ])
      expect(readReport(file, t)).toEqual({ ok: true, value: report })
  })
})

describe.each(Object.keys(LANGUAGES) as readonly Language[])('a page in "%s"', (language) => {
  const page = reportHtml(FAILING, createTranslator(language))

  test('runs nothing, loads nothing and leads nowhere', () => {
    expect(page).not.toMatch(/<(?:script|img|iframe|object|embed|link|base|form|a|svg:script)\b/i)
    expect(page).not.toMatch(/\b(?:src|href|style|on\w+)=/i)
    expect(page).toContain(`default-src &#39;none&#39;; style-src &#39;${PAGE_STYLE_HASH}&#39;`)
  })

  test('says in which language it is, and is no page in quirks mode', () => {
    expect(page.startsWith(`<!doctype html>\n<html lang="${language}">`)).toBe(true)
  })
})

test('the browser lets in the style by the hash that it has', () => {
  expect(PAGE_STYLE_HASH).toBe(`sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}`)
  expect(reportHtml(FAILING, createTranslator('en'))).toContain(`<style>${PAGE_STYLE}</style>`)
})

/** What a server, a certificate or a user may put where words are expected. */
const EVIL = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</template><script>alert(1)</script>',
  '<template id="mailwright-report">{}</template>',
  '</pre></style><base href=//evil.example>',
  '<!--',
  ']]>',
  '&lt;script&gt;',
  '`${evil}`',
  '\u202egnp.exe\u2066',
  '\u001b[2J\u009b31m',
] as const

function told(evil: string): Report {
  const [finding] = REJECTED.findings
  if (finding === undefined) throw new Error('the sample has no finding')
  const transcript = [{ direction: 'received', text: evil, atMs: 1, encrypted: true } as const]
  return reportWith(
    [
      {
        ...REJECTED,
        userName: evil,
        findings: [{ ...finding, serverSaid: evil, facts: { ...finding.facts, host: evil } }],
        evidence: { ...REJECTED.evidence, transcript },
      },
    ],
    { address: evil, madeBy: { version: evil, host: 'terminal', system: evil } },
  )
}

describe('words that would be markup', () => {
  test.each(EVIL)('%j stay text in the page, and the page is opened again', (evil) => {
    const page = reportHtml(told(evil), createTranslator('en'))
    const body = page.slice(page.indexOf('<body>'))
    expect(body).not.toMatch(/<(?:script|img|base|style|!--)/i)
    expect(body.match(/<template/g)).toHaveLength(1)
    expect(page).not.toMatch(/[\u202e\u2066\u001b\u009b]/)
    expect(readReport(page, t).ok).toBe(true)
  })

  test.each(EVIL)('%j stay text in Markdown', (evil) => {
    const lines = reportMarkdown(told(evil), t).split('\n')
    const prose = lines.filter((line) => !line.startsWith('    ')).map((line) => line.replace(/`[^`]*`/g, ''))
    expect(prose.join('\n')).not.toMatch(/(?<!\\)<(?:script|img|base|template|!--)/i)
  })

  test('are escaped in the JSON, which is ASCII alone', () => {
    for (const evil of EVIL) expect(reportJson(told(evil))).toMatch(/^[\x20-\x7e]*$/)
    expect(reportJson(told('<&>'))).not.toMatch(/[<>&]/)
  })
})

test('a report of a setup that works says so first', () => {
  const page = reportHtml(reportWith([WORKING, SENDING]), createTranslator('en'))
  expect(page).toContain('Result: everything works')
})

test('a report of a failure says what to do before it says how it was found out', () => {
  const page = reportHtml(FAILING, createTranslator('en'))
  const places = ['<h1>', 'What to do', 'data-question="who"', 'class="stages"', '<template'].map((part) =>
    page.indexOf(part),
  )
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)
})
