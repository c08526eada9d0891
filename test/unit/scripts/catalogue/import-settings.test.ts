import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COLLECTIONS } from '../../../../scripts/catalogue/collections.ts'
import { differences, renew, writeDataFile, type DataFile } from '../../../../scripts/catalogue/data-file.ts'
import { importSettings, type SettingsLine } from '../../../../scripts/catalogue/import-settings.ts'
import { inRoot } from '../../../../scripts/lib/paths.ts'

const LINE: SettingsLine = {
  db: 'ispdb',
  file: 'example.org.xml',
  domains: ['example.org'],
  servers: { imap: [['imap.example.org', 993, 'tls', 'address']] },
}

const taken = (line: Partial<SettingsLine>) =>
  importSettings([{ ...LINE, ...line }]).records.flatMap(({ servers }) => servers)

describe('of a line with public settings', () => {
  test.each([
    ['implicit TLS for IMAP', 'imap', 993, 'tls', true],
    ['STARTTLS for IMAP', 'imap', 143, 'starttls', true],
    ['implicit TLS for submission', 'smtp', 465, 'tls', true],
    ['STARTTLS for submission', 'smtp', 587, 'starttls', true],
    ['implicit TLS for POP3', 'pop3', 995, 'tls', true],
    ['STARTTLS for POP3', 'pop3', 110, 'starttls', true],
    ['no encryption', 'pop3', 110, 'plain', false],
    ['an encryption that is not one', 'imap', 993, 'auto', false],
    ['implicit TLS where STARTTLS belongs', 'smtp', 587, 'tls', false],
    ['STARTTLS where implicit TLS belongs', 'imap', 993, 'starttls', false],
    ['the port of another service', 'pop3', 993, 'tls', false],
    ['the port for servers among themselves', 'smtp', 25, 'starttls', false],
  ] as const)('%s: taken over or not', (_, protocol, port, encryption, isTaken) => {
    const servers = taken({ servers: { [protocol]: [['mail.example.org', port, encryption, 'address']] } })
    expect(servers).toEqual(isTaken ? [`${protocol} mail.example.org:${port}:${encryption} address`] : [])
  })

  test.each(['localhost', '127.0.0.1', '192.168.1.1', 'mail', 'abcdefghij.onion', 'mail.example.org/x'])(
    'the host %s is left out and counted',
    (host) => {
      const line = { ...LINE, servers: { imap: [[host, 993, 'tls', 'address']] } } as const
      const { records, leftOut } = importSettings([line])
      expect(records).toEqual([])
      expect(leftOut).toEqual([
        { place: 'ispdb/example.org.xml', value: `imap ${host}:993:tls`, why: 'no-public-host' },
      ])
    },
  )

  test('a broken provider is left out whole', () => {
    expect(taken({ status: 'BROKEN' })).toEqual([])
  })

  test('a user name with a pattern of its own is for the user to type', () => {
    const pattern = '%EMAILLOCALPART%.%EMAILDOMAIN%'
    expect(taken({ servers: { imap: [['imap.example.org', 993, 'tls', pattern]] } })).toEqual([
      'imap imap.example.org:993:tls own',
    ])
  })

  test('a host made of the domain of the address is spelled out for each domain', () => {
    const servers = { imap: [['mail.%EMAILDOMAIN%', 993, 'tls', 'address']] } as const
    expect(taken({ domains: ['example.org', 'example.net'], servers })).toEqual([
      'imap mail.example.org:993:tls address',
      'imap mail.example.net:993:tls address',
    ])
  })

  test('only links to https pages are taken over', () => {
    const { records } = importSettings([{ ...LINE, help: ['http://example.org/', 'https://example.org/'] }])
    expect(records.map(({ help }) => help)).toEqual([['https://example.org/']])
  })
})

describe('the data file', () => {
  const stored = JSON.parse(readFileSync(inRoot('assets/catalogue/imported.json'), 'utf8')) as DataFile

  test('is what the program writes, so that a renewal shows only what differs', () => {
    expect(readFileSync(inRoot('assets/catalogue/imported.json'), 'utf8')).toBe(writeDataFile(stored))
  })

  test('says of each collection what the tool knows of it', () => {
    expect(stored.collections).toEqual(COLLECTIONS)
  })

  test('does not depend on the order of what was imported', () => {
    const turned = { ...stored, records: stored.records.toReversed() }
    expect(writeDataFile(turned)).toBe(writeDataFile(stored))
  })

  test('keeps the other collections when one is renewed, and shows what differs', () => {
    const { records } = importSettings([LINE])
    const fresh = renew(stored, records, COLLECTIONS)
    const others = stored.records.filter(({ collection }) => collection !== 'ispdb')
    expect(fresh.records.filter(({ collection }) => collection !== 'ispdb')).toEqual(others)
    const changes = differences(stored.records, fresh.records)
    expect(changes).toContain('+ ispdb/example.org.xml imap imap.example.org:993:tls address')
    expect(changes).toContain('- ispdb/gmx.net.xml imap imap.gmx.net:993:tls address')
    expect(changes.filter((line) => !line.startsWith('+ ispdb/') && !line.startsWith('- ispdb/'))).toEqual([])
  })
})
