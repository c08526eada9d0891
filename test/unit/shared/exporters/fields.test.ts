import plist from 'plist'
import { describe, expect, test } from 'vitest'
import type { ExportFormatName } from '#shared/domain/program-names.ts'
import { exported, setupOf } from '../../../support/exports/exported.ts'

const SERVERS = { imap: 'imap.example.test:993:tls', smtp: 'smtp.example.test:587:starttls' } as const
const SETUP = setupOf({ servers: SERVERS })
const POP3 = setupOf({
  servers: { pop3: 'pop.example.test:110:starttls', smtp: 'smtp.example.test:465:tls' },
})
const MICROSOFT = setupOf({
  servers: { imap: 'outlook.office365.com:993:tls', smtp: 'smtp.office365.com:587:starttls' },
  oauth: { issuer: 'https://login.microsoftonline.com/common/v2.0', clientId: 'c0ffee' },
})

/** `[section]` and `key=value`, with any blanks around. */
function sectionsOf(content: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const sections: Record<string, Record<string, string>> = {}
  let section = ''
  for (const line of content.split(/\r?\n/)) {
    const [, name] = /^\[(.+)\]$/.exec(line) ?? []
    if (name !== undefined) sections[(section = name)] = {}
    const [, key = '', value = ''] = /^([\w-]+)\s*=\s*(.*)$/.exec(line) ?? []
    if (key !== '') sections[section] = { ...sections[section], [key]: value }
  }
  return sections
}

describe('the documented fields of Outlook (classic)', () => {
  test('Outlook PRF: an account that is appended, each of its lines mapped to a property', () => {
    const content = exported('outlook-prf', SETUP)
    const sections = sectionsOf(content)
    expect(sections['General']).toMatchObject({
      OverwriteProfile: 'Append',
      ModifyDefaultProfileIfPresent: 'TRUE',
    })
    expect(sections['Internet Account List']).toEqual({ Account1: 'IMAP_I_Mail' })
    expect(sections['Account1']).toMatchObject({
      EmailAddress: 'anna@example.test',
      IMAPServer: 'imap.example.test',
      IMAPPort: '993',
      IMAPUseSSL: '1',
      IMAPUserName: 'anna@example.test',
      IMAPUseSPA: '0',
      SMTPServer: 'smtp.example.test',
      SMTPPort: '587',
      SMTPSecureConnection: '2',
      SMTPUseAuth: '1',
      SMTPUseSPA: '0',
    })
    const mapped = Object.keys(sections['IMAP_I_Mail'] ?? {})
    const own = Object.keys(sections['Account1'] ?? {}).filter((key) => key !== 'UniqueService')
    expect(own.filter((key) => !mapped.includes(key))).toEqual([])
    expect(content).toMatch(/^(?:[\x20-\x7e]*\r\n)+$/)
  })

  test('Outlook PRF: mail of a POP3 account stays on the server', () => {
    expect(sectionsOf(exported('outlook-prf', POP3))['Account1']).toMatchObject({
      POP3Server: 'pop.example.test',
      POP3UseSSL: '2',
      LeaveOnServer: '0x1',
    })
  })

  test('Outlook PRF: a relay has no sign-in', () => {
    const { services, ...setup } = SETUP
    const relay = services.map((service) =>
      service.endpoint.protocol === 'smtp' ? { ...service, userName: '', signIn: 'none' as const } : service,
    )
    expect(sectionsOf(exported('outlook-prf', { ...setup, services: relay }))['Account1']).toMatchObject({
      SMTPUseAuth: '0',
      SMTPAuthMethod: '0',
    })
  })
})

describe('the documented fields of local Autodiscover', () => {
  test('Outlook registry: the domain and the path, for the user alone', () => {
    const documentPath = String.raw`C:\Users\anna\autodiscover.xml`
    const content = exported('outlook-registry', SETUP, { documentPath })
    expect(content.split('\r\n')).toEqual([
      'Windows Registry Editor Version 5.00',
      '',
      String.raw`[HKEY_CURRENT_USER\Software\Microsoft\Office\16.0\Outlook\AutoDiscover]`,
      '"PreferLocalXML"=dword:00000001',
      String.raw`"example.test"="C:\\Users\\anna\\autodiscover.xml"`,
      '',
    ])
  })

  test('Outlook Autodiscover: encryption by name, no SPA, a sign-in for sending', () => {
    const content = exported('outlook-autodiscover', SETUP)
    const protocols = content.split('<Protocol>').slice(1)
    expect(protocols).toHaveLength(2)
    for (const field of ['<Type>IMAP<', '<Port>993<', '<Encryption>SSL<', '<SPA>off<', '<AuthRequired>on<'])
      expect(protocols[0]).toContain(field)
    for (const field of ['<Type>SMTP<', '<Port>587<', '<Encryption>TLS<', '<SPA>off<', '<UsePOPAuth>on<'])
      expect(protocols[1]).toContain(field)
  })
})

