/** One recipient of a delivery status, field by field. */
export function recipientFields(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

interface Report {
  readonly words?: string
  readonly encoding?: string
  readonly recipients: readonly Readonly<Record<string, string>>[]
}

/** A report as RFC 3464 wants it, around the beginning of a message that came back. */
export function report({
  words = 'Your message was not delivered.',
  encoding = '7bit',
  recipients,
}: Report): string {
  return [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mail.example.org>',
    'To: anna@example.org',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"',
    '',
    '--=_b',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    words,
    '--=_b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.org',
    'Arrival-Date: Fri, 20 Nov 2026 10:00:00 +0000',
    '',
    recipients.map(recipientFields).join('\n\n'),
    '',
    '--=_b',
    'Content-Type: message/rfc822',
    '',
    'From: anna@example.org',
    'To: nobody@example.invalid',
    'Subject: 550 5.7.1 is only a subject here',
    '',
    'My mailbox is full of spam: 552 5.2.2 quota exceeded',
    '--=_b--',
    '',
  ].join('\n')
}

/** A bounce without any part for machines. */
export function letter(from: string, words: string, more: readonly string[] = []): string {
  return [`From: ${from}`, 'To: anna@example.org', 'Subject: failure notice', ...more, '', words, ''].join(
    '\n',
  )
}
