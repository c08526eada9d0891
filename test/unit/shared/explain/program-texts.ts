import type { ExplainCase } from './explain-case.ts'

/** Mail programs, libraries and log files quote a server in the middle of words of their own. */
export const PROGRAM_TEXTS: readonly ExplainCase[] = [
  [
    'An error occurred while sending mail. The mail server responded:  5.7.57 Client not authenticated to send mail. Please check the message and try again.',
    'AUTH_REQUIRED',
    'you',
    'stays',
  ],
  [
    "Task 'anna@example.org - Sending' reported error (0x800CCC78) : 'Unable to send the message. The server responded: 550 5.7.1 Unable to relay'",
    'SEND_RELAY_DENIED',
    'you',
    'stays',
  ],
  [
    'The sender address anna@example.org was rejected by the server smtp.example.org. The server response was: 550 5.7.60 SMTP; Client does not have permissions to send as this sender',
    'SEND_AS_DENIED',
    'you',
    'stays',
  ],
  [
    'Sending of the message failed.\nThe message could not be sent because the size exceeds the limit.\nThe server responded: 552 5.3.4 Message size exceeds fixed limit',
    'SEND_TOO_BIG',
    'you',
    'stays',
  ],
  [
    'Error: Message failed: 554 5.7.1 Client host rejected: blocked using zen.spamhaus.org',
    'SEND_LISTED',
    'provider',
    'stays',
  ],
  [
    "smtplib.SMTPRecipientsRefused: {'bob@example.net': (550, b'5.1.1 User unknown')}",
    'SEND_RECIPIENT_UNKNOWN',
    'you',
    'stays',
  ],
  [
    'msmtp: recipient address bob@example.net not accepted by the server\nmsmtp: server message: 550 No such user here',
    'SEND_RECIPIENT_UNKNOWN',
    'you',
    'stays',
  ],
  [
    'Nov 20 10:00:00 mail postfix/smtp[4711]: 4XYZ: to=<bob@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1.2, dsn=5.2.2, status=bounced (host mx.example.net[192.0.2.1] said: 552 5.2.2 Over quota (in reply to RCPT TO command))',
    'SEND_MAILBOX_FULL',
    'you',
    'stays',
  ],
  [
    '2026-11-20 10:00:00 1abc-def ** bob@example.net R=dnslookup T=remote_smtp H=mx.example.net [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<bob@example.net>: 550 Unrouteable address',
    'SEND_RECIPIENT_UNKNOWN',
    'you',
    'stays',
  ],
  ['curl: (67) Access denied: 535', 'AUTH_REJECTED', 'you', 'stays'],
  [
    'Last error: Command failed. Response: A4 NO [UNAVAILABLE] Server unavailable',
    'SERVER_BUSY',
    'nobody',
    'passes',
  ],
  [
    'javax.mail.AuthenticationFailedException: [AUTHENTICATIONFAILED] Invalid credentials (Failure)',
    'AUTH_REJECTED',
    'you',
    'stays',
  ],
  ['The POP server says: -ERR [AUTH] Username and password not accepted.', 'AUTH_REJECTED', 'you', 'stays'],
  [
    "Remote Server returned '550 5.4.1 Recipient address rejected: Access denied'",
    'SEND_RECIPIENT_UNKNOWN',
    'you',
    'stays',
  ],
  [
    '#< #5.1.1 SMTP; 550 5.1.1 RESOLVER.ADR.RecipNotFound; not found> #SMTP#',
    'SEND_RECIPIENT_UNKNOWN',
    'you',
    'stays',
  ],
  ['The mailbox is full.', 'SEND_MAILBOX_FULL', 'you', 'stays'],
  ['connect to mx.example.net[192.0.2.1]:25: No route to host', 'SEND_UNREACHABLE', 'nobody', 'passes'],
  [
    'lost connection with mx.example.net[192.0.2.1] while receiving the initial server greeting',
    'SEND_UNREACHABLE',
    'nobody',
    'passes',
  ],
  ['Connection timed out', 'SEND_UNREACHABLE', 'nobody', 'passes'],
  ['The weather is nice today.', 'REPLY_UNKNOWN', 'provider', 'stays'],
  [
    `Dear Bob, ${'the spam filter has a virus and my mailbox is full of letters. '.repeat(20)}`,
    'REPLY_UNKNOWN',
    'provider',
    'stays',
  ],
]