describe('the documented fields of programs for phones', () => {
  test('Apple: the payload for Mail', () => {
    const profile = plist.parse(exported('mobileconfig', SETUP)) as Record<string, unknown>
    expect(profile).toMatchObject({
      PayloadType: 'Configuration',
      PayloadVersion: 1,
      PayloadIdentifier: 'org.mailwright.anna-example.test',
      PayloadContent: [
        {
          PayloadType: 'com.apple.mail.managed',
          EmailAccountType: 'EmailTypeIMAP',
          EmailAddress: 'anna@example.test',
          IncomingMailServerHostName: 'imap.example.test',
          IncomingMailServerPortNumber: 993,
          IncomingMailServerUseSSL: true,
          IncomingMailServerUsername: 'anna@example.test',
          IncomingMailServerAuthentication: 'EmailAuthPassword',
          OutgoingMailServerPortNumber: 587,
          OutgoingMailServerUseSSL: true,
          OutgoingPasswordSameAsIncomingPassword: true,
        },
      ],
    })
  })

  test('Thunderbird for Android: version 1 of its format, without a password', () => {
    expect(JSON.parse(exported('android-payload', SETUP))).toEqual([
      1,
      [1, 1],
      [0, 'imap.example.test', 993, 3, 1, 'anna@example.test'],
      [
        [
          [0, 'smtp.example.test', 587, 2, 1, 'anna@example.test'],
          ['anna@example.test', 'anna@example.test'],
        ],
      ],
    ])
    expect(JSON.parse(exported('android-payload', MICROSOFT))).toMatchObject([
      1,
      [1, 1],
      { 4: 6 },
      [[{ 4: 6 }, {}]],
    ])
  })

  test('FairEmail: a provider by its domain', () => {
    const content = exported('fairemail', SETUP)
    expect(content).toContain(String.raw`<provider name="example.test" domain="example\.test" user="email">`)
    expect(content).toContain('<imap host="imap.example.test" port="993" starttls="false" />')
    expect(content).toContain('<smtp host="smtp.example.test" port="587" starttls="true" />')
  })
})

describe('the documented fields of programs for terminals and developers', () => {
  test('himalaya: the command of the password is a list', () => {
    const content = exported('himalaya', setupOf({ servers: SERVERS, userName: `an"na\\ $(x)` }))
    expect(content).toContain('imap.server = "imaps://imap.example.test:993"')
    expect(content).toContain('smtp.server = "smtp://smtp.example.test:587"')
    expect(content).toContain('smtp.starttls = true')
    expect(content).toContain(String.raw`imap.sasl.plain.username = "an\"na\\ $(x)"`)
    expect(content).toContain(String.raw`"service", "imap", "user", "an\"na\\ $(x)"]`)
    expect(exported('himalaya', MICROSOFT)).toContain('imap.sasl.xoauth2.token.command = [')
  })

  test('Email OAuth 2.0 Proxy: servers, the issuer, and scopes that last', () => {
    const sections = sectionsOf(exported('email-oauth2-proxy', MICROSOFT))
    expect(sections['IMAP-1993']).toEqual({
      local_address: '127.0.0.1',
      server_address: 'outlook.office365.com',
      server_port: '993',
    })
    expect(sections['SMTP-1587']).toMatchObject({ server_starttls: 'True' })
    expect(sections['anna@example.test']).toMatchObject({
      token_url: expect.stringMatching(/^https:\/\/login\.microsoftonline\.com\/.+\/token$/) as string,
      oauth2_scope: expect.stringMatching(/IMAP\.AccessAsUser\.All.*offline_access/) as string,
      client_id: 'c0ffee',
      use_pkce: 'True',
    })
  })

  test('ImapFlow: STARTTLS is required where it is meant', () => {
    const upgraded = setupOf({ servers: { imap: 'imap.example.test:143:starttls' } })
    expect(JSON.parse(exported('imapflow', upgraded))).toEqual({
      host: 'imap.example.test',
      port: 143,
      secure: false,
      doSTARTTLS: true,
      auth: { user: 'anna@example.test' },
    })
    expect(JSON.parse(exported('imapflow', SETUP))).toMatchObject({ secure: true, port: 993 })
  })
})

test.each<readonly [ExportFormatName, string]>([
  ['neomutt', 'imaps://[2001:db8::1]:993/'],
  ['aerc', 'imaps://anna%40example.test@[2001:db8::1]:993'],
  ['himalaya', 'imaps://[2001:db8::1]:993'],
  ['mbsync', 'Host "2001:db8::1"'],
])('%s writes an IPv6 address as %s', (format, written) => {
  const servers = { imap: '[2001:db8::1]:993:tls', smtp: '[2001:db8::1]:465:tls' }
  expect(exported(format, setupOf({ servers }))).toContain(written)
})

/** Programs for which STARTTLS is a wish unless a line says more. */
test.each<readonly [ExportFormatName, RegExp]>([
  ['msmtp', /^tls_starttls on$/m],
  ['neomutt', /^set ssl_force_tls = yes$/m],
  ['nodemailer', /"requireTLS": true/],
  ['mbsync', /^SSLType IMAPS$/m],
  ['fetchmail', /sslcertck/],
  ['offlineimap', /^sslcacertfile = OS-DEFAULT$/m],
  ['getmail', /^ca_certs = /m],
])('%s is told to insist: %s', (format, line) => {
  expect(exported(format, SETUP)).toMatch(line)
})
