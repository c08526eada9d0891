import { describe, expect, test } from 'vitest'
import { explain } from '#shared/explain/explain.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { pastedProviderMessage, recipientMessage } from '#shared/report/pasted-messages.ts'

const BOUNCE = `From: Mail System <mailer-daemon@mx.example.org>
To: anna@example.org
Subject: Undelivered Mail
Date: Fri, 20 Nov 2026 10:30:00 +0100
MIME-Version: 1.0
Content-Type: multipart/report; boundary=b

--b
Content-Type: message/delivery-status

Final-Recipient: rfc822; bob@example.net
Action: failed
Status: 5.2.2
Remote-MTA: dns; mx.example.net
Diagnostic-Code: smtp; 552 5.2.2 Mailbox over quota

--b
Content-Type: message/rfc822

From: anna@example.org
To: bob@example.net
Subject: Our secret

The sunflower is in the garden.
--b--
`
const explanation = await explain({ text: BOUNCE, octets: null })
const [cause] = explanation.causes
const { t } = createTranslator('en')

test('a bounce says whose message came back', () => {
  expect(explanation.account).toBe('anna@example.org')
})

test.each([
  ['a reply alone', '552 5.2.2 Mailbox over quota'],
  [
    'a bounce to undisclosed recipients',
    BOUNCE.replace('To: anna@example.org\n', 'To: undisclosed-recipients:;\n'),
  ],
])('%s does not', async (_, text) => {
  expect((await explain({ text, octets: null })).account).toBeNull()
})

test.each([
  ['0x800CCC0E', 'The mail program reported: 0x800CCC0E'],
  ['AADSTS90094: only an admin can grant', 'The page said: AADSTS90094: only an admin can grant'],
])('%s is quoted as what it is', async (text, line) => {
  const told = await explain({ text, octets: null })
  expect(pastedProviderMessage(told, told.causes[0], t).body.split('\n')).toContain(line)
})

describe.each([
  ['to the provider', pastedProviderMessage(explanation, cause, t)],
  ['to the recipient', recipientMessage(explanation, cause, t)],
])('the message %s', (_, { body: message }) => {
  test.each([
    'Recipient: bob@example.net',
    'Time: 2026-11-20 09:30:00 UTC',
    'Refused by: mx.example.net',
    'Reply code: 552 5.2.2 (The mailbox is full.)',
    'The server replied: Mailbox over quota',
  ])('has the line "%s"', (line) => {
    expect(message.split('\n')).toContain(line)
  })

  test('quotes nothing of the letter that came back', () => {
    expect(message).not.toMatch(/secret|sunflower|garden/)
  })
})

test('the message to the recipient asks for what they can do', () => {
  const message = recipientMessage(explanation, cause, t).body
  expect(message).toContain('Your mailbox seems to be full. Could you make room in it?')
  expect(message).toContain('My address: anna@example.org')
})

test('a pasted cause that an admin can remove has the switch in it, and no command without an account', async () => {
  const text = '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.'
  const tenant = await explain({ text, octets: null })
  const message = pastedProviderMessage(tenant, tenant.causes[0], t).body
  expect(message).toContain('https://admin.exchange.microsoft.com/')
  expect(message).not.toContain('Set-')
})

test('both are written in the language of the reader', () => {
  const german = createTranslator('de').t
  expect(recipientMessage(explanation, cause, german).body).toContain('Ihr Postfach ist anscheinend voll.')
  expect(pastedProviderMessage(explanation, cause, german).body).toMatch(/^Hallo|^Guten Tag/)
})

test.each([
  ['a moment that is none', BOUNCE.replace(/Date: .*/, 'Date: tomorrow, maybe')],
  ['no date', BOUNCE.replace(/Date: .*\n/, '')],
])('a bounce with %s tells no time', async (_, text) => {
  expect((await explain({ text, octets: null })).reportedAt).toBeUndefined()
})
