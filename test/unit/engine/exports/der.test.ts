import { describe, expect, test } from 'vitest'
import { element, elementsOf, identifier, setOf, TAG, timeElement } from '#engine/exports/der.ts'

test.each([
  [0, '0400'],
  [127, '047f'],
  [128, '048180'],
  [255, '0481ff'],
  [256, '04820100'],
  [65_536, '0483010000'],
])('an element of %i octets has its length in as few as it takes, and is read back', (length, head) => {
  const content = Buffer.alloc(length, 7)
  const written = element(TAG.octets, content)
  expect(written.toString('hex', 0, head.length / 2)).toBe(head)
  expect(elementsOf(written)).toEqual([{ tag: TAG.octets, whole: written, content }])
})

test.each([
  ['1.2.840.113549.1.7.2', '06092a864886f70d010702'],
  ['2.16.840.1.101.3.4.2.1', '0609608648016503040201'],
])('%s is written as in X.690', (dotted, hex) => {
  expect(identifier(dotted).toString('hex')).toBe(hex)
})

test.each([
  ['2026-11-27T17:12:05.999Z', TAG.utcTime, '261127171205Z'],
  ['2049-12-31T23:59:59Z', TAG.utcTime, '491231235959Z'],
  ['2050-01-01T00:00:00Z', TAG.generalizedTime, '20500101000000Z'],
])('the time %s', (time, tag, text) => {
  expect(timeElement(new Date(time))).toEqual(element(tag, Buffer.from(text)))
})

test('a set is in the order of its octets, whoever comes first', () => {
  const [small, big] = [element(TAG.integer, Buffer.of(1)), element(TAG.octets, Buffer.of(0))]
  expect(setOf(TAG.set, [big, small])).toEqual(setOf(TAG.set, [small, big]))
})

describe('octets that are no DER end the reading', () => {
  test.each([
    ['nothing', ''],
    ['a tag alone', '30'],
    ['an indefinite length', '30800201010000'],
    ['a length beyond the end', '30050201'],
    ['a length of a length beyond the end', '3084ff'],
    ['a length of 127 octets', `30ff${'ff'.repeat(127)}`],
  ])('%s', (_, hex) => {
    expect(elementsOf(Buffer.from(hex, 'hex'))).toEqual([])
  })
})
