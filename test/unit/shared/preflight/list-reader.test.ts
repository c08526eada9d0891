import { describe, expect, test } from 'vitest'
import { ListReader, type ReadEntry } from '#shared/preflight/list-reader.ts'

function read(text: string, column: string | null = null, size = text.length): readonly string[] {
  const reader = new ListReader(column)
  const entries: ReadEntry[] = []
  for (let at = 0; at < text.length; at += size) entries.push(...reader.take(text.slice(at, at + size)))
  entries.push(...reader.end())
  return reader.state === 'no-column' ? ['no column'] : entries.map(shown)
}

function shown({ line, entry }: ReadEntry): string {
  if (!entry.ok) return `${line} ${entry.error}`
  const { domain, smtpAuth } = entry.value
  return `${line} ${domain.ascii}${smtpAuth === 'not-said' ? '' : ` ${smtpAuth}`}`
}

const long = 'x'.repeat(70_000)

const FORMS: readonly (readonly [what: string, text: string, entries: readonly string[], column?: string])[] =
  [
    ['addresses, one a line', 'anna@example.org\nbob@Example.NET\n', ['1 example.org', '2 example.net']],
    [
      'domains, and no line end at the end',
      'example.org\r\n@example.net',
      ['1 example.org', '2 example.net'],
    ],
    ['empty lines and comments', '\n# ours\n  example.org  \n', ['3 example.org']],
    ['letters beyond ASCII', 'bücher.example\n', ['1 xn--bcher-kva.example']],
    [
      'what is none',
      'example.org\nhello\nlocalhost\n192.0.2.1\na@b@c.example\nexample.net\n',
      ['1 example.org', '2 address', '3 address', '4 address', '5 address', '6 example.net'],
    ],
    [
      'a line without an end',
      `example.org\n${long}\nexample.net\n`,
      ['1 example.org', '2 long', '3 example.net'],
    ],
    ['a table with one column', 'email\nanna@example.org\n', ['2 example.org']],
    [
      'a table from a spreadsheet',
      'Name;E-Mail\r\nAnna;anna@example.org\r\n;\r\n"Bob; B.";bob@example.net\r\n',
      ['2 example.org', '4 example.net'],
    ],
    [
      'a table of PowerShell, which says who sends with a password',
      '#TYPE Selected\r\n"DisplayName","PrimarySmtpAddress","SmtpAuth"\r\n"A","a@example.org","on"\r\n"B","b@example.org","off"\r\n"C","c@example.org",""\r\n',
      ['3 example.org on', '4 example.org off', '5 example.org'],
    ],
    ['a column that is named', 'who,where\nx,example.org\n', ['2 example.org'], 'Where'],
    ['a table with no such column', 'who,where\nx,example.org\n', ['no column'], 'when'],
    ['a table without a known column', 'who,where\nx,example.org\n', ['no column']],
    [
      'rows with too little in them',
      'name,address\nonly a name\nx,"y@example.org\nx,y@example.org\n',
      ['2 address', '3 quotes', '4 example.org'],
    ],
    [
      'objects',
      '{"address":"anna@example.org","smtpAuth":"on"}\n{"domain":"example.net"}\n[]\n{"address":7}\n{\n',
      ['1 example.org on', '2 example.net', '3 address', '4 address', '5 json'],
    ],
    ['nothing', '', []],
  ]

describe('a list of addresses or domains is read in every form that people have it in', () => {
  test.each<readonly [what: string, text: string, entries: readonly string[], column: string | null]>(
    FORMS.map(([what, text, entries, column = null]) => [what, text, entries, column]),
  )('%s', (_, text, entries, column) => {
    expect(read(text, column)).toEqual(entries)
    // However it arrives.
    expect(read(text, column, text.length > 10_000 ? 4_096 : 1)).toEqual(entries)
  })
})
