import type { CollectedCase } from './collected-case.ts'

const BERTA = { recipient: 'berta@example.net', turn: 'you', lasts: 'stays' } as const
const BOB = { recipient: 'bob@example.net', lasts: 'stays' } as const
const BOB_AT_MX = { ...BOB, remoteServer: 'mx.example.net' } as const
const FINAL = { turn: 'you', lasts: 'stays' } as const

const BOUNCED: readonly CollectedCase[] = [
  [
    '03-exim-host-bracket-code.txt',
    ['SEND_RECIPIENT_UNKNOWN'],
    { ...BERTA, remoteServer: 'mx1.example.net' },
  ],
  ['04-exim-500-line-limit.txt', ['SEND_FORMAT'], { ...BERTA, remoteServer: 'mx1.example.net' }],
  ['05-not-listed-in-directory.txt', ['SEND_RECIPIENT_UNKNOWN'], BERTA],
  ['06-not-listed-with-status.txt', ['SEND_RECIPIENT_UNKNOWN'], BERTA],
  ['10-opensmtpd-status-without-words.txt', ['SEND_MAILBOX_FULL'], BERTA],
  [
    '11-boundary-that-never-comes.txt',
    ['SEND_RECIPIENT_UNKNOWN'],
    { ...BERTA, remoteServer: 'mx1.example.net' },
  ],
  [
    '28-gmail-old-delay.txt',
    ['SEND_DELAYED'],
    { recipient: 'berta@example.net', turn: 'nobody', lasts: 'passes' },
  ],
  ['b11-full-mailbox-with-570.eml', ['SEND_MAILBOX_FULL'], { ...BOB_AT_MX, turn: 'you' }],
  ['b12-no-mailbox-with-571.eml', ['SEND_RECIPIENT_UNKNOWN'], { ...BOB_AT_MX, turn: 'you' }],
  ['b18-too-many-mails-stored.eml', ['SEND_MAILBOX_FULL'], { ...BOB_AT_MX, turn: 'you' }],
  ['b23-given-up-447.eml', ['SEND_UNREACHABLE'], { ...BOB, turn: 'you' }],
  ['b30-not-listed-in-directory.eml', ['SEND_RECIPIENT_UNKNOWN'], BOB],
  ['b35-no-valid-dkim.eml', ['SEND_UNAUTHENTICATED'], { ...BOB_AT_MX, turn: 'admin' }],
  // The domain is not theirs: nothing that the sender's own sign-in could change.
  ['b36-relay-denied-by-the-receiving-side.eml', ['SEND_DOMAIN_UNKNOWN'], { ...BOB_AT_MX, turn: 'you' }],
  ['b50-quota-only-in-the-human-part.eml', ['SEND_MAILBOX_FULL'], { ...BOB, turn: 'you' }],
  ['b85-out-of-office.eml', ['SEND_AUTO_REPLY'], { turn: 'nobody', lasts: 'stays' }],
  ['b86-abwesenheit.eml', ['SEND_AUTO_REPLY'], { turn: 'nobody', lasts: 'stays' }],
  ['b87-confirm-yourself.eml', ['SEND_RECIPIENT_RESTRICTED'], { ...BOB, turn: 'you' }],
]

