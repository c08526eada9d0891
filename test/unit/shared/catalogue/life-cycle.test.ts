import { describe, expect, test } from 'vitest'
import { daysAfter, endFacts, isWorthSaying, stateOn } from '#shared/catalogue/life-cycle.ts'
import { endingOn } from './life-samples.ts'

const IN_STEPS = endingOn('2026-10-01', { announced: '2026-02-05', final: '2027-04-01' })
const OPEN = endingOn('2027-01-01', { final: null, postponedBy: 'admin' })

describe('how far a fact has come', () => {
  test.each([
    ['before it was announced', '2026-02-04', IN_STEPS, 'announced'],
    ['the day before it begins', '2026-09-30', IN_STEPS, 'announced'],
    ['the day it begins', '2026-10-01', IN_STEPS, 'effective'],
    ['the day before the last', '2027-03-31', IN_STEPS, 'effective'],
    ['the last day', '2027-04-01', IN_STEPS, 'final'],
    ['ever after', '2099-01-01', IN_STEPS, 'final'],
    ['while no last day is named', '2099-01-01', OPEN, 'effective'],
    ['where both days are one', '2026-10-01', endingOn('2026-10-01'), 'final'],
    ['on what is no day', '', IN_STEPS, 'announced'],
  ] as const)('%s', (_, date, life, state) => {
    expect(stateOn(date, life)).toBe(state)
  })
})

test.each([
  ['2025-09-30', false],
  ['2025-10-01', true],
  ['2030-01-01', true],
  ['', false],
  ['2026-99-99', false],
])('it is worth a word from a year before its first day on: %s', (date, expected) => {
  expect(isWorthSaying(date, IN_STEPS)).toBe(expected)
})

test.each([
  ['2026-11-27', 35, '2027-01-01'],
  ['2027-01-01', -1, '2026-12-31'],
  ['2028-02-28', 1, '2028-02-29'],
  ['soon', 1, null],
])('%s and %d days', (date, days, expected) => {
  expect(daysAfter(date, days)).toBe(expected)
})

test('the words are filled with days, and with nothing where none is named', () => {
  expect(endFacts('2026-11-27', OPEN)).toEqual({
    state: 'announced',
    day: '2027-01-01',
    finalDay: '',
    postponedBy: 'admin',
    concerns: 'all',
  })
})
