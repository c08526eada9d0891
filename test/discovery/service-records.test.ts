import { describe, expect, test } from 'vitest'
import { service } from '../support/discovery/dns-records.ts'
import { look } from '../support/discovery/look.ts'
import type { DnsAnswer } from '../support/dns-server.ts'

type Target = readonly [label: string, port: number, target: string, priority?: number]

/** The SRV records of a domain, as they stand in its zone. */
const zone = (...targets: readonly Target[]): Readonly<Record<string, DnsAnswer>> =>
  Object.fromEntries(
    targets.map(([label, port, target, priority]) => {
      const name = `_${label}._tcp.example.org`
      return [`SRV ${name}`, service(name, port, target, priority)]
    }),
  )

const SENDING: Target = ['submissions', 465, 'out.example.org']

describe('the records of services (RFC 6186)', () => {
  test('keep their priority from one service to the other', async () => {
    const records = zone(
      ['imaps', 993, 'second.example.org', 10],
      ['imap', 143, 'first.example.org', 0],
      ['submissions', 465, 'second.example.org', 20],
      ['submission', 587, 'first.example.org', 10],
    )
    expect((await look({ records })).lines).toEqual([
      'smtp first.example.org:587:starttls srv',
      'smtp second.example.org:465:tls srv',
      'imap first.example.org:143:starttls srv',
      'imap second.example.org:993:tls srv',
    ])
  })

  test('of the same priority are tried with SSL/TLS first (RFC 8314)', async () => {
    const records = zone(['imap', 143, 'in.example.org'], ['imaps', 993, 'in.example.org'], SENDING)
    const { lines } = await look({ records })
    expect(lines.filter((line) => line.startsWith('imap'))).toEqual([
      'imap in.example.org:993:tls srv',
      'imap in.example.org:143:starttls srv',
    ])
  })
})

describe('the records of services also', () => {
  test('say when POP3 comes before IMAP', async () => {
    const records = zone(['imaps', 993, 'in.example.org', 10], ['pop3s', 995, 'in.example.org', 0], SENDING)
    expect((await look({ records })).last?.notes).toEqual([{ kind: 'prefers-pop3', domain: 'example.org' }])
  })

  test('say what is not offered (target ".")', async () => {
    const records = zone(['imaps', 993, 'in.example.org'], ['pop3', 0, '.'], ['pop3s', 0, '.'], SENDING)
    const { last, lines } = await look({ records })
    expect(lines).toEqual(['smtp out.example.org:465:tls srv', 'imap in.example.org:993:tls srv'])
    expect(last?.notes).toEqual([
      { kind: 'not-offered', domain: 'example.org', protocol: 'pop3', record: '_pop3s._tcp.example.org' },
    ])
  })

  test('say nothing of a service that is only refused on its other port', async () => {
    const records = zone(['imaps', 993, 'in.example.org'], ['imap', 0, '.'], SENDING)
    expect((await look({ records })).last?.notes).toEqual([])
  })

  test('name what Mailwright does not set up, alone too', async () => {
    const records = zone(
      ['jmap', 443, 'jmap.example.org'],
      ['caldavs', 443, 'dav.example.org'],
      ['carddavs', 443, 'dav.example.org'],
    )
    const { last, report } = await look({ records })
    expect(report['srv']).toBe('found')
    expect(last?.notes).toEqual([
      { kind: 'also-offers', domain: 'example.org', service: 'jmap', host: 'jmap.example.org' },
      { kind: 'also-offers', domain: 'example.org', service: 'caldav', host: 'dav.example.org' },
      { kind: 'also-offers', domain: 'example.org', service: 'carddav', host: 'dav.example.org' },
    ])
  })

  test.each(['localhost', '10.0.0.5'])('do not lead to %s', async (target) => {
    const { last } = await look({ records: zone(['jmap', 443, target], ['imaps', 993, target]) })
    expect(last?.notes).toEqual([])
    expect(last?.candidates.filter(({ source }) => source === 'srv')).toEqual([])
  })
})
