import { expect, test } from 'vitest'
import { RULES } from '#shared/diagnosis/rules.ts'
import { REPLY_CODES } from '#shared/replies/reply-code.ts'
import { SCENES } from '#renderer/gallery/scenes.ts'

const shown = new Set(
  SCENES.flatMap(({ state }) => ('lanes' in state ? state.lanes : [])).flatMap(
    ({ result }) => result?.findings.map(({ code }) => code) ?? [],
  ),
)
const explained = SCENES.flatMap(({ state }) =>
  state.step === 'explain' ? (state.explanation?.causes.map(({ code }) => code) ?? []) : [],
)

test('no two scenes have one name', () => {
  expect(new Set(SCENES.map(({ id }) => id)).size).toBe(SCENES.length)
})

test('every cause a rule can name has a scene, so that a reader looks at its words', () => {
  expect(RULES.map(({ code }) => code).filter((code) => !shown.has(code))).toEqual([])
})

test('so has every cause that a pasted message can have', () => {
  const causes = REPLY_CODES.filter((code) => code.startsWith('SEND_'))
  expect(causes.filter((code) => !explained.some((seen) => seen === code))).toEqual([])
})
