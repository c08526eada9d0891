import { describe, expect, test } from 'vitest'
import { RowReader, type ReadRow, type RowFormat } from '#shared/batch/row-reader.ts'

const HEADER = 'address,user,secret,imap,pop3,smtp'
const GOOD = 'anna@example.org,,env:ANNA,imap.example.org:993:tls,,'

function readAll(text: string, format: RowFormat = 'csv', part = text.length): readonly ReadRow[] {
  const reader = new RowReader(format)
  const rows: ReadRow[] = []
  for (let at = 0; at < text.length; at += part) rows.push(...reader.take(text.slice(at, at + part)))
  return [...rows, ...reader.end()]
}

/** What a row is refused for; `ok` where it is not. */
const verdicts = (rows: readonly ReadRow[]) =>
  rows.map(({ row }) => (row.ok ? 'ok' : `${row.error.code} ${row.error.facts['problem'] ?? ''}`.trim()))

const csv = (...rows: readonly string[]) => [HEADER, ...rows].join('\n')

describe('a row of CSV', () => {
  test.each<readonly [string, string]>([
    ['LF at the end', `${csv(GOOD)}\n`],
    ['no line end at the end', csv(GOOD)],
    ['CRLF', `${HEADER}\r\n${GOOD}\r\n`],
    ['fields in quotes', csv('"anna@example.org","","env:ANNA","imap.example.org:993:tls","",""')],
    ['quotes and a separator in a user name', csv(GOOD.replace(',,', ',"an,""na""",'))],
    ['a header in other letters and order', `SECRET, Address ,imap\nenv:ANNA,anna@example.org,[::1]:993:tls`],
    ['semicolons, as spreadsheets write them', csv(GOOD).replaceAll(',', ';')],
    ['rows of separators alone around it', csv(',,,,,', GOOD, ' , ,,,,', '')],
    ['a user name that a spreadsheet takes for a formula', csv(GOOD.replace(',,', ',=1+1,'))],
  ])('is read with %s', (_, text) => {
    expect(verdicts(readAll(text))).toEqual(['ok'])
    // However it arrives.
    expect(readAll(text, 'csv', 1)).toEqual(readAll(text))
  })

  test('has its line, address, user name, reference and servers', () => {
    const [read] = readAll(csv(',,,,,', 'anna@example.org,anna,file:/run/a b,i.example.org:143:starttls,,'))
    expect(read?.line).toBe(3)
    expect(read?.row).toMatchObject({
      ok: true,
      value: {
        line: 3,
        address: { ascii: 'anna@example.org' },
        userName: 'anna',
        secret: { kind: 'file', path: '/run/a b' },
        endpoints: [{ protocol: 'imap', host: 'i.example.org', port: 143, security: 'starttls' }],
      },
    })
  })
})

