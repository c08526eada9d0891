import { expect, test } from 'vitest'
import { sourceFiles } from '../support/source-tree.ts'

/** A reading of numbers, codes or words: what the reply says, and not that there is one. */
const READING = /\.(responseCode|enhanced)\b|reply\??\.(text|code)\b|\.(test|exec)\(|\.match\(/

/** The number of a refused STARTTLS is shown and decides nothing; an interceptor is known by its certificate. */
const ALLOWED = new Set([
  'shared/diagnosis/rules/encryption/starttls-refused.ts',
  'shared/diagnosis/interceptors.ts',
])

test('what a reply means is known in shared/replies alone: no rule of the diagnosis reads one', () => {
  const reading = sourceFiles('shared/finding', 'shared/diagnosis', 'shared/accounts')
    .filter(({ path, text }) => READING.test(text) && !ALLOWED.has(path))
    .map(({ path }) => path)
  expect(reading).toEqual([])
})
