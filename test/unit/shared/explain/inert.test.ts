import { describe, expect, test } from 'vitest'
import { explain } from '#shared/explain/explain.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { explanationJson } from '#cli/output/explanation-json.ts'
import { explanationText } from '#cli/output/explanation-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { FILLINGS, harmIn, harmInLines } from '../../../support/hostile-fillings.ts'

const { t } = createTranslator('en')

const PLACES: readonly (readonly [string, (x: string) => string])[] = [
  ['words alone', (x) => x],
  ['a reply of SMTP', (x) => `550 5.1.1 <${x}@example.org>: ${x}`],
  ['a reply of IMAP', (x) => `A1 NO [${x}] ${x}`],
  ['a reply of IMAP with a known code', (x) => `A1 NO [AUTHENTICATIONFAILED ${x}] ${x}`],
  ['a reply of POP3', (x) => `-ERR [${x}] ${x}`],
  ['an error of a program', (x) => `smtplib.SMTPAuthenticationError: (535, b'5.7.8 ${x}')`],
  ['an error of an address in a page', (x) => `AADSTS65001: ${x} error=access_denied&error_description=${x}`],
  [
    'a delivery status',
    (x) =>
      `Final-Recipient: rfc822; ${x}@example.org\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; ${x}.example.org\nDiagnostic-Code: smtp; 550 5.1.1 ${x}`,
  ],
  [
    'a bounce',
    (x) =>
      `This is the mail system at host ${x}.example.org.\n\n<${x}@example.org>: host ${x}.example.net said: 550 5.1.1 ${x}`,
  ],
  [
    'a whole message',
    (x) =>
      `From: MAILER-DAEMON <${x}@example.org>\nTo: ${x}@example.org\nSubject: ${x}\nX-Failed-Recipients: ${x}@example.org\nContent-Type: text/plain; charset=utf-8\n\nA message that you sent could not be delivered.\n\n  ${x}@example.org\n    550 5.1.1 ${x}\n`,
  ],
]

describe.each(PLACES)('%s', (_, textOf) => {
  test.each(FILLINGS)('with %s is inert in every output', async (_name, filling) => {
    const text = textOf(filling.toString('utf8'))
    const explanation = await explain({ text, octets: new TextEncoder().encode(text) })
    // What the user pasted is told at greater length than what a server says by itself.
    const harm = harmIn([explanation, explanationJson(explanation, t)]).filter(
      (one) => !one.endsWith('letters'),
    )
    expect(harm).toEqual([])
    const shown = explanationText(explanation, t, createStyle('plain')).replace(/x{200,}/gi, '')
    expect(harmInLines(shown)).toEqual([])
  })
})