describe('a wrong row is a row with its code, and the rows around it are read', () => {
  test.each<readonly [string, string, string]>([
    ['a quote that does not end', GOOD.replace(',,', ',"anna,'), 'ROW_INVALID quotes'],
    ['a quote in the middle of a field', GOOD.replace(',,', ',an"na,'), 'ROW_INVALID quotes'],
    ['text behind a closing quote', GOOD.replace(',,', ',"anna"x,'), 'ROW_INVALID quotes'],
    ['a line break within quotes', GOOD.replace(',,', ',"an\nna",'), 'ROW_INVALID quotes|ROW_INVALID quotes'],
    ['a field too many', `${GOOD},`, 'ROW_INVALID columns'],
    ['a field too few', 'anna@example.org,env:ANNA', 'ROW_INVALID columns'],
    ['NUL', GOOD.replace(',,', ',an\0na,'), 'ROW_INVALID characters'],
    ['a lone CR', GOOD.replace(',,', ',an\rna,'), 'ROW_INVALID characters'],
    ['an escape sequence', GOOD.replace(',,', ',\u001b[2J,'), 'ROW_INVALID characters'],
    ['octets that were no UTF-8', GOOD.replace(',,', ',an\ufffdna,'), 'ROW_INVALID characters'],
    ['a user name that is turned round', GOOD.replace(',,', ',an\u202ena,'), 'ROW_INVALID characters'],
    ['a line of a megabyte', GOOD.replace(',,', `,${'x'.repeat(1 << 20)},`), 'ROW_INVALID long'],
    ['a megabyte in a quote', GOOD.replace(',,', `,"${'x'.repeat(1 << 20)}`), 'ROW_INVALID long'],
    ['no address', GOOD.replace('anna@example.org', 'anna'), 'ADDR_INVALID'],
    ['a formula for an address', GOOD.replace('anna@example.org', '=cmd|calc!A0'), 'ADDR_INVALID'],
    ['a password', GOOD.replace('env:ANNA', 'sunflower-4711'), 'ROW_SECRET no-reference'],
    ['no secret', GOOD.replace('env:ANNA', ''), 'ROW_SECRET no-reference'],
    ['a reference to nothing', GOOD.replace('env:ANNA', 'file:'), 'ROW_SECRET no-reference'],
    ['a variable that cannot be one', GOOD.replace('env:ANNA', 'env:AN NA'), 'ROW_SECRET no-reference'],
    ['a password behind a reference', GOOD.replace('env:ANNA', 'keychain:pass'), 'ROW_SECRET no-reference'],
    ['a server without encryption', GOOD.replace(':tls', ''), 'CFG_INVALID'],
    ['no server', GOOD.replace('imap.example.org:993:tls', ''), 'CFG_INVALID'],
  ])('%s', (_, row, expected) => {
    expect(verdicts(readAll(csv(GOOD, row, GOOD)))).toEqual(['ok', ...expected.split('|'), 'ok'])
  })

  test('and nothing of it is kept in what is said about it', () => {
    const fault = readAll(csv('sunflower-4711,sunflower-4711,sunflower-4711,sunflower-4711,,'))
    expect(JSON.stringify(fault)).not.toContain('sunflower')
  })
})

describe('a first line that does not name the columns leaves nothing to go by', () => {
  test.each<readonly [string, string]>([
    ['nothing', ''],
    ['a row', GOOD],
    ['a column of another name', 'address,secret,imap server'],
    ['a column for passwords', 'address,secret,password'],
    ['a column twice', 'address,secret,imap,imap'],
    ['no address', 'secret,imap'],
    ['no secret', 'address,imap'],
    ['a quote that does not end', 'address,"secret,imap'],
    ['a megabyte', 'x'.repeat(1 << 20)],
    ['UTF-16', HEADER.split('').join('\0')],
  ])('%s', (_, header) => {
    const reader = new RowReader('csv')
    const rows = [...reader.take(`${header}\n${GOOD}\n`), ...reader.end()]
    expect(rows).toEqual([])
    expect(reader.state).toBe('no-header')
  })
})

describe('a row of NDJSON', () => {
  const row = { address: 'anna@example.org', secret: 'env:ANNA', imap: 'imap.example.org:993:tls' }

  test.each<readonly [string, string, readonly string[]]>([
    ['an object', JSON.stringify(row), ['ok']],
    ['an empty line', '\n\n', []],
    ['a number', '1', ['ROW_INVALID columns']],
    ['a list', '[]', ['ROW_INVALID columns']],
    ['half an object', '{"address":', ['ROW_INVALID json']],
    ['another member', JSON.stringify({ ...row, password: 'x' }), ['ROW_INVALID columns']],
    ['a prototype', '{"__proto__":{"address":"a@example.org"}}', ['ROW_INVALID columns']],
    ['a number for a text', JSON.stringify({ ...row, user: 1 }), ['ROW_INVALID columns']],
    ['a line break in a text', JSON.stringify({ ...row, user: 'a\nb' }), ['ROW_INVALID characters']],
    ['half a character', JSON.stringify({ ...row, user: '\ud800' }), ['ROW_INVALID characters']],
  ])('%s', (_, text, expected) => {
    expect(verdicts(readAll(text, 'ndjson'))).toEqual(expected)
  })
})

test('a line without an end is not kept', () => {
  const reader = new RowReader('csv')
  reader.take(`${HEADER}\n`)
  const part = 'x'.repeat(1 << 20)
  const before = process.memoryUsage().heapUsed
  for (let megabytes = 0; megabytes < 200; megabytes += 1) reader.take(part)
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 * 2 ** 20)
  expect(verdicts(reader.end())).toEqual(['ROW_INVALID long'])
})
