import { describe, expect, test } from 'vitest'
import type { Code } from '#shared/finding/codes.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { REMEDIES, REMEDY_IDS, remedyFor } from '#shared/report/remedies.ts'
import { remedyLines } from '#shared/report/remedy-lines.ts'
import { LANGUAGE_CODES } from '../i18n/messages.ts'

const OFFICE = 'outlook.office365.com'
const SMTP = 'smtp.office365.com'
const target = { address: 'anna@example.org', userName: 'anna@contoso.example', protocol: 'smtp' } as const
const { t } = createTranslator('en')

describe('the switch an admin has to turn', () => {
  test.each<readonly [Code, string, string, string | null]>([
    ['AUTH_SMTP_DISABLED_TENANT', SMTP, 'anna@example.org', 'smtp-tenant'],
    ['AUTH_SMTP_DISABLED_MAILBOX', SMTP, 'anna@example.org', 'smtp-mailbox'],
    ['AUTH_SECURITY_DEFAULTS', SMTP, 'anna@example.org', 'security-defaults'],
    ['AUTH_SECURITY_DEFAULTS', 'mail.example.org', 'anna@example.org', 'security-defaults'],
    ['AUTH_CONDITIONAL_ACCESS', SMTP, 'anna@example.org', 'conditional-access'],
    ['AUTH_BASIC_DISABLED', OFFICE, 'anna@example.org', 'basic-disabled'],
    ['AUTH_BASIC_DISABLED', 'mail.example.org', 'anna@example.org', null],
    ['AUTH_PROTOCOL_DISABLED', OFFICE, 'anna@example.org', 'protocol-disabled'],
    ['AUTH_PROTOCOL_DISABLED', 'imap.gmail.com', 'anna@example.org', 'google-protocol-disabled'],
    ['AUTH_PROTOCOL_DISABLED', 'imap.gmail.com', 'anna@gmail.com', null],
    ['AUTH_PROTOCOL_DISABLED', 'imap.example.org', 'anna@example.org', null],
    ['SEND_AS_DENIED', SMTP, 'anna@example.org', 'send-as'],
    ['SEND_AS_DENIED', 'notoffice365.com', 'anna@example.org', null],
    ['SEND_DIRECT_REFUSED', 'example-org.mail.protection.outlook.com', 'anna@example.org', 'direct-send'],
    ['SEND_DIRECT_REFUSED', '', 'anna@example.org', 'direct-send'],
    ['AUTH_BASIC_DISABLED', SMTP, 'anna@example.org', 'basic-disabled'],
    ['AUTH_BASIC_DISABLED', OFFICE, 'anna@outlook.com', null],
    ['AUTH_SMTP_DISABLED_TENANT', 'partner.outlook.cn', 'anna@example.org', null],
    ['AUTH_REJECTED', OFFICE, 'anna@example.org', null],
  ])('%s at %s for %s: %s', (code, host, address, id) => {
    expect(remedyFor(code, host, address)?.id ?? null).toBe(id)
  })

  test('every one is reached', () => {
    expect(REMEDIES.map(({ id }) => id)).toEqual([...REMEDY_IDS])
  })
})

const COMMANDS: readonly (readonly [string, 'imap' | 'pop3' | 'smtp', readonly string[]])[] = [
  [
    'smtp-tenant',
    'smtp',
    [
      "Set-CASMailbox -Identity 'anna@example.org' -SmtpClientAuthenticationDisabled $false",
      'Set-TransportConfig -SmtpClientAuthenticationDisabled $false',
    ],
  ],
  ['protocol-disabled', 'imap', ["Set-CASMailbox -Identity 'anna@example.org' -ImapEnabled $true"]],
  ['protocol-disabled', 'pop3', ["Set-CASMailbox -Identity 'anna@example.org' -PopEnabled $true"]],
  [
    'send-as',
    'smtp',
    [
      "Add-RecipientPermission -Identity 'anna@example.org' -Trustee 'anna@contoso.example' -AccessRights SendAs",
    ],
  ],
  ['direct-send', 'smtp', ['Set-OrganizationConfig -RejectDirectSend $false']],
  [
    'conditional-access',
    'smtp',
    ["Get-MgAuditLogSignIn -Filter 'userPrincipalName eq ''anna@contoso.example''' -Top 10"],
  ],
]

describe('its commands', () => {
  test.each(COMMANDS)('%s for %s', (id, protocol, lines) => {
    const remedy = REMEDIES.find((known) => known.id === id)
    expect(remedy?.commands({ ...target, protocol }).map(({ line }) => line)).toEqual(lines)
  })

  test('are left out where an address cannot stand in one, the one for the whole organisation too', () => {
    const [remedy] = REMEDIES
    const lines =
      remedy === undefined ? [] : remedyLines(remedy, { ...target, address: 'a\nb@example.org' }, t)
    expect(lines).toHaveLength(4)
  })

  test('never switch the security defaults off', () => {
    const all = REMEDIES.flatMap((remedy) => remedy.commands(target)).map(({ line }) => line)
    expect(all.join('\n')).not.toMatch(/SecurityDefaults/i)
  })
})

test.each([
  ['smtp', /switch it on again only until/i, /can't be switched on/i],
  ['imap', /can't be switched on again/i, /switch it on again only until/i],
  ['pop3', /can't be switched on again/i, /switch it on again only until/i],
] as const)(
  'a password for %s that has ended: who can bring it back is said for that service alone',
  (protocol, is, isNot) => {
    const remedy = REMEDIES.find(({ id }) => id === 'basic-disabled')
    const [what = ''] = remedy === undefined ? [] : remedyLines(remedy, { ...target, protocol }, t)
    expect(what).toMatch(is)
    expect(what).not.toMatch(isNot)
  },
)

describe.each(LANGUAGE_CODES)('in the language "%s"', (language) => {
  const words = createTranslator(language).t

  test.each(REMEDIES)('$id says what, where, why and what is safer', (remedy) => {
    for (const protocol of ['imap', 'pop3', 'smtp'] as const) {
      const lines = remedyLines(remedy, { ...target, protocol }, words)
      expect(lines.slice(0, 4).filter((line) => /^\S[^{}]+: [^{}]{20,}$/.test(line))).toHaveLength(4)
      expect(lines[1]).toContain(remedy.page.url)
    }
  })
})
