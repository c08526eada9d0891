import { expect, test } from 'vitest'
import { registrableDomain } from '#shared/domain/registrable-domain.ts'

test.each([
  ['mail.example.org', 'example.org'],
  ['example.org', 'example.org'],
  ['a.b.example.co.uk', 'example.co.uk'],
  ['co.uk', null],
  ['org', null],
  ['localhost', null],
  ['192.0.2.1', null],
  // Customers of one hoster have nothing to do with each other.
  ['mail.anna.github.io', 'anna.github.io'],
  ['mail.xn--mnchen-3ya.example', 'xn--mnchen-3ya.example'],
])('%s was registered as %s', (name, domain) => {
  expect(registrableDomain(name)).toBe(domain)
})
