import { expect, test } from 'vitest'
import { PRODUCT_ROOMS, sourceFiles } from '../support/source-tree.ts'

/** They fill texts of their own with them. */
const FILL_TEXTS = [
  'shared/i18n/conclusion-words.ts',
  'shared/i18n/finding-words.ts',
  'shared/report/oauth-admin-message.ts',
]

test('facts fill texts: what decides something is a typed field of a finding', () => {
  const reading = sourceFiles(...PRODUCT_ROOMS).filter(
    ({ text }) => /\bfacts\[/.test(text) || /\} = (\w+\.)?finding\.facts\b/.test(text),
  )
  expect(reading.map(({ path }) => path)).toEqual(FILL_TEXTS)
})
