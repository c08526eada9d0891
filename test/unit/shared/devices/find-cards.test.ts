import { describe, expect, test } from 'vitest'
import { DEVICE_CARDS } from '#shared/devices/cards.ts'
import { findCards } from '#shared/devices/find-cards.ts'

const found = (name: string) => findCards(name).map(({ id }) => id)

test.each(DEVICE_CARDS.map(({ id }) => [id]))('the name %s finds its card alone', (id) => {
  expect(found(id)).toEqual([id])
})

describe('a device is found by what is typed for it', () => {
  test.each([
    // The maker, in any case and in part.
    ['Brother', 'brother'],
    ['BROTHER', 'brother'],
    ['konica', 'konica-minolta-bizhub'],
    ['mikrotik', 'mikrotik'],
    // A model that no card has says nothing against the maker.
    ['Brother MFC-L3770CDW', 'brother'],
    ['Kyocera ECOSYS M5526cdw', 'kyocera'],
    ['Konica Minolta bizhub C250i', 'konica-minolta-bizhub'],
    // The product, and other names of it.
    ['taskalfa', 'kyocera'],
    ['Utax', 'kyocera'],
    ['DiskStation', 'synology'],
    ['FRITZ!Box 7590', 'fritzbox'],
    ['fritz box', 'fritzbox'],
    ['e-STUDIO', 'toshiba-estudio'],
    ['WP Mail SMTP', 'wp-mail-smtp'],
    ['paperless', 'paperless-ngx'],
    ['php.ini', 'php-ini'],
    ['cron', 'msmtp'],
    // One slip.
    ['brohter', 'brother'],
    ['kyoccera', 'kyocera'],
    ['synolgy', 'synology'],
    ['hikvison', 'hikvision'],
    ['lexmrk', 'lexmark'],
    ['nextclod', 'nextcloud'],
  ])('%s', (name, id) => {
    expect(found(name)[0]).toBe(id)
  })

  test('several that match are all named', () => {
    expect(found('hp')).toEqual(['hp-futuresmart', 'hp-laserjet-pro'])
    expect(found('xerox')).toEqual(['xerox-altalink', 'xerox-workcentre-6505', 'xerox-workcentre-7755'])
    expect(found('truenas')).toEqual(['truenas-core', 'truenas-scale'])
  })
})

test.each(['', '   ', 'toaster', 'zz', '7590', '***', 'brother toaster', '\u0000', 'a'.repeat(100_000)])(
  'what names no device finds none: %j',
  (name) => {
    expect(found(name)).toEqual([])
  },
)
