import type { Code } from '#shared/finding/codes.ts'

/**
 * Texts with words of another cause in them: each once was, or easily is, taken for what stands in the last column. They
 * are what the patterns in shared/replies/dialects must not match.
 */
export const NEAR_MISSES: readonly (readonly [text: string, is: Code, not: Code])[] = [
  // Lists
  ['550 User bob not listed in public Name & Address Book', 'SEND_RECIPIENT_UNKNOWN', 'SEND_LISTED'],
  ['550 5.1.1 bob is not listed in the directory', 'SEND_RECIPIENT_UNKNOWN', 'SEND_LISTED'],
  ['550 5.7.1 The message contains a URL listed by SURBL', 'SEND_CONTENT', 'SEND_LISTED'],
  ['550 5.7.124 Sender not in the list of allowed senders', 'SEND_RECIPIENT_RESTRICTED', 'SEND_LISTED'],
  ['553 sorry, your envelope sender is in my badmailfrom list', 'SEND_BLOCKED', 'SEND_LISTED'],
  ['Your name is listed on our page of members', 'REPLY_UNKNOWN', 'SEND_LISTED'],
  // Spam, named for another reason
  ['550 5.7.1 Several From headers. To reduce spam, it has been blocked.', 'SEND_FORMAT', 'SEND_CONTENT'],
  ['550 5.7.1 No PTR record. To fight spam we do not accept it.', 'SEND_NO_REVERSE_NAME', 'SEND_CONTENT'],
  ['550 5.7.1 DMARC check failed, so this looks like spam', 'SEND_UNAUTHENTICATED', 'SEND_CONTENT'],
  ['554 5.7.1 Your IP was reported as a spammer', 'SEND_LISTED', 'SEND_CONTENT'],
  ['550 5.1.1 <spam-trap@example.net>: User unknown', 'SEND_RECIPIENT_UNKNOWN', 'SEND_CONTENT'],
  ['550 5.1.1 <virus@example.net>: User unknown', 'SEND_RECIPIENT_UNKNOWN', 'SEND_CONTENT'],
  ['550 5.1.1 <relay.denied@example.net>: User unknown', 'SEND_RECIPIENT_UNKNOWN', 'SEND_RELAY_DENIED'],
  // Numbers in words
  ['550 5.7.1 The message does not conform to RFC 5322', 'SEND_FORMAT', 'SEND_BLOCKED'],
  ['550 5.7.1 The mailbox does not exist', 'SEND_RECIPIENT_UNKNOWN', 'SEND_BLOCKED'],
  ['550 5.1.1 Rate limit reached, wait an hour', 'SEND_RATE', 'SEND_RECIPIENT_UNKNOWN'],
  ['550 5.1.1 Relaying denied', 'SEND_RELAY_DENIED', 'SEND_RECIPIENT_UNKNOWN'],
  ['550 5.4.1 Recipient unknown', 'SEND_RECIPIENT_UNKNOWN', 'SEND_UNREACHABLE'],
  ['550 5.3.4 Too many messages from this account', 'SEND_RATE', 'SEND_TOO_BIG'],
  ['552 5.3.4 Mailbox is over quota', 'SEND_MAILBOX_FULL', 'SEND_TOO_BIG'],
  ['550 5.4.6 This mailbox is disabled', 'SEND_RECIPIENT_DISABLED', 'SEND_LOOP'],
  // Quotas
  ['550 Daily sending quota exceeded', 'SEND_RATE', 'SEND_MAILBOX_FULL'],
  ['550 Your hourly message limit is used up; 100 messages per hour', 'SEND_RATE', 'SEND_MAILBOX_FULL'],
  ['552 Mailbox quota exceeded', 'SEND_MAILBOX_FULL', 'SEND_RATE'],
  ['452 4.3.1 Insufficient system storage', 'SERVER_BUSY', 'SEND_MAILBOX_FULL'],
  ['451 4.3.0 Mail queue is full', 'SERVER_BUSY', 'SEND_MAILBOX_FULL'],
  ['552 Message size exceeds the limit', 'SEND_TOO_BIG', 'SEND_MAILBOX_FULL'],
  ['550 The user has too many messages stored', 'SEND_MAILBOX_FULL', 'SEND_RATE'],
  ['550 Too many recipients in one message', 'SEND_TOO_MANY_RECIPIENTS', 'SEND_RATE'],
  ['550 Too many recipients within the last hour', 'SEND_RATE', 'SEND_TOO_MANY_RECIPIENTS'],
  ['554 5.4.0 Too many received headers', 'SEND_LOOP', 'SEND_RATE'],
  ['550 no such mailbox', 'SEND_RECIPIENT_UNKNOWN', 'SEND_MAILBOX_FULL'],
  // Who is meant
  ['550 Sender address does not exist', 'SEND_SENDER_UNKNOWN', 'SEND_RECIPIENT_UNKNOWN'],
  ['553 5.1.8 Domain of sender does not exist', 'SEND_SENDER_UNKNOWN', 'SEND_DOMAIN_UNKNOWN'],
  ['550 User unknown (in reply to MAIL FROM command)', 'SEND_SENDER_UNKNOWN', 'SEND_RECIPIENT_UNKNOWN'],
  ['550 User unknown (in reply to RCPT TO command)', 'SEND_RECIPIENT_UNKNOWN', 'SEND_SENDER_UNKNOWN'],
  ['550 The recipient refuses your mail: user unknown', 'SEND_RECIPIENT_UNKNOWN', 'SEND_SENDER_UNKNOWN'],
  ['550 Your account has been suspended', 'SEND_ACCOUNT_BLOCKED', 'SEND_RECIPIENT_DISABLED'],
  ["550 The recipient's account has been suspended", 'SEND_RECIPIENT_DISABLED', 'SEND_ACCOUNT_BLOCKED'],
  ['550 The IP address 192.0.2.7 is blocked', 'SEND_BLOCKED', 'SEND_RECIPIENT_DISABLED'],
  ['554 Client host has no reverse DNS: address not found', 'SEND_NO_REVERSE_NAME', 'SEND_RECIPIENT_UNKNOWN'],
  ['554 192.0.2.7 is not allowed to send mail from example.org', 'SEND_UNAUTHENTICATED', 'SEND_AS_DENIED'],
  ['550 You are not allowed to send mail to this group', 'SEND_RECIPIENT_RESTRICTED', 'SEND_AS_DENIED'],
  [
    '550 You can send as many messages as you like, but not to this user: unknown user',
    'SEND_RECIPIENT_UNKNOWN',
    'SEND_AS_DENIED',
  ],
  // Forms and files
  ['550 SPF header check: fail', 'SEND_UNAUTHENTICATED', 'SEND_FORMAT'],
  ['550 Rejected, X-Spam header says it is spam', 'SEND_CONTENT', 'SEND_FORMAT'],
  ['552 The attachment is too large', 'SEND_TOO_BIG', 'SEND_ATTACHMENT'],
  // Signing in
  ['554 5.7.9 Message refused by policy', 'SEND_BLOCKED', 'AUTH_APP_PASSWORD'],
  ['525 5.7.13 Disabled recipient', 'SEND_RECIPIENT_DISABLED', 'AUTH_SUSPENDED'],
  // Sentences that are no replies
  ['Our hosting plan includes a mailbox of 5 GB and a domain.', 'REPLY_UNKNOWN', 'SEND_MAILBOX_FULL'],
  ['Please add your new address to the list of recipients.', 'REPLY_UNKNOWN', 'SEND_RECIPIENT_UNKNOWN'],
  ['The new server is in the rack at 10: 550 people work here', 'REPLY_UNKNOWN', 'SEND_BLOCKED'],
]
