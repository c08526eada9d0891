import { expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/translator.ts'
import { csvHead, csvLine } from '#shared/preflight/csv.ts'
import { pageHead, pageLine, pageTail } from '#shared/preflight/page.ts'
import { wrongPreflightLine, type PreflightLine } from '#shared/preflight/preflight-line.ts'
import { PreflightCount } from '#shared/preflight/summary.ts'

const translator = createTranslator('en')
const EVIL = '=HYPERLINK("http://evil.example")<script>alert(1)</script>\r\nanother,row'

/** As a document of a hostile domain could have it. */
const line: PreflightLine = {
  ...wrongPreflightLine(1, 'address', translator.t),
  domain: 'evil.example',
  addresses: 1,
  mail: 'hoster',
  mx: [EVIL],
  provider: { id: 'x', name: EVIL, certainty: 'known' },
  notes: [{ kind: 'help-page', text: EVIL }],
  error: null,
}

test('what a hostile domain publishes is no markup in the page, and no formula', () => {
  const count = new PreflightCount()
  count.add(line)
  const page = [
    ...pageHead(new Date(), translator),
    pageLine(line, translator),
    ...pageTail(count.summary(), translator),
  ].join('\n')
  expect(page).not.toMatch(/<script|<td>=/)
  expect(page).toContain('&lt;script&gt;')
})

test('what a hostile domain publishes is no formula and no further row in a table', () => {
  const written = csvLine(line)
  expect(written).not.toMatch(/[\r\n]/)
  expect(written).toContain(`"'=HYPERLINK(""http://evil.example"")`)
  // Outside of quotes there are as many separators as in the head.
  const separators = written.replaceAll(/"(?:[^"]|"")*"/g, '').split(',').length
  expect(separators).toBe(csvHead().split(',').length)
})
