import { describe, expect, test } from 'vitest'
import { explain } from '#shared/explain/explain.ts'
import { HEARD_LATER } from './heard-later.ts'
import { HEARD_PROGRAMS } from './heard-programs.ts'
import { HEARD_SIGN_INS } from './heard-sign-ins.ts'

describe.each([
  ['servers at a sign-in', HEARD_SIGN_INS],
  ['programs about their connection', HEARD_PROGRAMS],
  ['both of them, heard later,', HEARD_LATER],
] as const)('what %s say', (_, cases) => {
  test.each(cases)('%s is %s', async (text, codes) => {
    const { causes } = await explain({ text, octets: null })
    expect(codes).toContain(causes[0].code)
    expect(causes[0].actions.length).toBeGreaterThan(0)
  })
})

test('no text stands there twice', () => {
  const texts = [...HEARD_SIGN_INS, ...HEARD_PROGRAMS, ...HEARD_LATER].map(([text]) => text)
  expect(new Set(texts).size).toBe(texts.length)
})
