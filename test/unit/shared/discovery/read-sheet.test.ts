import { describe, expect, test } from 'vitest'
import { MAX_SHEET, readSheet } from '#shared/discovery/sheet/read-sheet.ts'
import { PROVIDER_MAILS } from './provider-mails.ts'
import * as texts from './sheet-texts.ts'
import { computingMs } from '../../../support/computing-time.ts'

const lines = (text: string) =>
  readSheet(text)
    .map(
      ({ protocol, host, port, security, userName }) => `${protocol} ${host}:${port}:${security} ${userName}`,
    )
    .toSorted()

const SHEETS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a control panel, the encrypted ports before the others',
    texts.CONTROL_PANEL,
    [
      'imap mail.firma.test:993:tls anna@firma.test',
      'pop3 mail.firma.test:995:tls anna@firma.test',
      'smtp mail.firma.test:465:tls anna@firma.test',
    ],
  ],
  [
    'a help page with a label above each value',
    texts.HELP_PAGE,
    ['imap imap.gmail.test:993:tls null', 'smtp smtp.gmail.test:465:tls null'],
  ],
  [
    'sections that name the service, under a product called like a host',
    texts.OFFICE_PAGE,
    ['imap outlook.office365.test:993:tls null', 'smtp smtp.office365.test:587:starttls null'],
  ],
  [
    'a German table with a line for each service',
    texts.GERMAN_TABLE,
    [
      'imap imap.anbieter.test:993:tls null',
      'pop3 pop.anbieter.test:995:tls null',
      'smtp smtp.anbieter.test:587:starttls null',
    ],
  ],
  [
    'a table with a column for each service',
    texts.TURNED_TABLE,
    [
      'imap mx.anbieter.test:993:tls null',
      'pop3 pop3.anbieter.test:995:tls null',
      'smtp ausgang.anbieter.test:465:tls null',
    ],
  ],
  [
    'a German mail, quoted, with links that are no servers',
    texts.GERMAN_MAIL,
    [
      'imap posteingang.verein.test:143:starttls web123p4',
      'smtp postausgang.verein.test:587:starttls web123p4',
    ],
  ],
  [
    'a sentence with ports behind the hosts',
    texts.WITH_PORTS,
    ['imap imap.firma.test:993:tls anna.b@firma.test', 'smtp smtp.firma.test:2525:tls anna.b@firma.test'],
  ],
  [
    'a user name of its own for sending',
    texts.TWO_NAMES,
    ['imap imap.firma.test:993:tls anna@firma.test', 'smtp smtp.relay.test:587:starttls apikey'],
  ],
  [
    'labels and values on lines of their own',
    texts.LABELS_ABOVE,
    ['imap mail.haus.test:993:tls anna@haus.test', 'smtp mail.haus.test:465:tls anna@haus.test'],
  ],
  [
    'one server for both',
    texts.ONE_FOR_BOTH,
    ['imap mail.klein.test:993:tls null', 'smtp mail.klein.test:465:tls null'],
  ],
]

describe("a provider's text gives its servers", () => {
  test.each(SHEETS)('%s', (_, text, services) => {
    expect(lines(text)).toEqual(services)
  })
})

describe('what a provider has written gives its servers and names', () => {
  test.each(PROVIDER_MAILS)('$name', ({ text, services }) => {
    expect(lines(text)).toEqual(services)
  })
})

describe('nothing is made up', () => {
  test.each([
    ['an empty text', ''],
    ['a greeting', 'Dear Anna, your mailbox is ready. Visit https://www.firma.test/mail for help.'],
    ['settings without a server', 'IMAP Port: 993, SMTP Port: 465'],
    ['a number beside a web site', 'Our shop at firma.test is open 24 hours, on all days.'],
    ['an address of the web', 'IMAP help: https://imap.firma.test:993/'],
    ['an address alone', 'Please write to support@firma.test.'],
    ['a name that no server can have', 'IMAP server: imap..firma.test'],
  ])('from %s', (_, text) => {
    expect(readSheet(text)).toEqual([])
  })

  test('a placeholder is no user name', () => {
    expect(lines('IMAP: imap.firma.test\nUser name: your-name@firma.test')).toEqual([
      'imap imap.firma.test:993:tls null',
    ])
  })
})

test.each([
  ['words without a gap', 'a.'.repeat(MAX_SHEET)],
  ['separators', '-/:'.repeat(MAX_SHEET)],
  ['labels without a space', 'IMAP:'.repeat(MAX_SHEET / 5)],
  ['labels and values', `Port:${'IMAP:'.repeat(48)} `.repeat(260)],
  ['labels', 'Server Port IMAP '.repeat(MAX_SHEET / 8)],
])('a long text of %s is read within a moment', (_, text) => {
  expect(computingMs(() => readSheet(text))).toBeLessThan(1_000)
})
