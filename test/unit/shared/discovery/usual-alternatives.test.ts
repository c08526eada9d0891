import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usualAlternatives } from '#shared/discovery/usual-alternatives.ts'
import { PROTOCOLS, SECURITIES, type Protocol } from '#shared/domain/protocol.ts'
import { parseEndpoint, sameEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'

function endpointsBeside(protocol: Protocol, port: number, security: ServerEndpoint['security']) {
  const endpoint = { protocol, host: 'mail.example.org', port, security }
  return usualAlternatives(endpoint).map((other) => `${other.port} ${other.security}`)
}

describe('the other ports at which a service usually answers', () => {
  test.each([
    ['imap', 993, 'tls', ['993 starttls', '143 starttls']],
    ['imap', 143, 'starttls', ['143 tls', '993 tls']],
    ['imap', 993, 'starttls', ['993 tls', '143 starttls']],
    ['imap', 1993, 'tls', ['1993 starttls', '993 tls', '143 starttls']],
    ['pop3', 995, 'tls', ['995 starttls', '110 starttls']],
    ['pop3', 110, 'starttls', ['110 tls', '995 tls']],
    ['smtp', 465, 'tls', ['465 starttls', '587 starttls']],
    ['smtp', 587, 'starttls', ['587 tls', '465 tls']],
    ['smtp', 25, 'starttls', ['25 tls', '465 tls', '587 starttls']],
    ['smtp', 2525, 'starttls', ['2525 tls', '465 tls', '587 starttls']],
  ] as const)('%s at %i with %s', (protocol, port, security, expected) => {
    expect(endpointsBeside(protocol, port, security)).toEqual(expected)
  })

  test('a port without encryption may want it, and has no others', () => {
    expect(endpointsBeside('imap', 1143, 'none')).toEqual(['1143 tls'])
  })

  test('the protocol and the host stay', () => {
    expect(usualAlternatives({ protocol: 'imap', host: '::1', port: 993, security: 'tls' })).toEqual([
      { protocol: 'imap', host: '::1', port: 993, security: 'starttls' },
      { protocol: 'imap', host: '::1', port: 143, security: 'starttls' },
    ])
  })
})

test('whatever the port, the others are encrypted, different from it and from each other, and not for relays', () => {
  const endpoint = fc.record({
    protocol: fc.constantFrom(...PROTOCOLS),
    host: fc.constant('mail.example.org'),
    port: fc.oneof(fc.constantFrom(25, 110, 143, 465, 587, 993, 995), fc.integer({ min: 1, max: 65_535 })),
    security: fc.constantFrom(...SECURITIES),
  })
  fc.assert(
    fc.property(endpoint, (given) => {
      const others = usualAlternatives(given)
      expect(others.filter((other) => other.security === 'none' || sameEndpoint(other, given))).toEqual([])
      expect(others.filter((other) => other.port === 25 && given.port !== 25)).toEqual([])
      expect(new Set(others.map((other) => `${other.port} ${other.security}`)).size).toBe(others.length)
    }),
  )
})

test('an endpoint that was read can be given as it is', () => {
  const read = parseEndpoint('pop3', 'mail.example.org:995:tls')
  expect(read.ok ? usualAlternatives(read.value).length : 0).toBe(2)
})
