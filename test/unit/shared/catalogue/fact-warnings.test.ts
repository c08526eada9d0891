import { describe, expect, test } from 'vitest'
import type { Provider } from '#shared/catalogue/provider.ts'
import { gmxNet } from '#shared/catalogue/providers/gmx-net.ts'
import type { Source } from '#shared/catalogue/source.ts'
import { factWarnings, factWarningText, isFirstHand } from '../../../../scripts/lib/fact-warnings.ts'
import { endingOn } from './life-samples.ts'

const DAY = '2026-11-27'
const OWN: Source = { name: 'GMX, hilfe.gmx.net', date: '2026-08-01' }
const LIST: Source = { name: 'Mozilla ISPDB, gmx.net', date: '2026-03-12' }
const aged = (source: Source): Source => ({ ...source, date: '2025-11-26' })

const from = (...sources: readonly Source[]): Provider => ({ ...gmxNet, sources })
const ending = (source: Source, final: 'open' | 'over'): Provider => ({
  ...from(OWN),
  ends: [
    {
      kind: 'service-ends',
      when: 'before',
      life: endingOn('2026-01-01', { source, final: final === 'open' ? null : '2026-01-01' }),
    },
  ],
})

describe('a fact to be read again', () => {
  test.each<readonly [string, Provider, readonly string[]]>([
    ['is none that the provider says itself', from(OWN), []],
    ['is none that two lists say', from(LIST, { ...LIST, name: 'FairEmail providers.xml' }), []],
    ['is one that a single list says', from(LIST), ['one source, and that second-hand']],
    ['is one whose sources are all older than a year', from(aged(OWN)), ['read more than a year ago']],
    ['is none with one fresh source', from(aged(OWN), LIST), []],
    [
      'is an old end that is still open',
      ending(aged(OWN), 'open'),
      ['an end that was read more than a year ago'],
    ],
    ['is no end that is over for all, however old', ending(aged(OWN), 'over'), []],
    ['is an end that others tell', ending(LIST, 'open'), ['an end known second-hand alone']],
  ])('%s', (_, provider, reasons) => {
    expect(factWarnings(DAY, [provider]).map(({ reason }) => reason)).toEqual(reasons)
  })

  test('is named with its file', () => {
    const told = factWarningText(factWarnings(DAY, [from(LIST)]))
    expect(told).toBe('! one source, and that second-hand (1): shared/catalogue/providers/gmx-net.ts\n')
    const both = factWarningText(factWarnings(DAY, [from(LIST), { ...from(LIST), id: 'gmx-com' }]))
    expect(both).toContain('(2): shared/catalogue/providers/{gmx-net,gmx-com}.ts')
  })
})

test.each([
  ['Microsoft message centre, MC786329', true],
  ['Amazon WorkMail documentation, end of support notice', true],
  ['Mozilla ISPDB, office365.com', false],
  ['petri.com, High Volume Email for internal recipients', false],
  ['FairEmail FAQ 14', false],
])('%s is first-hand: %s', (name, expected) => {
  expect(isFirstHand({ name, date: DAY })).toBe(expected)
})
