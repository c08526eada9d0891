import type { Code } from '#shared/finding/codes.ts'
import { letter, recipientFields, report } from './bounce-kit.ts'

export interface BounceCase {
  readonly name: string
  readonly text: string
  readonly code: Code
  readonly recipient: string | null
  readonly remoteServer: string | null
  readonly temporary: boolean
}

const BOB = 'bob@example.net'
const MX = 'mx.example.net'
const failed = { 'Final-Recipient': `rfc822; ${BOB}`, Action: 'failed' }

const REPORTS: readonly BounceCase[] = [
  {
    name: 'Postfix: an unknown user, told by the other side',
    text: report({
      recipients: [
        {
          ...failed,
          'Original-Recipient': `rfc822;${BOB}`,
          Status: '5.1.1',
          'Remote-MTA': `dns; ${MX}`,
          'Diagnostic-Code': `smtp; 550 5.1.1 <${BOB}>: Recipient address rejected:\n    User unknown`,
        },
      ],
    }),
    code: 'SEND_RECIPIENT_UNKNOWN',
    recipient: BOB,
    remoteServer: MX,
    temporary: false,
  },
  {
    name: 'Postfix: the name of the domain cannot be found',
    text: report({
      recipients: [
        {
          ...failed,
          Status: '5.4.4',
          'Diagnostic-Code':
            'X-Postfix; Host or domain name not found. Name service error for name=example.net type=A: Host not found',
        },
      ],
    }),
    code: 'SEND_DOMAIN_UNKNOWN',
    recipient: BOB,
    remoteServer: null,
    temporary: false,
  },
  {
    name: 'Postfix: delayed, and nothing to be done',
    text: report({
      recipients: [
        {
          'Final-Recipient': `rfc822; ${BOB}`,
          Action: 'delayed',
          Status: '4.4.1',
          'Diagnostic-Code': `X-Postfix; connect to ${MX}[192.0.2.1]:25: Connection timed out`,
          'Will-Retry-Until': 'Wed, 25 Nov 2026 10:00:00 +0000',
        },
      ],
    }),
    code: 'SEND_UNREACHABLE',
    recipient: BOB,
    remoteServer: null,
    temporary: true,
  },
  {
    name: 'delayed for a reason that is not known',
    text: report({ recipients: [{ ...failed, Action: 'delayed', Status: '4.0.0' }] }),
    code: 'SEND_DELAYED',
    recipient: BOB,
    remoteServer: null,
    temporary: true,
  },
  {
    name: 'a status without a diagnosis',
    text: report({ recipients: [{ ...failed, Status: '5.2.2' }] }),
    code: 'SEND_MAILBOX_FULL',
    recipient: BOB,
    remoteServer: null,
    temporary: false,
  },
  {
    name: 'a status that says nothing, and a text for people that does',
    text: report({
      words: `<${BOB}>: host ${MX}[192.0.2.1] said: 554 5.7.1 Spam message rejected\n\nThis is the mail system at host mail.example.org.`,
      recipients: [{ ...failed, Status: '5.0.0' }],
    }),
    code: 'SEND_CONTENT',
    recipient: BOB,
    remoteServer: MX,
    temporary: false,
  },
  {
    name: 'Microsoft 365: not in the directory',
    text: report({
      recipients: [
        {
          ...failed,
          Status: '5.1.10',
          'Diagnostic-Code':
            'smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
        },
      ],
    }),
    code: 'SEND_RECIPIENT_UNKNOWN',
    recipient: BOB,
    remoteServer: null,
    temporary: false,
  },
  {
    name: 'Gmail: no proof of where it came from',
    text: report({
      recipients: [
        {
          ...failed,
          Status: '5.7.26',
          'Remote-MTA': 'dns; gmail-smtp-in.l.google.com. (192.0.2.1, the server for the domain gmail.com.)',
          'Diagnostic-Code':
            'smtp; 550-5.7.26 Your email has been blocked because the sender is unauthenticated.\n 550 5.7.26 x - gsmtp',
        },
      ],
    }),
    code: 'SEND_UNAUTHENTICATED',
    recipient: BOB,
    remoteServer: 'gmail-smtp-in.l.google.com',
    temporary: false,
  },
  {
    name: 'a receipt',
    text: report({ recipients: [{ ...failed, Action: 'delivered', Status: '2.0.0' }] }),
    code: 'OK',
    recipient: BOB,
    remoteServer: null,
    temporary: false,
  },
  {
    name: 'the fields alone, pasted without their message',
    text: `Reporting-MTA: dns; mail.example.org\n\n${recipientFields({ ...failed, Status: '5.7.1', 'Diagnostic-Code': 'smtp; 554 5.7.1 blocked using zen.spamhaus.org' })}`,
    code: 'SEND_LISTED',
    recipient: BOB,
    remoteServer: null,
    temporary: false,
  },
  {
    name: 'a mailbox file with Windows line ends',
    text: `From MAILER-DAEMON Fri Nov 20 10:00:00 2026\n${report({ recipients: [{ ...failed, Status: '5.3.4' }] })}`.replaceAll(
      '\n',
      '\r\n',
    ),
    code: 'SEND_TOO_BIG',
    recipient: BOB,
    remoteServer: null,
    temporary: false,
  },
]

const EXIM =
  'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its recipients.\nThis is a permanent error. The following address(es) failed:\n'

