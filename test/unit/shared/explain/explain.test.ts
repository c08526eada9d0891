import { describe, expect, test } from 'vitest'
import { explain } from '#shared/explain/explain.ts'
import { ALL_TEXTS, TEXT_TABLES } from './all-texts.ts'

describe.each(TEXT_TABLES)('%s', (_, cases) => {
  test.each(cases)('%s', async (text, code, turn, lasts) => {
    const { causes, bounce } = await explain({ text, octets: null })
    const [{ temporary, ...cause }] = causes
    expect({ code: cause.code, turn: cause.turn, lasts: temporary ? 'passes' : 'stays' }).toEqual({
      code,
      turn,
      lasts,
    })
    expect(bounce).toBeNull()
    expect(cause.actions.length).toBeGreaterThan(0)
  })
})

test('no text stands in the tables twice', () => {
  expect(new Set(ALL_TEXTS.map(([text]) => text)).size).toBe(ALL_TEXTS.length)
})
