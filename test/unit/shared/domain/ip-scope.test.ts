import { isIP } from 'node:net'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressScope, isLocalAddress, type AddressScope } from '#shared/domain/ip-scope.ts'
import { isLocalName } from '#shared/domain/host-name.ts'

test.each<readonly [string, AddressScope]>([
  ['8.8.8.8', 'internet'],
  ['100.63.255.255', 'internet'],
  ['100.128.0.0', 'internet'],
  ['172.15.255.255', 'internet'],
  ['172.32.0.0', 'internet'],
  ['223.255.255.255', 'internet'],
  ['10.0.0.1', 'private'],
  ['100.64.0.1', 'private'],
  ['100.127.255.255', 'private'],
  ['172.16.0.0', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.1.1', 'private'],
  ['0.0.0.0', 'special'],
  ['0.1.2.3', 'special'],
  ['127.0.0.1', 'special'],
  ['127.255.255.254', 'special'],
  ['169.254.169.254', 'special'],
  ['192.0.0.1', 'special'],
  ['198.18.0.1', 'special'],
  ['198.19.255.255', 'special'],
  ['224.0.0.251', 'special'],
  ['240.0.0.1', 'special'],
  ['255.255.255.255', 'special'],
  ['192.0.2.1', 'documentation'],
  ['198.51.100.1', 'documentation'],
  ['203.0.113.1', 'documentation'],
  ['2a00:1450:4001::1', 'internet'],
  ['2001:4860:4860::8888', 'internet'],
  ['::', 'special'],
  ['::1', 'special'],
  ['::127.0.0.1', 'special'],
  ['0:0:0:0:0:0:0:1', 'special'],
  ['fe80::1', 'special'],
  ['FEBF::1', 'special'],
  ['fec0::1', 'special'],
  ['ff02::fb', 'special'],
  ['100::1', 'special'],
  ['2001::1', 'special'],
  ['2001:db8::1', 'documentation'],
  ['3fff:fff::1', 'documentation'],
  ['fc00::1', 'private'],
  ['fdff:ffff::1', 'private'],
  ['::ffff:8.8.8.8', 'internet'],
  ['::ffff:10.0.0.1', 'private'],
  ['::ffff:a00:1', 'private'],
  ['0:0:0:0:0:ffff:7f00:1', 'special'],
  ['64:ff9b::8.8.8.8', 'internet'],
  ['64:ff9b::808:808', 'internet'],
  ['64:ff9b::10.0.0.1', 'private'],
  ['64:ff9b::7f00:1', 'special'],
  ['64:ff9b:1::808:808', 'special'],
  ['2002:808:808::1', 'internet'],
  ['2002:c0a8:101::1', 'private'],
  ['2002:7f00:1::', 'special'],
  ['router', 'special'],
  ['127.1', 'special'],
  ['', 'special'],
])('%s is met in: %s', (address, scope) => {
  expect(addressScope(address)).toBe(scope)
})

test('a name is no local address', () => {
  expect(['localhost', 'fdroid.example', 'fc00.example.org'].filter(isLocalAddress)).toEqual([])
})

test('every way of writing an address has one answer', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
      const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
      const ways = [
        `::ffff:${address}`,
        `::FFFF:${hex}`,
        `64:ff9b::${address}`,
        `64:ff9b::${hex}`,
        `2002:${hex}::1`,
      ]
      expect(ways.every((way) => isIP(way) === 6)).toBe(true)
      expect(new Set(ways.map(addressScope))).toEqual(new Set([addressScope(address)]))
    }),
  )
})

test.each([
  ['router', true],
  ['printer.local', true],
  ['a.home.arpa', true],
  ['x.INTERNAL', true],
  ['fritz.lan', true],
  ['local.example.org', false],
  ['mylocal', true],
  ['example.mylocal', false],
])('whether %s is a name of the network around: %s', (name, expected) => {
  expect(isLocalName(name)).toBe(expected)
})
