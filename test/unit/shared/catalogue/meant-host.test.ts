import { expect, test } from 'vitest'
import { meantHost } from '#shared/catalogue/meant-host.ts'
import type { Protocol } from '#shared/domain/protocol.ts'

test.each<readonly [string, Protocol, string, string | null]>([
  ['imap.gmial.com', 'imap', 'anna@example.org', 'imap.gmail.com'],
  ['imap.gmail.con', 'imap', 'anna@example.org', 'imap.gmail.com'],
  ['smtp.gmail.co', 'smtp', 'anna@example.org', 'smtp.gmail.com'],
  ['outlok.office365.com', 'imap', 'anna@example.org', 'outlook.office365.com'],
  ['imap.exmaple.org', 'imap', 'anna@example.org', 'imap.example.org'],
  ['mail.eu.example.og', 'smtp', 'anna@example.org', 'mail.eu.example.org'],
  ['mail.xample.co.uk', 'imap', 'anna@example.co.uk', 'mail.example.co.uk'],
  ['imap.example.org', 'imap', 'anna@example.org', null],
  ['mail.elsewhere.net', 'imap', 'anna@example.org', null],
  ['smtp.gmial.com', 'imap', 'anna@example.org', null],
  ['192.0.2.1', 'imap', 'anna@example.org', null],
  ['mail', 'imap', 'anna@example.org', null],
])('%s (%s) of %s was meant to be %s', (host, protocol, address, meant) => {
  expect(meantHost(host, protocol, address)).toBe(meant)
})
