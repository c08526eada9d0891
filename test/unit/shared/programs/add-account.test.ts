import { describe, expect, test } from 'vitest'
import { addedAccount, profileLimits } from '#shared/programs/thunderbird/add-account.ts'
import type { PrefValue } from '#shared/programs/thunderbird/prefs.ts'
import { setupOf, type SetupOrder } from '../../../support/exports/exported.ts'

const SERVERS = { imap: 'imap.example.test:993:tls', smtp: 'smtp.example.test:587:starttls' }
type Settings = Readonly<Record<string, PrefValue>>

function added(order: Partial<SetupOrder> = {}, settings: Settings = {}) {
  return addedAccount(new Map(Object.entries(settings)), setupOf({ servers: SERVERS, ...order }))
}

function changes(order: Partial<SetupOrder> = {}, settings: Settings = {}): Settings {
  const result = added(order, settings)
  if (!result.ok) throw new Error(result.error)
  return Object.fromEntries(result.value)
}

/** A profile with Local Folders and one account. */
const USED: Settings = {
  'mail.account.lastKey': 2,
  'mail.account.account1.server': 'server1',
  'mail.account.account2.identities': 'id1',
  'mail.account.account2.server': 'server2',
  'mail.accountmanager.accounts': 'account1,account2',
  'mail.accountmanager.defaultaccount': 'account2',
  'mail.server.server1.type': 'none',
  'mail.server.server2.hostname': 'IMAP.example.test',
  'mail.server.server2.type': 'imap',
  'mail.server.server2.userName': 'ben@example.test',
  'mail.smtp.defaultserver': 'smtp1',
  'mail.smtpserver.smtp1.hostname': 'smtp.example.test',
  'mail.smtpservers': 'smtp1',
}

describe('an account for Thunderbird', () => {
  test('is complete in an empty profile, and becomes its default', () => {
    expect(changes()).toEqual({
      'mail.account.lastKey': 1,
      'mail.account.account1.identities': 'id1',
      'mail.account.account1.server': 'server1',
      'mail.accountmanager.accounts': 'account1',
      'mail.accountmanager.defaultaccount': 'account1',
      'mail.identity.id1.smtpServer': 'smtp1',
      'mail.identity.id1.useremail': 'anna@example.test',
      'mail.identity.id1.valid': true,
      'mail.server.server1.authMethod': 3,
      'mail.server.server1.check_new_mail': true,
      'mail.server.server1.hostname': 'imap.example.test',
      'mail.server.server1.login_at_startup': true,
      'mail.server.server1.name': 'anna@example.test',
      'mail.server.server1.port': 993,
      'mail.server.server1.socketType': 3,
      'mail.server.server1.type': 'imap',
      'mail.server.server1.userName': 'anna@example.test',
      'mail.smtp.defaultserver': 'smtp1',
      'mail.smtpserver.smtp1.authMethod': 3,
      'mail.smtpserver.smtp1.description': 'anna@example.test',
      'mail.smtpserver.smtp1.hostname': 'smtp.example.test',
      'mail.smtpserver.smtp1.port': 587,
      'mail.smtpserver.smtp1.try_ssl': 2,
      'mail.smtpserver.smtp1.type': 'smtp',
      'mail.smtpserver.smtp1.username': 'anna@example.test',
      'mail.smtpservers': 'smtp1',
    })
  })
})

