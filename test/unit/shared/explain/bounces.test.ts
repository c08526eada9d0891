import { describe, expect, test } from 'vitest'
import { explain } from '#shared/explain/explain.ts'
import { report } from './bounce-kit.ts'
import { BOUNCES } from './bounces.ts'

const read = (text: string) => explain({ text, octets: null })

describe('a bounce says who refused what, and whether it may pass', () => {
  test.each(BOUNCES.map((given) => [given.name, given] as const))('%s', async (_, given) => {
    const { causes, bounce } = await read(given.text)
    const { code, recipient, remoteServer, temporary } = given
    expect({ code: causes[0].code, bounce }).toEqual({ code, bounce: { recipient, remoteServer, temporary } })
  })

  test('the octets count where they are known', async () => {
    const [{ text, code }] = BOUNCES as readonly [(typeof BOUNCES)[0], ...typeof BOUNCES]
    const { causes } = await explain({ text, octets: new TextEncoder().encode(text) })
    expect(causes[0].code).toBe(code)
  })
})

describe('several recipients', () => {
  const to = (name: string, status: string, action = 'failed') => ({
    'Final-Recipient': `rfc822; ${name}@example.net`,
    Action: action,
    Status: status,
  })

  test('are told by cause, each with all recipients it is about', async () => {
    const { causes } = await read(
      report({
        recipients: [to('a', '5.1.1'), to('b', '5.2.2'), to('c', '5.1.1'), to('d', '2.0.0', 'delivered')],
      }),
    )
    expect(causes.map(({ code, recipients }) => [code, recipients])).toEqual([
      ['SEND_RECIPIENT_UNKNOWN', ['a@example.net', 'c@example.net']],
      ['SEND_MAILBOX_FULL', ['b@example.net']],
    ])
  })

  test('of whom one has got it: the bounce is about the other', async () => {
    const { bounce } = await read(report({ recipients: [to('a', '2.0.0', 'relayed'), to('b', '5.1.1')] }))
    expect(bounce?.recipient).toBe('b@example.net')
  })
})

describe('letters that were wrapped for the way', () => {
  const words =
    'Your message to bob@example.net couldn\u2019t be delivered.\nThe Empf\u00e4nger: Postfach ist voll'

  test.each([
    ['quoted-printable', 'The mailbox is =\nfull. H=C3=B6chststand', 'quoted-printable'],
    ['base64', Buffer.from(words).toString('base64'), 'base64'],
  ])('%s', async (_, body, encoding) => {
    const text = [
      'From: MAILER-DAEMON@example.org',
      'Subject: failure',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      `Content-Transfer-Encoding: ${encoding}`,
      'X-Failed-Recipients: bob@example.net',
      '',
      body,
    ].join('\n')
    const { causes, bounce } = await read(text)
    expect([causes[0].code, bounce?.recipient]).toEqual(['SEND_MAILBOX_FULL', 'bob@example.net'])
  })

  test('in HTML alone', async () => {
    const text = [
      'From: postmaster@example.org',
      'Subject: Undeliverable',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<html><style>550 5.2.2 {}</style><p>Delivery has failed to these recipients or groups:</p><p>bob@example.net</p>',
      '<p>Remote Server returned &#39;550 5.4.1 Recipient address rejected: Access denied&#39;</p></html>',
    ].join('\n')
    const { causes, bounce } = await read(text)
    expect([causes[0].code, bounce?.recipient]).toEqual(['SEND_RECIPIENT_UNKNOWN', 'bob@example.net'])
  })

  test('in the old character set of a Western computer', async () => {
    const text =
      'From: MAILER-DAEMON@example.org\nSubject: x\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\nX-Failed-Recipients: bob@example.net\n\nEmpf\u00e4nger unbekannt'
    const { causes } = await explain({ text, octets: new Uint8Array(Buffer.from(text, 'latin1')) })
    expect(causes[0].code).toBe('SEND_RECIPIENT_UNKNOWN')
  })
})
