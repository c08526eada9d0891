import { describe, expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/translator.ts'
import { MAX_REPORT, readReport, type ReportProblem } from '#shared/report/read-report.ts'
import { reportHtml } from '#shared/report/report-html.ts'
import { reportJson } from '#shared/report/report-json.ts'
import { reportMarkdown } from '#shared/report/report-markdown.ts'
import { ARRIVAL, REJECTED, reportWith } from './report-kit.ts'

const { t } = createTranslator('en')
const GOOD = reportWith([REJECTED], { arrival: ARRIVAL })

type Path = readonly (string | number)[]

/** The JSON of a good report with one member of it changed; `undefined` takes it out. */
function changed(path: Path, value: unknown): string {
  const copy: unknown = JSON.parse(reportJson(GOOD))
  const last = path.at(-1)
  let place = copy
  for (const key of path.slice(0, -1)) place = Reflect.get(Object(place), key)
  if (last === undefined || typeof place !== 'object' || place === null) throw new Error('no such member')
  if (value === undefined) Reflect.deleteProperty(place, last)
  else Reflect.set(place, last, value)
  return JSON.stringify(copy)
}

const ONE = ['endpoints', 0] as const
const FINDING = [...ONE, 'findings', 0] as const
const STAGE = [...ONE, 'evidence', 'stages', 0] as const
const CERTIFICATE = [...ONE, 'evidence', 'stages', 3, 'facts', 'certificate'] as const
const [service] = GOOD.endpoints
const page = reportHtml(GOOD, createTranslator('en'))
const json = reportJson(GOOD)

const ROWS: readonly (readonly [name: string, file: string, problem: ReportProblem])[] = [
  ['nothing', '', 'not-a-report'],
  ['any text', 'Hello', 'not-a-report'],
  ['a Markdown report', reportMarkdown(GOOD, t), 'not-a-report'],
  ['any web page', '<!doctype html><p>Hello</p>', 'not-a-report'],
  ['octets that are no text', '\u0000\u0001\ufffd\ufffd', 'not-a-report'],
  ['JSON of something else', '{"schema":1,"address":"anna@example.org"}', 'not-a-report'],
  ['JSON that breaks off', json.slice(0, -20), 'not-a-report'],
  ['JSON that is only null', '{"kind":null}', 'not-a-report'],
  ['a page with two reports in it', page + page, 'not-a-report'],
  ['a page that breaks off in its report', page.slice(0, page.indexOf('</template>')), 'not-a-report'],
  ['a page whose report is a script', page.replaceAll('template', 'script'), 'not-a-report'],
  ['a page whose report is empty', page.replace(/(<template[^>]*>)[^<]*/, '$1'), 'not-a-report'],
  ['more than it may be', ' '.repeat(MAX_REPORT + 1), 'too-big'],
  ['a hundred thousand brackets', `{"kind":${'['.repeat(100_000)}`, 'damaged'],
  ['a hundred thousand objects in each other', '{"a":'.repeat(100_000), 'damaged'],
  ['a later schema', changed(['schema'], 2), 'newer'],
  ['a later schema with more in it', changed(['schema'], 7).replace('{', '{"more":1,'), 'newer'],
  ['a schema that is no number', changed(['schema'], '1'), 'damaged'],
  ['a schema before the first', changed(['schema'], 0), 'damaged'],
  ['an unknown member', changed(['more'], 1), 'damaged'],
  ['a prototype to be changed', json.replace('{', '{"__proto__":{"isAdmin":true},'), 'damaged'],
  [
    'a prototype within a fault',
    json.replace('"kind":"rejected"', '"__proto__":{},"kind":"rejected"'),
    'damaged',
  ],
  ['no services', changed(['endpoints'], undefined), 'damaged'],
  ['services that are no list', changed(['endpoints'], { length: 1, 0: service }), 'damaged'],
  [
    'a thousand services',
    changed(
      ['endpoints'],
      Array.from({ length: 1_000 }, () => service),
    ),
    'damaged',
  ],
  ['one service twice', changed(['endpoints'], [service, service]), 'damaged'],
  ['an unknown verdict', changed([...ONE, 'verdict'], 'great'), 'damaged'],
  ['an unknown code', changed([...FINDING, 'code'], 'NOT_A_CODE'), 'damaged'],
  ['a code that is a member of every object', changed([...FINDING, 'code'], 'constructor'), 'damaged'],
  ['an unknown stage', changed([...STAGE, 'stage'], 'hack'), 'damaged'],
  ['a stage that is a member of every object', changed([...STAGE, 'stage'], 'toString'), 'damaged'],
  ['a failure without a fault', changed([...STAGE, 'status'], 'failed'), 'damaged'],
  [
    'ten thousand stages',
    changed(
      [...ONE, 'evidence', 'stages'],
      Array.from({ length: 10_000 }, () => service?.evidence.stages[0]),
    ),
    'damaged',
  ],
  ['a time before the beginning', changed([...STAGE, 'startedMs'], -1), 'damaged'],
  [
    'a time without end',
    changed([...STAGE, 'endedMs'], 0).replace('"endedMs":0', '"endedMs":1e999'),
    'damaged',
  ],
  ['a time that is no number', changed([...STAGE, 'endedMs'], '1'), 'damaged'],
  ['a host that is none', changed([...ONE, 'endpoint', 'host'], 'a b'), 'damaged'],
  ['a host with markup', changed([...ONE, 'endpoint', 'host'], '<img src=x>'), 'damaged'],
  ['a port beyond all', changed([...ONE, 'endpoint', 'port'], 65_536), 'damaged'],
  ['a long text of a server', changed([...FINDING, 'serverSaid'], 'x'.repeat(100_000)), 'damaged'],
  ['a text of a server that is an object', changed([...FINDING, 'serverSaid'], { html: '<b>' }), 'damaged'],
  ['a finding without the facts that its sentence needs', changed([...FINDING, 'facts'], {}), 'damaged'],
  ['a fact that is an object', changed([...FINDING, 'facts', 'host'], { toString: 1 }), 'damaged'],
  [
    'a thousand facts',
    changed(
      [...FINDING, 'facts'],
      Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`fact${n}`, 'x'])),
    ),
    'damaged',
  ],
  ['no next step', changed([...FINDING, 'actions'], []), 'damaged'],
  [
    'a next step that runs something',
    changed([...FINDING, 'actions', 0], { kind: 'run', command: 'rm' }),
    'damaged',
  ],
  [
    'a help page that is a script',
    changed([...FINDING, 'actions', 0], { kind: 'open-help', url: 'javascript:alert(1)' }),
    'damaged',
  ],
  [
    'a help page on a file',
    changed([...FINDING, 'actions', 0], { kind: 'open-help', url: 'file:///etc/passwd' }),
    'damaged',
  ],
  [
    'a help page with a name before its host',
    changed([...FINDING, 'actions', 0], { kind: 'open-help', url: 'https://help.example@evil.example/' }),
    'damaged',
  ],
  ['a date that is none', changed(['made'], 'yesterday'), 'damaged'],
  ['a date beyond the calendar', changed(['tested'], '2026-13-45T99:99:99Z'), 'damaged'],
  ['a certificate with a date that is none', changed([...CERTIFICATE, 'validTo'], 'soon'), 'damaged'],
  [
    'a certificate with ten thousand names',
    changed(
      [...CERTIFICATE, 'dnsNames'],
      Array.from({ length: 10_000 }, () => 'a.example'),
    ),
    'damaged',
  ],
  [
    'a subject twenty times',
    changed(
      ['arrival', 'findings'],
      Array.from({ length: 20 }, () => ARRIVAL.findings[0]),
    ),
    'damaged',
  ],
]

