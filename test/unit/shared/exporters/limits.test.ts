import { expect, test } from 'vitest'
import type { ExportFormatName } from '#shared/domain/program-names.ts'
import { EXPORT_FORMAT_NAMES } from '#shared/domain/program-names.ts'
import { FORMATS } from '#shared/exporters/formats.ts'
import { EXPORT_LIMIT_KINDS, type ExportLimitKind } from '#shared/exporters/limits.ts'
import { setupOf, tryExport } from '../../../support/exports/exported.ts'

const BOTH = { imap: 'imap.example.test:993:tls', smtp: 'smtp.example.test:465:tls' } as const
const UPGRADED = { imap: 'imap.example.test:143:starttls', smtp: 'smtp.example.test:587:starttls' } as const
const ODD_PORTS = { imap: 'imap.example.test:1143:starttls', smtp: 'smtp.example.test:465:tls' } as const
const ONE_PLAIN = { imap: 'imap.example.test:143:starttls', smtp: '127.0.0.1:1025:none' } as const
const POP3 = { pop3: 'pop.example.test:995:tls', smtp: 'smtp.example.test:465:tls' } as const
const GMAIL = { imap: 'imap.gmail.com:993:tls', smtp: 'smtp.gmail.com:465:tls' } as const
const GOOGLE = { issuer: 'https://accounts.google.com', clientId: '' }

const SETUPS = {
  'IMAP and SMTP': setupOf({ servers: BOTH }),
  STARTTLS: setupOf({ servers: UPGRADED }),
  'STARTTLS at a port of its own': setupOf({ servers: ODD_PORTS }),
  'STARTTLS beside a program on this computer': setupOf({ servers: ONE_PLAIN }),
  POP3: setupOf({ servers: POP3 }),
  'sending alone': setupOf({ servers: { smtp: BOTH.smtp } }),
  tokens: setupOf({ servers: BOTH, oauth: GOOGLE }),
  'tokens at Gmail': setupOf({ servers: GMAIL, oauth: GOOGLE }),
} as const

/** Programs that take no tokens from their file. */
const PASSWORDS_ONLY = {
  mobileconfig: 'tokens',
  fairemail: 'tokens',
  'outlook-prf': 'tokens',
  'outlook-autodiscover': 'tokens',
  'outlook-registry': 'tokens',
  msmtp: 'tokens',
  mbsync: 'tokens',
  offlineimap: 'tokens',
  neomutt: 'tokens',
  aerc: 'tokens',
  getmail: 'tokens',
  fetchmail: 'tokens',
} as const

/** What no file is made of, because the program could not work with it or not safely. All others are made. */
const BLOCKED: Readonly<Record<keyof typeof SETUPS, Partial<Record<ExportFormatName, ExportLimitKind>>>> = {
  'IMAP and SMTP': { 'outlook-registry': 'no-document-path', 'email-oauth2-proxy': 'tokens-only' },
  STARTTLS: {
    'outlook-registry': 'no-document-path',
    'email-oauth2-proxy': 'tokens-only',
    offlineimap: 'starttls',
    getmail: 'starttls',
  },
  'STARTTLS at a port of its own': {
    'outlook-registry': 'no-document-path',
    'email-oauth2-proxy': 'tokens-only',
    mobileconfig: 'starttls',
    offlineimap: 'starttls',
    getmail: 'starttls',
  },
  'STARTTLS beside a program on this computer': {
    'outlook-registry': 'no-document-path',
    'email-oauth2-proxy': 'tokens-only',
    neomutt: 'starttls',
    offlineimap: 'starttls',
    getmail: 'starttls',
  },
  POP3: {
    'outlook-registry': 'no-document-path',
    'email-oauth2-proxy': 'tokens-only',
    fairemail: 'no-imap',
    mbsync: 'no-imap',
    offlineimap: 'no-imap',
    neomutt: 'no-imap',
    aerc: 'no-imap',
    himalaya: 'no-imap',
    imapflow: 'no-imap',
  },
  'sending alone': {
    mobileconfig: 'no-incoming',
    'thunderbird-autoconfig': 'no-incoming',
    'android-qr': 'no-incoming',
    'android-qr-text': 'no-incoming',
    'android-payload': 'no-incoming',
    fairemail: 'no-imap',
    'outlook-prf': 'no-incoming',
    'outlook-autodiscover': 'no-incoming',
    'outlook-registry': 'no-incoming',
    mbsync: 'no-imap',
    offlineimap: 'no-imap',
    neomutt: 'no-imap',
    aerc: 'no-imap',
    himalaya: 'no-imap',
    getmail: 'no-incoming',
    fetchmail: 'no-incoming',
    'email-oauth2-proxy': 'tokens-only',
    imapflow: 'no-imap',
  },
  tokens: { ...PASSWORDS_ONLY, 'thunderbird-autoconfig': 'tokens-elsewhere' },
  'tokens at Gmail': PASSWORDS_ONLY,
}

