import { expect, test } from 'vitest'
import { dayForReader } from '#shared/i18n/day.ts'

test('a day stays the same day wherever it is read', () => {
  const day = dayForReader('2027-01-01')
  expect([day?.getFullYear(), day?.getMonth(), day?.getDate(), day?.getHours()]).toEqual([2027, 0, 1, 0])
})

test.each(['', '2027', '2027-01-01T00:00:00Z', 'tomorrow'])('%j is no day', (text) => {
  expect(dayForReader(text)).toBeNull()
})