describe('beside other accounts', () => {
  test('an account gets numbers that are free, is added to the lists, and leaves the default alone', () => {
    expect(changes({}, USED)).toMatchObject({
      'mail.account.lastKey': 3,
      'mail.account.account3.server': 'server3',
      'mail.account.account3.identities': 'id2',
      'mail.accountmanager.accounts': 'account1,account2,account3',
      'mail.identity.id2.smtpServer': 'smtp2',
      'mail.smtpservers': 'smtp1,smtp2',
    })
  })

  test('an account changes nothing that is there but the lists and the number', () => {
    const touched = Object.keys(changes({}, USED)).filter((name) => name in USED)
    expect(touched.toSorted()).toEqual([
      'mail.account.lastKey',
      'mail.accountmanager.accounts',
      'mail.smtpservers',
    ])
  })

  test.each<readonly [string, Settings, string]>([
    [
      'a number of an account that was removed',
      { 'mail.account.lastKey': 7 },
      'mail.account.account8.server',
    ],
    ['a server that is left of one', { 'mail.server.server4.type': 'imap' }, 'mail.server.server5.type'],
    ['an identity that is left of one', { 'mail.identity.id9.valid': true }, 'mail.identity.id10.valid'],
    ['one that a list names alone', { 'mail.smtpservers': 'smtp3' }, 'mail.smtpserver.smtp4.type'],
    [
      'one that another account names',
      { 'mail.account.account1.identities': 'id5, id6' },
      'mail.identity.id7.valid',
    ],
    ['a number with zeros before it', { 'mail.server.server007.type': 'imap' }, 'mail.server.server8.type'],
    [
      'no number at all',
      { 'mail.server.serverX.type': 'imap', 'mail.server.default.port': 1 },
      'mail.server.server1.type',
    ],
  ])('go round %s', (_, settings, name) => {
    expect(changes({}, settings)).toHaveProperty([name])
  })
})

describe('an account for Thunderbird, of a setup with', () => {
  test.each<readonly [string, Partial<SetupOrder>, Settings]>([
    [
      'POP3, which leaves the mail on the server',
      { servers: { pop3: 'pop.example.test:110:starttls', smtp: 'smtp.example.test:465:tls' } },
      {
        'mail.server.server1.type': 'pop3',
        'mail.server.server1.socketType': 2,
        'mail.server.server1.leave_on_server': true,
        'mail.smtpserver.smtp1.try_ssl': 3,
      },
    ],
    [
      'a sign-in without a password, at servers that Thunderbird knows',
      {
        servers: { imap: 'outlook.office365.com:993:tls', smtp: 'smtp.office365.com:587:starttls' },
        oauth: { issuer: '', clientId: '' },
      },
      { 'mail.server.server1.authMethod': 10, 'mail.smtpserver.smtp1.authMethod': 10 },
    ],
    ['an odd user name', { userName: 'o\'n "\\ ü,%s' }, { 'mail.server.server1.userName': 'o\'n "\\ ü,%s' }],
  ])('%s', (_, order, expected) => {
    expect(changes(order)).toMatchObject(expected)
  })

  test('a relay without a sign-in has no user name there', () => {
    const setup = setupOf({ servers: SERVERS })
    const services = setup.services.map((service) =>
      service.endpoint.protocol === 'smtp' ? { ...service, signIn: 'none' as const, userName: '' } : service,
    )
    const result = addedAccount(new Map(), { ...setup, services })
    if (!result.ok) throw new Error(result.error)
    expect(result.value.get('mail.smtpserver.smtp1.authMethod')).toBe(1)
    expect(result.value.has('mail.smtpserver.smtp1.username')).toBe(false)
  })
})

describe('nothing is made', () => {
  test.each<readonly [string, Partial<SetupOrder>, Settings, string]>([
    ['of an account that is there', { userName: 'Ben@example.test' }, USED, 'PROFILE_HAS_ACCOUNT'],
    ['without a server for outgoing mail', { servers: { imap: SERVERS.imap } }, {}, 'CFG_FORMAT'],
    ['without a server for incoming mail', { servers: { smtp: SERVERS.smtp } }, {}, 'CFG_FORMAT'],
    [
      'of tokens at a server Thunderbird does not know',
      { oauth: { issuer: '', clientId: '' } },
      {},
      'CFG_FORMAT',
    ],
    ['of a user name with a line break', { userName: 'anna\nuser_pref("x", 1);' }, {}, 'FILE_VALUE'],
    ['of a user name that turns on the screen', { userName: 'a\u202Eb' }, {}, 'FILE_VALUE'],
  ])('%s', (_, order, settings, error) => {
    expect(added(order, settings)).toEqual({ ok: false, error })
  })

  test('of POP3 beside IMAP, and that is said', () => {
    const servers = { ...SERVERS, pop3: 'pop.example.test:995:tls' }
    expect(profileLimits(setupOf({ servers })).map(({ kind }) => kind)).toEqual(['pop3-left-out'])
    expect(Object.values(changes({ servers }))).not.toContain('pop3')
  })
})