const LETTERS: readonly BounceCase[] = [
  {
    name: 'qmail: the other side does not know the mailbox',
    text: letter(
      'MAILER-DAEMON@mail.example.org',
      `Hi. This is the qmail-send program at mail.example.org.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<${BOB}>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 unknown user\nGiving up on 192.0.2.1.\n\n--- Below this line is a copy of the message.\n\nReceived: (qmail 1 invoked by uid 2)\n552 5.2.2 not this one`,
    ),
    code: 'SEND_RECIPIENT_UNKNOWN',
    recipient: BOB,
    remoteServer: null,
    temporary: false,
  },
  {
    name: 'qmail: in its own words, without a number of three digits',
    text: `Hi. This is the qmail-send program at mail.example.org.\n\n<${BOB}>:\nSorry, I couldn't find any host named example.net. (#5.1.2)\n\n--- Below this line is a copy of the message.`,
    code: 'SEND_DOMAIN_UNKNOWN',
    recipient: BOB,
    remoteServer: null,
    temporary: false,
  },
  {
    name: 'Exim: refused after RCPT',
    text: letter(
      'Mail Delivery System <Mailer-Daemon@mail.example.org>',
      `${EXIM}\n  ${BOB}\n    host ${MX} [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:<${BOB}>:\n    550 5.7.1 Service unavailable; client [192.0.2.9] blocked using bl.spamcop.net\n\n------ This is a copy of the message, including all the headers. ------`,
      [`X-Failed-Recipients: ${BOB}`],
    ),
    code: 'SEND_LISTED',
    recipient: BOB,
    remoteServer: MX,
    temporary: false,
  },
  {
    name: 'Exim: a local mailbox',
    text: `${EXIM}\n  ${BOB}\n    mailbox is full: retry timeout exceeded\n`,
    code: 'SEND_MAILBOX_FULL',
    recipient: BOB,
    remoteServer: null,
    temporary: false,
  },
  {
    name: 'Postfix: the part for people alone',
    text: `This is the mail system at host mail.example.org.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n                   The mail system\n\n<${BOB}>: host ${MX}[192.0.2.1] said: 552 5.2.2 <${BOB}>: Mailbox\n    over quota (in reply to RCPT TO command)\n`,
    code: 'SEND_MAILBOX_FULL',
    recipient: BOB,
    remoteServer: MX,
    temporary: false,
  },
  {
    name: 'sendmail: the transcript at the end',
    text: letter(
      'MAILER-DAEMON@mail.example.org',
      `   ----- The following addresses had permanent fatal errors -----\n<${BOB}>\n    (reason: 550 5.1.1 User unknown)\n\n   ----- Transcript of session follows -----\n... while talking to ${MX}.:\n>>> RCPT To:<${BOB}>\n<<< 550 5.1.1 User unknown\n`,
    ),
    code: 'SEND_RECIPIENT_UNKNOWN',
    recipient: BOB,
    remoteServer: MX,
    temporary: false,
  },
  {
    name: 'Exchange: with a part for administrators',
    text: `Delivery has failed to these recipients or groups:\n\nBob (${BOB})<mailto:${BOB}>\nThe email address you entered couldn't be found.\n\nDiagnostic information for administrators:\n\nGenerating server: AM0PR01MB0001.eurprd01.prod.exchangelabs.com\n\n${BOB}\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'\n\nOriginal message headers:\n\nReceived: from x 552 5.2.2`,
    code: 'SEND_RECIPIENT_UNKNOWN',
    recipient: BOB,
    remoteServer: null,
    temporary: false,
  },
  {
    name: 'Microsoft 365: a message that could not be delivered to a group',
    text: `Your message to group@example.net couldn't be delivered.\n\nThe group only accepts messages from people in its organization or on its allowed senders list.\n\nStatus code: 550 5.7.133\n`,
    code: 'SEND_RECIPIENT_RESTRICTED',
    recipient: 'group@example.net',
    remoteServer: null,
    temporary: false,
  },
  {
    name: 'Gmail: address not found',
    text: `Address not found\n\nYour message wasn't delivered to ${BOB} because the address couldn't be found, or is unable to receive mail.\n\nThe response from the remote server was:\n550 5.1.1 The email account that you tried to reach does not exist.\n`,
    code: 'SEND_RECIPIENT_UNKNOWN',
    recipient: BOB,
    remoteServer: null,
    temporary: false,
  },
  {
    name: 'Gmail: address not found, without the answer',
    text: `** Address not found **\n\nYour message wasn't delivered to ${BOB} because the address couldn't be found.`,
    code: 'SEND_RECIPIENT_UNKNOWN',
    recipient: BOB,
    remoteServer: null,
    temporary: false,
  },
  {
    name: 'Gmail: the older form',
    text: `Delivery to the following recipient failed permanently:\n\n     ${BOB}\n\nTechnical details of permanent failure:\nGoogle tried to deliver your message, but it was rejected by the server for the recipient domain example.net by ${MX}. [192.0.2.1].\n\nThe error that the other server returned was:\n550 5.2.1 The email account that you tried to reach is disabled.\n\n----- Original message -----`,
    code: 'SEND_RECIPIENT_DISABLED',
    recipient: BOB,
    remoteServer: MX,
    temporary: false,
  },
  {
    name: 'Yahoo: the short letter of its daemon',
    text: letter(
      'MAILER-DAEMON@yahoo.com',
      `Sorry, we were unable to deliver your message to the following address.\n\n<${BOB}>:\n554: 5.7.9: Message not accepted for policy reasons.\n\n--- Original message below ---`,
    ),
    code: 'SEND_CONTENT',
    recipient: BOB,
    remoteServer: null,
    temporary: false,
  },
  {
    name: 'no known form, but a header that names the recipient',
    text: letter('postmaster@example.org', 'Could not hand over: 550 5.1.1 no such user here', [
      `X-Failed-Recipients: ${BOB}`,
    ]),
    code: 'SEND_RECIPIENT_UNKNOWN',
    recipient: BOB,
    remoteServer: null,
    temporary: false,
  },
]

/** Whole bounces, standard and not. */
export const BOUNCES: readonly BounceCase[] = [...REPORTS, ...LETTERS]
