import { describe, expect, test } from 'vitest'
import { judge } from '#shared/programs/judge.ts'
import type { SettingsFile } from '#shared/programs/program-account.ts'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import { SETTING_CODES, type SettingFinding } from '#shared/programs/setting-finding.ts'
import { known } from './known-address.ts'
import { SOUND } from './sound-settings.ts'
import { WRONG_SETTINGS } from './wrong-settings.ts'

function judged(client: ReadableClient, files: readonly SettingsFile[], address = 'anna@gmx.net') {
  const read = READERS[client].read(files)
  if (!read.ok) throw new Error(read.error)
  return read.value.accounts.flatMap((account) => judge(account, READERS[client].role, known(address), []))
}

const told = ({ code, protocol, field, should }: SettingFinding) =>
  `${code} ${protocol ?? 'all'} ${field} ${should ?? '-'}`

const replaced = (client: ReadableClient, from: string, to: string) =>
  SOUND[client].map(({ name, text }) => ({ name, text: text.replace(from, to) }))

describe('an account as its provider wants it has no finding', () => {
  test.each(Object.keys(SOUND) as readonly ReadableClient[])('in %s', (client) => {
    expect(READERS[client].read(SOUND[client])).toMatchObject({ ok: true, value: { accounts: [{}] } })
    expect(judged(client, SOUND[client])).toEqual([])
  })
})

describe('the first cause is the field that is wrong', () => {
  test('in at least forty accounts, by every code but those of single providers', () => {
    expect(WRONG_SETTINGS.length).toBeGreaterThanOrEqual(40)
    const seen = new Set(WRONG_SETTINGS.map(([, , , first]) => first.split(' ')[0]))
    expect(SETTING_CODES.filter((code) => !seen.has(code))).toEqual([
      'SET_SERVER_CLOSED',
      'SET_PASSWORD_ENDED',
    ])
  })

  test.each(WRONG_SETTINGS)('%s: %j -> %j', (client, from, to, first) => {
    const files = replaced(client, from, to)
    expect(files).not.toEqual(SOUND[client])
    expect(judged(client, files).map(told)[0]).toBe(first)
  })
})

const OUTLOOK_COM =
  'account a\nhost smtp-mail.outlook.com\nport 587\nfrom anna@outlook.com\ntls on\nauth on\nuser anna@outlook.com\n'

describe('what only some providers are', () => {
  test.each<readonly [what: string, address: string, text: string, found: readonly string[]]>([
    [
      'a password where tokens alone are taken',
      'anna@outlook.com',
      OUTLOOK_COM,
      ['SET_PASSWORD_ENDED smtp authentication oauth'],
    ],
    ['a token there', 'anna@outlook.com', OUTLOOK_COM.replace('auth on', 'auth xoauth2'), []],
    [
      'both forms of a user name, where sources disagree',
      'anna@web.de',
      'account a\nhost smtp.web.de\nport 587\nfrom anna@web.de\ntls on\nauth on\nuser anna@web.de\n',
      [],
    ],
    [
      'a service that only sends beside the mailbox',
      'anna@gmx.net',
      'account a\nhost smtp.sendgrid.net\nport 587\nfrom anna@gmx.net\ntls on\nauth on\nuser apikey\n',
      [],
    ],
    [
      'port and encryption of one and the same server',
      'anna@gmail.com',
      'account a\nhost smtp.gmail.com\nport 25\nfrom anna@gmail.com\nauth on\nuser anna@gmail.com\n',
      ['SET_NO_ENCRYPTION smtp encryption starttls', 'SET_PORT_UNUSUAL smtp port 587'],
    ],
    [
      'a program on this computer',
      'anna@gmx.net',
      'account a\nhost 127.0.0.1\nport 1025\nfrom anna@gmx.net\nauth on\nuser anna\n',
      [],
    ],
    [
      'a server of which nothing is known',
      'anna@example.org',
      'account a\nhost mail.example.org\nport 587\nfrom anna@example.org\ntls on\nauth on\nuser anna\n',
      [],
    ],
  ])('%s', (_what, address, text, found) => {
    expect(judged('msmtp', [{ name: 'settings', text }], address).map(told)).toEqual(found)
  })
})

test('where the provider has SSL/TLS alone, that is what takes the place of no encryption', () => {
  const text =
    '[retriever]\ntype = SimpleIMAPRetriever\nserver = secureimap.t-online.de\nport = 143\nusername = anna@t-online.de\n'
  expect(judged('getmail', [{ name: 'getmailrc', text }], 'anna@t-online.de').map(told)).toEqual([
    'SET_NO_ENCRYPTION imap encryption tls',
    'SET_PORT_UNUSUAL imap port 993',
  ])
})
