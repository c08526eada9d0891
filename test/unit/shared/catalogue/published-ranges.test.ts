import { BlockList, isIP } from 'node:net'
import { expect, test } from 'vitest'
import { isKnownHost } from '#shared/catalogue/known-hosts.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { publishedRangesOf } from '#shared/catalogue/published-ranges.ts'

const published = PROVIDERS.flatMap(({ publishedRanges }) => publishedRanges ?? [])

test.each(published.flatMap(({ ranges }) => ranges))('%s is a network that a firewall takes', (range) => {
  const [address = '', bits = ''] = range.split('/')
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  const network = new BlockList()
  network.addSubnet(address, Number(bits), family)
  expect(network.check(address, family)).toBe(true)
})

test('the networks are those of hosts the catalogue has', () => {
  expect(published.flatMap(({ hosts }) => hosts).filter((host) => !isKnownHost(host))).toEqual([])
  expect(publishedRangesOf('smtp.office365.com')?.page).toMatch(/^https:\/\/learn\.microsoft\.com\//)
  expect(publishedRangesOf('smtp.example.org')).toBeNull()
})
