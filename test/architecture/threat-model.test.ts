import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'

const text = readFileSync(inRoot('docs/threat-model.md'), 'utf8')
const testsIn = (part: string) => [...part.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path)

/** The rows of the table, and the bullets below the heading. */
function promises(): readonly string[] {
  const promised = text.split('## What is promised')[1]?.split('\n## ')[0] ?? ''
  const rows = text.split('\n').filter((line) => /^\| (?!Attacker|-)/.test(line))
  return [...rows, ...promised.split('\n').filter((line) => line.startsWith('- '))]
}

test('every promise of the threat model names a test that is there', () => {
  expect(promises().length).toBeGreaterThan(8)
  for (const promise of promises()) expect(testsIn(promise), promise).not.toEqual([])
  expect(testsIn(text).filter((path) => !existsSync(inRoot(path)))).toEqual([])
})