describe('a file that is no report, or not as Mailwright writes one, is not opened', () => {
  test.each(ROWS)('%s', (_, file, problem) => {
    expect(readReport(file, t)).toEqual({ ok: false, error: problem })
  })

  test('the file that is changed for these is opened itself', () => {
    expect(readReport(json, t)).toEqual({ ok: true, value: GOOD })
  })

  test('no row has changed the prototype of objects', () => {
    for (const [, file] of ROWS) readReport(file, t)
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
  })
})

/** What turns, hides or moves text, with how it is shown. */
const TRICKS: readonly (readonly [name: string, trick: string, shown: string])[] = [
  ['writing that is turned', 'gnp\u202eexe', 'gnp[U+202E]exe'],
  ['isolated writing', '\u2066evil\u2069', '[U+2066]evil[U+2069]'],
  ['a letter without width', 'pay\u200bpal', 'pay[U+200B]pal'],
  ['a screen that is cleared', '\u001b[2J', '[U+001B][2J'],
  ['a title in one octet', '\u009d0;evil\u009c', '[U+009D]0;evil[U+009C]'],
  ['a line of its own', 'refused\n\u2713 OK', 'refused[U+000A]\u2713 OK'],
  ['a line end of Unicode', 'a\u2028b', 'a[U+2028]b'],
  ['tags of Unicode', 'a\u{e0041}b', 'a[U+E0041]b'],
  ['half a character', 'a\ud800b', 'a\ufffdb'],
  ['a byte order mark', '\ufeffa', '[U+FEFF]a'],
]

describe('what would deceive the reader of a report is made visible', () => {
  test.each(TRICKS)('%s', (_, trick, shown) => {
    const read = readReport(changed([...FINDING, 'serverSaid'], trick), t)
    if (!read.ok) throw new Error(read.error)
    expect(read.value.endpoints[0]?.findings[0]?.serverSaid).toBe(shown)
    for (const text of [reportMarkdown(read.value, t), reportHtml(read.value, createTranslator('de'))])
      expect(text).toContain(shown)
  })
})

test('a report of the greatest size is read within a second of computing', () => {
  const filled = `${json.slice(0, -1)}${' '.repeat(MAX_REPORT - json.length)}}`
  const before = process.cpuUsage()
  expect(readReport(filled, t).ok).toBe(true)
  expect(readReport(`{"kind":"${'\\'.repeat(MAX_REPORT - 20)}`, t).ok).toBe(false)
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000)
})
