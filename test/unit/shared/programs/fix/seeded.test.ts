import { describe, expect, test } from 'vitest'
import { FIX_FORMS } from '#shared/programs/fix/fix-forms.ts'
import { SOUND } from '../sound-settings.ts'
import { WRONG_SETTINGS } from '../wrong-settings.ts'
import { fixed, judgedIn, told } from './fixed.ts'

/** What is only unusual is not changed: an alias may be meant. */
const LEFT = new Set(['SET_FROM smtp from anna@gmx.net'])
const CASES = WRONG_SETTINGS.filter(([client, , , first]) => client in FIX_FORMS && !LEFT.has(first))
const OTHERS = WRONG_SETTINGS.filter(([client]) => !(client in FIX_FORMS))

const wrong = ([client, from, to]: (typeof WRONG_SETTINGS)[number]) =>
  SOUND[client].map(({ name, text }) => ({ name, text: text.replace(from, to) }))

describe('a wrong setting that can be fixed is fixed', () => {
  test('in at least forty files, by every program that is written', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(40)
    const written = new Set(CASES.map(([client]) => client))
    expect(Object.keys(FIX_FORMS).filter((client) => !written.has(client as never))).toEqual(['betterbird'])
  })

  test.each(CASES)('%s: %j -> %j', (...one) => {
    const [client, , , first] = one
    const { result, left } = fixed(client, wrong(one))
    if (!result.ok) throw new Error(result.error)
    const found = judgedIn(client, [{ name: '', text: result.value.text }]).flatMap(
      ({ findings }) => findings,
    )
    expect({ first, left, found: found.map(told) }).toEqual({ first, left: [], found: [] })
    // One line says what was wrong; no second one is touched for it.
    expect(result.value.changes).toHaveLength(1)
  })
})

describe('what cannot be written, or is not certain, is left as it is', () => {
  test.each(OTHERS)('%s: %j -> %j', (...one) => {
    expect(fixed(one[0], wrong(one)).result).toEqual({ ok: false, error: 'FIX_PROGRAM' })
  })

  test.each(WRONG_SETTINGS.filter(([, , , first]) => LEFT.has(first)))('%s: %j -> %j', (...one) => {
    const { result, left } = fixed(one[0], wrong(one))
    expect(result).toEqual({ ok: false, error: 'FIX_NOTHING' })
    expect(left.map(told)).toEqual([one[3]])
  })
})
