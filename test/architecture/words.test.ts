import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'
import { PRODUCT_ROOMS, sourceFiles } from '../support/source-tree.ts'

/** Words of this house that hid a term of the field, with the term. */
const REPLACED: readonly (readonly [word: RegExp, term: string])[] = [
  [/\w*doors?\b|\bdoor\w*/i, 'port, endpoint'],
  [/\b(un)?seal(s|ed|ing)?\b|\w+Seal(ed)?\b/, 'encrypt, encrypted'],
  [/\babilities\b/i, 'capabilities'],
  [/\bwouldTake\b/, 'rcptDryRun'],
  [/\b(Neighbourhood|Enquiry|Inquiry|OAuthPlace|Talk|Deed)\b/, 'the terms of docs/glossary.md'],
  [/\b\w*[sS]tanding\b(?<!\b(?:out|under|notwith)standing)/, 'record, rank, status'],
]

/** A stable interface keeps the key it began with. */
const KEPT = new Map([
  ['electron/cli/output/ports-json.ts', /\bdoors: reports/],
  ['electron/cli/schema/looking.ts', /\bdoors: listOf/],
])

const files = sourceFiles(...PRODUCT_ROOMS, 'scripts')

describe.each(REPLACED)('%s is said as "%s"', (word) => {
  test('in code, names and comments', () => {
    const found = files.flatMap(({ path, text }) => {
      const kept = KEPT.get(path)
      const rest = kept === undefined ? text : text.replace(kept, '')
      return word.test(rest) || word.test(path) ? [path] : []
    })
    expect(found).toEqual([])
  })

  test.each([
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'docs/terminal.md',
    'docs/password.md',
    'docs/glossary.md',
  ])('in %s', (document) => {
    expect(word.exec(readFileSync(inRoot(document), 'utf8'))?.[0] ?? null).toBeNull()
  })
})

test('an exported type has its name alone', () => {
  const names = files.flatMap(({ text }) =>
    [...text.matchAll(/^export (?:interface|type|class) (\w+)/gm)].map(([, name = '']) => name),
  )
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})
