import { expect, test } from 'vitest'
import { explain } from '#shared/explain/explain.ts'
import { NEAR_MISSES } from './near-misses.ts'

test.each(NEAR_MISSES)('%s is %s and not %s', async (text, is, not) => {
  const { causes } = await explain({ text, octets: null })
  expect(causes[0].code).not.toBe(not)
  expect(causes[0].code).toBe(is)
})