const REPLIES: readonly CollectedCase[] = [
  ['07-listed-in-ordinary-sentence.txt', ['REPLY_UNKNOWN']],
  ['08-yahoo-5-7-9-policy.txt', ['SEND_CONTENT', 'SEND_BLOCKED'], { lasts: 'stays' }],
  ['13-eop-all-recipients.txt', ['SEND_RECIPIENT_UNKNOWN'], FINAL],
  ['14-rfc-5322.txt', ['SEND_FORMAT'], FINAL],
  ['15-several-from.txt', ['SEND_FORMAT'], FINAL],
  ['17-spf-record-not-allowed.txt', ['SEND_UNAUTHENTICATED'], { turn: 'admin', lasts: 'stays' }],
  ['18-recipient-account-blocked.txt', ['SEND_RECIPIENT_DISABLED'], FINAL],
  ['20-nonexistent-user.txt', ['SEND_RECIPIENT_UNKNOWN'], FINAL],
  ['21-diskspace-quota-5-2-3.txt', ['SEND_MAILBOX_FULL'], { turn: 'you' }],
  ['22-no-space-in-mailbox.txt', ['SEND_MAILBOX_FULL'], FINAL],
  ['24-sent-to-too-many-this-hour.txt', ['SEND_RATE'], { turn: 'nobody', lasts: 'passes' }],
  ['44-sendgrid-sender-identity.txt', ['SEND_AS_DENIED'], FINAL],
  ['46-cpanel-defers.txt', ['SEND_RATE'], { turn: 'nobody', lasts: 'passes' }],
  ['47-outlook-sign-in-5-3-4.txt', ['SEND_ACCOUNT_BLOCKED', 'AUTH_WEB_LOGIN'], { lasts: 'stays' }],
  ['b10-full-mailbox-with-x11.txt', ['SEND_MAILBOX_FULL'], FINAL],
  ['b13-too-many-recent-with-411.txt', ['SEND_RATE', 'SEND_DELAYED'], { turn: 'nobody', lasts: 'passes' }],
  [
    'b15-queue-quota-is-no-mailbox.txt',
    ['SEND_RATE', 'SERVER_BUSY', 'SEND_DELAYED'],
    { turn: 'nobody', lasts: 'passes' },
  ],
  ['b16-not-in-recipient-list.txt', ['SEND_RECIPIENT_UNKNOWN'], FINAL],
  ['b20-policy-refusal-579.txt', ['SEND_BLOCKED', 'SEND_CONTENT'], { lasts: 'stays' }],
  ['b21-recipients-refused-541.txt', ['SEND_RECIPIENT_UNKNOWN'], FINAL],
  ['b25-unusual-activity-546.txt', ['SEND_ACCOUNT_BLOCKED', 'SEND_RATE']],
  ['b34-sender-prohibited-by-spf.txt', ['SEND_UNAUTHENTICATED'], { turn: 'admin', lasts: 'stays' }],
  ['b37-trying-to-use-me-as-a-relay.txt', ['SEND_RELAY_DENIED'], FINAL],
  ['b38-client-rejected-relaying-spammer.txt', ['SEND_LISTED', 'SEND_BLOCKED'], { lasts: 'stays' }],
  ['b40-unknown-words.txt', ['SEND_RECIPIENT_UNKNOWN', 'SEND_RECIPIENT_DISABLED'], FINAL],
  ['b41-unknown-words.txt', ['SEND_RECIPIENT_UNKNOWN', 'SEND_RECIPIENT_DISABLED'], FINAL],
  ['b42-unknown-words.txt', ['SEND_RECIPIENT_UNKNOWN', 'SEND_RECIPIENT_DISABLED'], FINAL],
  ['b43-unknown-words.txt', ['SEND_RECIPIENT_UNKNOWN', 'SEND_RECIPIENT_DISABLED'], FINAL],
  ['b44-unknown-words.txt', ['SEND_RECIPIENT_UNKNOWN', 'SEND_RECIPIENT_DISABLED'], FINAL],
  ['b45-unknown-words.txt', ['SEND_RECIPIENT_UNKNOWN', 'SEND_RECIPIENT_DISABLED'], FINAL],
  ['b47-unknown-words.txt', ['SEND_RECIPIENT_UNKNOWN', 'SEND_RECIPIENT_DISABLED'], FINAL],
  ['b48-unknown-words.txt', ['SEND_RECIPIENT_UNKNOWN', 'SEND_RECIPIENT_DISABLED'], FINAL],
  ['b52-mail-from-must-equal.txt', ['SEND_AS_DENIED'], FINAL],
  ['b53-mail-from-same-as-authorization.txt', ['SEND_AS_DENIED'], FINAL],
  ['b54-relaying-disallowed-as.txt', ['SEND_AS_DENIED'], FINAL],
  ['b58-too-many-emails.txt', ['SEND_RATE', 'SEND_ACCOUNT_BLOCKED']],
  ['b59-sasl-name-too-fast.txt', ['SEND_RATE'], { turn: 'nobody', lasts: 'passes' }],
  ['b61-sender-frequency.txt', ['SEND_RATE'], { turn: 'nobody', lasts: 'passes' }],
  ['b63-headers-not-compliant.txt', ['SEND_FORMAT'], FINAL],
  ['b64-from-header-missing.txt', ['SEND_FORMAT'], FINAL],
]

/** Collected refusals of messages and of bounces: the texts stand in test/cases/sending. */
export const COLLECTED_SENDING: readonly CollectedCase[] = [...BOUNCED, ...REPLIES]
