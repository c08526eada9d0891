import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COLLECTED_SENDING } from './collected-sending.ts'

test('every collected text about sending has a row', () => {
  expect(COLLECTED_SENDING.map(([file]) => file).toSorted()).toEqual(
    readdirSync(new URL('../../../cases/sending/', import.meta.url)).toSorted(),
  )
})
