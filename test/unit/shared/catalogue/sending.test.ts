import { describe, expect, test } from 'vitest'
import { providerBySmtpHost } from '#shared/catalogue/look-up.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'

const asking = PROVIDERS.flatMap(({ id, sending }) => (sending === undefined ? [] : [{ id, sending }]))
const isName = (name: string) => /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/.test(name)

describe.each(asking)('$id', ({ sending }) => {
  test('asks senders for names that can be published', () => {
    const { spfInclude = 'example.org', dkimSelectors = [], dkimTarget = '{selector}.example.org' } = sending
    const targets = dkimSelectors.map((selector) =>
      dkimTarget.replace('{selector}', selector).replace('{domain}', 'example.org'),
    )
    expect([spfInclude, ...targets].filter((name) => !isName(name))).toEqual([])
    expect(dkimSelectors.filter((selector) => !/^[a-z0-9-]+$/.test(selector))).toEqual([])
  })
})

test('of several entries with one server, the one that asks something of senders is found', () => {
  expect(providerBySmtpHost('smtp.gmail.com')?.id).toBe('google-workspace')
  expect(providerBySmtpHost('smtp.example.org')).toBeNull()
})
