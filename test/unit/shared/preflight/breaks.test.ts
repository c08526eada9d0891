import { describe, expect, test } from 'vitest'
import { providerById } from '#shared/catalogue/look-up.ts'
import { breaksOn, dayOf, waysOn } from '#shared/preflight/breaks.ts'

function facts(id: string) {
  const provider = providerById(id)
  if (provider === null) throw new Error(`the catalogue has no ${id}`)
  return provider
}

describe('what breaks when is what the catalogue knows, from the next day on', () => {
  test.each<readonly [id: string, date: string, breaks: readonly string[]]>([
    [
      'microsoft-365',
      '2026-11-27',
      [
        '2027-01-01 sign-in-ends sending announced',
        '2027-01-01 old-tls-ends effective',
        '2027-04-01 ews-ends effective',
      ],
    ],
    // Of passwords for sending no last day is named: they go on where an administrator keeps them.
    [
      'microsoft-365',
      '2027-02-01',
      ['2027-01-01 sign-in-ends sending effective', '2027-04-01 ews-ends effective'],
    ],
    ['microsoft-365', '2027-04-01', ['2027-01-01 sign-in-ends sending effective']],
    // More than a year ahead.
    ['microsoft-hve', '2026-11-27', ['2028-09-01 sign-in-ends all announced']],
    // What has closed stays to be told.
    ['amazon-workmail', '2030-01-01', ['2027-04-01 service-ends final']],
    ['fastmail', '2026-11-27', []],
  ])('%s on %s', (id, date, breaks) => {
    const found = breaksOn(date, facts(id)).map((one) => {
      const services = one.kind === 'sign-in-ends' ? ` ${one.end.services}` : ''
      return `${dayOf(one)} ${one.kind}${services} ${one.end.state}`
    })
    expect(found).toEqual(breaks)
  })
})

test('ways to sign in are told with their ends, and none that has ended', () => {
  expect(waysOn('2026-11-27', facts('microsoft-365'))).toEqual([
    { kind: 'oauth', services: 'all', until: null, final: null },
    { kind: 'password', services: 'sending', until: '2027-01-01', final: null },
  ])
})