const CASES = (Object.keys(SETUPS) as readonly (keyof typeof SETUPS)[]).flatMap((named) =>
  EXPORT_FORMAT_NAMES.map((format) => ({ named, format, blocked: BLOCKED[named][format] ?? 'made' })),
)

test.each(CASES)('$format of $named: $blocked', ({ named, format, blocked }) => {
  const made = tryExport(format, SETUPS[named])
  const problem = made.ok ? 'made' : made.error.code === 'CFG_FORMAT' ? made.error.limits[0]?.kind : 'value'
  expect(problem).toBe(blocked)
})

test('every kind of limit is one of a format, but for the path that is asked for', () => {
  const ways = [{ slot: 'sending' }, { certificate: 'accepted-by-user' }, { userName: 'customer-7' }] as const
  const setups = [
    ...Object.values(SETUPS),
    ...ways.map((way) => setupOf({ servers: BOTH, ...way })),
    setupOf({ servers: { ...BOTH, pop3: POP3.pop3 } }),
    setupOf({ servers: { smtp: '127.0.0.1:1025:none' } }),
    setupOf({ servers: { imap: BOTH.imap } }),
  ]
  const kinds = new Set(
    setups.flatMap((setup) => FORMATS.flatMap((format) => format.limits(setup).map(({ kind }) => kind))),
  )
  expect(EXPORT_LIMIT_KINDS.filter((kind) => !kinds.has(kind))).toEqual(['no-document-path'])
})

test('every name is that of one format, in the same number', () => {
  expect(FORMATS.map(({ name }) => name).toSorted()).toEqual([...EXPORT_FORMAT_NAMES].toSorted())
})

test.each<readonly [ExportFormatName, ExportLimitKind, ReturnType<typeof setupOf>]>([
  ['mobileconfig', 'starttls-by-port', SETUPS.STARTTLS],
  ['mobileconfig', 'pop3-left-out', setupOf({ servers: { ...BOTH, pop3: POP3.pop3 } })],
  ['mbsync', 'receives-only', SETUPS['IMAP and SMTP']],
  ['msmtp', 'sends-only', SETUPS['IMAP and SMTP']],
  ['outlook-prf', 'old-format', SETUPS['IMAP and SMTP']],
  ['outlook-prf', 'two-passwords', setupOf({ servers: BOTH, slot: 'sending' })],
  ['fairemail', 'preset', SETUPS['IMAP and SMTP']],
  ['fairemail', 'preset-user-name', setupOf({ servers: BOTH, userName: 'customer-7' })],
  ['email-oauth2-proxy', 'client-id', SETUPS.tokens],
  ['aerc', 'password-command', SETUPS['IMAP and SMTP']],
  ['msmtp', 'unencrypted', setupOf({ servers: { smtp: '127.0.0.1:1025:none' } })],
  ['env', 'accepted-certificate', setupOf({ servers: BOTH, certificate: 'accepted-by-user' })],
])('%s says beforehand: %s', (name, kind, setup) => {
  const format = FORMATS.find((one) => one.name === name)
  expect(format?.limits(setup)).toContainEqual(expect.objectContaining({ kind, weight: 'narrows' }))
  expect(tryExport(name, setup).ok).toBe(true)
})
