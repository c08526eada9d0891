import { describe, expect, test } from 'vitest'
import { LANGUAGES, meansYes } from '#shared/i18n/languages.ts'
import { sourceFiles } from '../../../support/source-tree.ts'

const YES = Object.values(LANGUAGES).flatMap(({ yes }) => yes)

describe('an answer means yes', () => {
  test.each([...YES, ' Y ', 'JA', 'Yes\r'])('%j', (answer) => {
    expect(meansYes(answer)).toBe(true)
  })

  test.each(['', 'n', 'no', 'nein', 'yep', 'y y', 'ye'])('%j does not', (answer) => {
    expect(meansYes(answer)).toBe(false)
  })
})

test('every language says how, in small letters and in one place', () => {
  for (const { yes } of Object.values(LANGUAGES)) {
    expect(yes.length).toBeGreaterThan(0)
    expect(yes.map((word) => word.trim().toLowerCase())).toEqual(yes)
  }
  const elsewhere = sourceFiles('electron/cli').filter(({ text }) => /'(?:ja|yes)'/.test(text))
  expect(elsewhere.map(({ path }) => path)).toEqual([])
})
