import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inRoot, ROOT } from '../../scripts/lib/paths.ts'
import { sourceFiles } from '../support/source-tree.ts'

const read = (path: string) => readFileSync(inRoot(path), 'utf8')
const testsIn = (part: string) => [...part.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path)
const isThere = (path: string) =>
  path.includes('*') ? globSync(path, { cwd: ROOT }).length > 0 : existsSync(inRoot(path))

/** The rows of the table of attackers, and the bullets below the promises. */
function promises(): readonly string[] {
  const text = read('docs/threat-model.md')
  const promised = text.split('## What is promised')[1]?.split('\n## ')[0] ?? ''
  const rows = text.split('\n').filter((line) => /^\| (?!Attacker|-)/.test(line))
  return [...rows, ...promised.split('\n').filter((line) => line.startsWith('- '))]
}

test('every promise of the threat model names a test', () => {
  expect(promises().length).toBeGreaterThan(8)
  for (const promise of promises()) expect(testsIn(promise), promise).not.toEqual([])
})

describe('SECURITY.md', () => {
  const [, ...parts] = read('SECURITY.md').split(/^## /m)
  const rows = read('SECURITY.md')
    .split('\n')
    .filter((line) => /^\| (?!Part|-)/.test(line))

  test('says how to report, what is supported and what is promised', () => {
    expect(parts.map((part) => part.split('\n')[0])).toEqual([
      'Report something',
      'Supported versions',
      'What is promised, and what holds it',
    ])
  })

  test.each(rows.map((row) => [row.split('|')[2]?.trim() ?? '', row] as const))(
    'names a test for: %s',
    (_, row) => {
      expect(testsIn(row)).not.toEqual([])
    },
  )

  test('invents no address to write to', () => {
    expect(read('SECURITY.md')).not.toMatch(/[\w.]@[\w.]|https?:/)
  })

  test('leaves the threat model to its document', () => {
    const bullets = promises().map((promise) => promise.replace(/`test\/[^`]+`/g, ''))
    const repeated = rows.filter((row) =>
      bullets.some((bullet) => bullet.includes(row.split('|')[2]?.trim() ?? row)),
    )
    expect(repeated).toEqual([])
    expect(read('SECURITY.md')).toContain('(docs/threat-model.md)')
  })
})

test.each(['SECURITY.md', 'docs/threat-model.md', 'docs/hostile-cases.md'])(
  'the tests that %s names are there',
  (path) => {
    expect(testsIn(read(path)).length).toBeGreaterThan(10)
    expect(testsIn(read(path)).filter((named) => !isThere(named))).toEqual([])
  },
)

/** Every number of a numbered row: `5, 6`, `14 to 16`, `27b`, `K3`. */
function listedCases(): ReadonlySet<string> {
  const cells = [...read('docs/hostile-cases.md').matchAll(/^\| ([0-9K][0-9a-zK, ]*?) +\|/gm)].map(
    ([, cell = '']) => cell,
  )
  return new Set(
    cells.flatMap((cell) =>
      cell.split(', ').flatMap((part) => {
        const [, first, last] = /^(\d+) to (\d+)$/.exec(part) ?? []
        if (first === undefined) return [part]
        return Array.from(
          { length: Number(last) - Number(first) + 1 },
          (_, index) => `${Number(first) + index}`,
        )
      }),
    ),
  )
}

describe('a numbered case', () => {
  test('has a row for each number from 1 to 106', () => {
    const listed = listedCases()
    const all = Array.from({ length: 106 }, (_, index) => `${index + 1}`)
    expect(all.filter((number) => !listed.has(number))).toEqual([])
  })

  test('that a test names leads to a row', () => {
    const named = sourceFiles('test')
      .flatMap(({ text }) => [...text.matchAll(/'(\d{1,3}[a-z]?): \p{L}|\((\d{1,3}[a-z]?)\)'/gu)])
      .map(([, first, second]) => first ?? second ?? '')
    const listed = listedCases()
    expect(named.length).toBeGreaterThan(50)
    expect([...new Set(named)].filter((number) => !listed.has(number))).toEqual([])
  })
})
