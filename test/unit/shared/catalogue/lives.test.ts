import { describe, expect, test } from 'vitest'
import { daysAfter } from '#shared/catalogue/life-cycle.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { livesOf } from '../../../../scripts/lib/fact-warnings.ts'

const lives = PROVIDERS.flatMap((provider) => livesOf(provider).map((life) => ({ id: provider.id, life })))
const isDay = (day: string) => daysAfter(day, 0) === day

test('the catalogue knows of ends that are over, of one under way and of one to come', () => {
  expect(lives.length).toBeGreaterThan(10)
})

describe.each(lives)('what ends at $id on $life.effective', ({ life }) => {
  const { announced, effective, final, concerns, postponedBy, source } = life

  test('has days that follow each other', () => {
    const days = [announced, effective, final].filter((day) => day !== null)
    expect(days.filter((day) => !isDay(day))).toEqual([])
    expect(days).toEqual(days.toSorted())
  })

  test('was read on a day, and not before it was said', () => {
    expect(source.name.trim()).not.toBe('')
    expect(isDay(source.date)).toBe(true)
    expect((announced ?? '') <= source.date).toBe(true)
  })

  test('can be put off by a person who is named, or has a last day', () => {
    expect(concerns === 'all' && final === null && postponedBy === 'nobody').toBe(false)
  })
})
