import { describe, expect, test } from 'vitest'
import { explain } from '#shared/explain/explain.ts'
import type { ExplainCase } from './explain-case.ts'
import { PROGRAM_TEXTS } from './program-texts.ts'
import { PROVIDER_TEXTS } from './provider-texts.ts'
import { SERVER_TEXTS } from './server-texts.ts'
import { SIGN_IN_PAGE_TEXTS } from './sign-in-page-texts.ts'
import { SIGN_IN_TEXTS } from './sign-in-texts.ts'

const ALL_TEXTS: readonly ExplainCase[] = [
  ...SIGN_IN_TEXTS,
  ...SIGN_IN_PAGE_TEXTS,
  ...SERVER_TEXTS,
  ...PROVIDER_TEXTS,
  ...PROGRAM_TEXTS,
]

describe.each([
  ['what is said while signing in', SIGN_IN_TEXTS],
  ['what pages to sign in on say', SIGN_IN_PAGE_TEXTS],
  ['what servers of every make say', SERVER_TEXTS],
  ['the dialects of providers and filters', PROVIDER_TEXTS],
  ['what mail programs and log files quote', PROGRAM_TEXTS],
])('%s', (_, cases) => {
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
