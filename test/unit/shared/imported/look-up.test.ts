import { describe, expect, test } from 'vitest'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { providerByDomain } from '#shared/catalogue/look-up.ts'
import { parseDomainName } from '#shared/domain/domain-name.ts'
import { isLoopbackHost, publicHost } from '#shared/domain/host-name.ts'
import { USUAL_PORTS } from '#shared/domain/protocol.ts'
import { parseEndpoint } from '#shared/domain/server-endpoint.ts'
import { importedByDomain, importedByMx } from '#shared/imported/look-up.ts'
import { COLLECTIONS, IMPORTED } from '#shared/imported/records.ts'
import { computingMs } from '../../../support/computing-time.ts'

/** Of the catalogue and the collections together. To be raised when more is known, never lowered. */
const KNOWN = { domains: 1_960, records: 839 }

const texts = (domain: string) =>
  importedByDomain(domain)?.servers.map(({ text, status }) => `${text} ${status}`) ?? null

describe('what the collections say about a domain', () => {
  test.each([
    ['bbox.fr', ['smtp.bbox.fr:465:tls proved', 'imap.bbox.fr:993:tls proved']],
    ['mail.fr', ['smtp.mail.fr:465:tls proved', 'imap.mail.fr:993:tls proved']],
    ['mailfence.com', ['smtp.mailfence.com:465:tls proved', 'imap.mailfence.com:993:tls proved']],
    ['lavache.com', ['mail.mailo.com:465:tls proved', 'mail.mailo.com:993:tls proved']],
    ['worldofmail.com', ['smtp.purelymail.com:465:tls proved', 'imap.purelymail.com:993:tls proved']],
    ['sunrise.ch', ['smtp2.sunrise.ch:465:tls proved', 'imap.sunrise.ch:993:tls proved']],
    ['nate.com', ['imap.nate.com:993:tls unproved']],
    ['docomo.ne.jp', ['imap.spmode.ne.jp:993:tls unproved']],
    ['customer.plus.com', ['relay.plus.net:465:tls proved', 'imap.plus.net:993:tls proved']],
    ['hispeed.ch', ['smtp.hispeed.ch:465:tls unproved', 'imap.hispeed.ch:993:tls unproved']],
    ['t-2.si', ['smtp.t-2.net:465:tls unproved', 'imap.t-2.net:993:tls unproved']],
    ['unknown.example', null],
  ] as const)('%s', (domain, expected) => {
    expect(texts(domain)).toEqual(expected)
  })

  test('what is proved comes before what is not', () => {
    expect(texts('disroot.org')?.slice(0, 1)).toEqual(['disroot.org:587:starttls proved'])
    const sina = importedByDomain('sina.com')?.servers ?? []
    expect(new Set(sina.map(({ status }) => status))).toEqual(new Set(['unproved']))
  })

  test('a value says every collection that holds it', () => {
    const [smtp] = importedByDomain('mailfence.com')?.servers ?? []
    expect(smtp?.heldBy.map(({ id }) => id)).toEqual(['compared', 'fairemail', 'mutt-wizard'])
  })

  test('a user name that is the local part stays one', () => {
    expect(importedByDomain('mailfence.com')?.servers.map(({ userName }) => userName)).toEqual([
      'local-part',
      'local-part',
    ])
  })
})

test.each([
  ['mx1.hostpoint.ch', 'imap.mail.hostpoint.ch:993:tls'],
  ['mx.beget.com', 'imap.beget.com:993:tls'],
  ['mx1.greensta.de', 'mail.greensta.de:993:tls'],
  ['MX2.LOOPIA.SE.', 'mailcluster.loopia.se:993:tls'],
  ['us2.mx1.mailhostbox.com', 'us2.imap.mailhostbox.com:993:tls'],
  ['mx1.titan.email', 'imap.titan.email:993:tls'],
  ['mx.simply.com', 'imap.simply.com:993:tls'],
  ['mx1.dondominio.com', 'imap.dondominio.com:993:tls'],
  ['mx.websupport.sk', 'imap.websupport.sk:993:tls'],
  ['mx.domeneshop.no', 'imap.domeneshop.no:993:tls'],
  ['mx.transip.email', 'imap.transip.email:993:tls'],
  ['mx1.zone.eu', 'mail.zone.ee:993:tls'],
  ['mx1.mx-hub.sk', 'mail.webglobe.sk:993:tls'],
  ['wes1-mx1.wedos.net', 'wes1-imap.wedos.net:993:tls'],
  ['mx0.123-reg.co.uk', 'imap.123-reg.co.uk:993:tls'],
])('mail delivered to %s is read at %s', (mx, text) => {
  expect(importedByMx([mx])?.settings.servers.map((server) => server.text)).toContain(text)
})

describe('the data', () => {
  test('is at least as much as it was', () => {
    const domains = new Set([
      ...IMPORTED.flatMap((record) => record.domains),
      ...PROVIDERS.flatMap((provider) => provider.domains),
    ])
    expect(domains.size).toBeGreaterThanOrEqual(KNOWN.domains)
    expect(IMPORTED.length).toBeGreaterThanOrEqual(KNOWN.records)
  })

  test('names a collection, its state and its day for every record', () => {
    expect(COLLECTIONS.filter(({ snapshot }) => !/^\d{4}-\d\d-\d\d$/.test(snapshot))).toEqual([])
    expect(COLLECTIONS.filter(({ name, version }) => name === '' || version === '')).toEqual([])
  })

  test('has encrypted servers on the internet alone, on the port that stands for their encryption', () => {
    const odd = IMPORTED.flatMap(({ servers }) => servers).filter(({ protocol, text }) => {
      const read = parseEndpoint(protocol, text)
      if (!read.ok) return true
      const { host, port, security } = read.value
      return USUAL_PORTS[protocol][port] !== security || isLoopbackHost(host) || publicHost(host) !== host
    })
    expect(odd).toEqual([])
  })

  test('has domains as DNS sees them and links to https pages only', () => {
    const names = IMPORTED.flatMap(({ domains, mx }) => [...domains, ...mx])
    const bad = names.filter((name) => {
      const bare = name.replace(/^\*\./, '')
      const parsed = parseDomainName(bare)
      return !parsed.ok || parsed.value.ascii !== bare
    })
    expect(bad).toEqual([])
    const pages = IMPORTED.flatMap(({ help }) => help)
    expect(pages.filter((page) => new URL(page).protocol !== 'https:')).toEqual([])
  })

  test('is looked up in less than a millisecond, known or not', () => {
    const domains = [...IMPORTED.flatMap((record) => record.domains), 'a.b.c.d.e.unknown.example']
    const tookMs = computingMs(() => {
      for (const domain of domains) if (providerByDomain(domain) === null) importedByDomain(domain)
    })
    expect(tookMs / domains.length).toBeLessThan(1)
  })
})
