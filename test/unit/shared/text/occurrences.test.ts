import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Needle } from '#shared/text/occurrences.ts'

/** Asked at every place, one after the other. */
function everyPlace(needle: string, text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, at) => at).filter((at) => text.startsWith(needle, at))
}

test.each([
  ['a', 'banana', [1, 3, 5]],
  ['ana', 'banana', [1, 3]],
  ['aa', 'aaaa', [0, 1, 2]],
  ['aab', 'aaab', [1]],
  ['abcabd', 'abcabcabd', [3]],
  ['long-enough-twice', 'long-enough-long-enough-twice', [12]],
  ['x', '', []],
  ['banana', 'ban', []],
])('%j is in %j at %j', (needle, text, places) => {
  expect([...new Needle(needle).occurrencesIn(text)]).toEqual(places)
})

test('every occurrence is found in any text, and nothing else', () => {
  const few = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength })
  fc.assert(
    fc.property(few(20), few(200), (needle, text) => {
      expect([...new Needle(needle).occurrencesIn(text)]).toEqual(everyPlace(needle, text))
    }),
    { numRuns: 2_000 },
  )
})
