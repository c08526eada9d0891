import type { HeardCase } from './heard-case.ts'

/** Bounces in the words that people paste. */
export const THIRD_BOUNCES: readonly HeardCase[] = [
  [
    'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  berta@example.net\n    host mx.example.net [192.0.2.4]\n    SMTP error from remote mail server after RCPT TO:<berta@example.net>:\n    550 5.1.1 <berta@example.net>: Recipient address rejected: User unknown in virtual mailbox table',
    ['SEND_RECIPIENT_UNKNOWN'],
  ],
  [
    'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its recipients. This is a permanent error. The following address(es) failed:\n\n  berta@nirgends.example\n    all relevant MX records point to non-existent hosts',
    ['SEND_DOMAIN_UNKNOWN', 'SEND_UNREACHABLE'],
  ],
  ['  berta@example.net\n    retry timeout exceeded', ['SEND_UNREACHABLE']],
  [
    '  berta@example.net\n    lowest numbered MX record points to local host',
    ['SEND_DOMAIN_UNKNOWN', 'SEND_LOOP', 'REPLY_UNKNOWN', 'SEND_UNREACHABLE'],
  ],
  [
    "This is the mail system at host mail.example.org.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\n<berta@example.net>: Host or domain name not found. Name service error for name=example.net type=MX: Host not found",
    ['SEND_DOMAIN_UNKNOWN'],
  ],
  ['<berta@example.net>: connect to mx.example.net[192.0.2.4]:25: Connection refused', ['SEND_UNREACHABLE']],
  ['<berta@example.net>: mail forwarding loop for berta@example.net', ['SEND_LOOP']],
  ['<berta@example.org>: unknown user: "berta"', ['SEND_RECIPIENT_UNKNOWN']],
  [
    '<berta@example.org>: maildir delivery failed: error writing message: Disk quota exceeded',
    ['SEND_MAILBOX_FULL'],
  ],
  [
    "Hi. This is the qmail-send program at mail.example.org.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<berta@example.net>:\n192.0.2.4 does not like recipient.\nRemote host said: 550 5.1.1 unknown user\nGiving up on 192.0.2.4.",
    ['SEND_RECIPIENT_UNKNOWN'],
  ],
  ['<berta@example.net>:\nSorry, no mailbox here by that name. (#5.1.1)', ['SEND_RECIPIENT_UNKNOWN']],
  [
    "<berta@example.net>:\nSorry, I couldn't find any host named example.net. (#5.1.2)",
    ['SEND_DOMAIN_UNKNOWN'],
  ],
  ['<berta@example.net>:\nuser is over quota', ['SEND_MAILBOX_FULL']],
  [
    'Diese E-Mail wurde automatisch erzeugt. Ihre Nachricht an berta@example.net konnte nicht zugestellt werden: Das Postfach des Empfängers existiert nicht.',
    ['SEND_RECIPIENT_UNKNOWN'],
  ],
  [
    "Address not found\nYour message wasn't delivered to berta@example.net because the address couldn't be found, or is unable to receive mail.\nThe response was:\n550 5.1.1 The email account that you tried to reach does not exist.",
    ['SEND_RECIPIENT_UNKNOWN'],
  ],
  [
    'Message blocked\nYour message to berta@example.net has been blocked. See technical details below for more information.\nThe response from the remote server was:\n550 5.7.1 Message rejected due to content restrictions',
    ['SEND_CONTENT', 'SEND_BLOCKED'],
  ],
  [
    "Recipient inbox full\nYour message couldn't be delivered to berta@gmail.com. Their inbox is full, or it's getting too much mail right now.",
    ['SEND_MAILBOX_FULL'],
  ],
  ['You have reached a limit for sending mail. Your message was not sent.', ['SEND_RATE']],
  [
    "Adresse introuvable\nVotre message n'a pas pu être remis à berta@example.net, car l'adresse est introuvable ou ne peut pas recevoir de messages.",
    ['SEND_RECIPIENT_UNKNOWN'],
  ],
  [
    "Your message to berta@example.net couldn't be delivered.\nberta wasn't found at example.net.",
    ['SEND_RECIPIENT_UNKNOWN'],
  ],
  [
    "Your message to berta@example.net couldn't be delivered.\nThe group only accepts messages from people in its organization or on its allowed senders list, and your email address isn't on the list.",
    ['SEND_RECIPIENT_RESTRICTED'],
  ],
  [
    'Ihre Nachricht an berta@example.net konnte nicht zugestellt werden.\nDas Postfach des Empfängers ist voll und kann zurzeit keine Nachrichten annehmen.',
    ['SEND_MAILBOX_FULL'],
  ],
  [
    "Delivery has failed to these recipients or groups:\n\nberta@example.net\nThe recipient's mailbox is full and can't accept messages now. Please try resending your message later, or contact the recipient directly.",
    ['SEND_MAILBOX_FULL'],
  ],
  [
    'Delivery has failed to these recipients or groups:\n\nberta@example.net\nThis message is too large. Please make the message smaller and try sending it again.',
    ['SEND_TOO_BIG'],
  ],
  [
    'Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\nberta@example.net\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden. Überprüfen Sie die E-Mail-Adresse des Empfängers, und versuchen Sie, die Nachricht erneut zu senden.',
    ['SEND_RECIPIENT_UNKNOWN'],
  ],
  [
    '   ----- The following addresses had permanent fatal errors -----\n<berta@example.net>\n    (reason: 553 5.3.0 <berta@example.net>... Addressee unknown, relay=[192.0.2.4])',
    ['SEND_RECIPIENT_UNKNOWN'],
  ],
  [
    '    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n    **********************************************\n\n   ----- Transcript of session follows -----\n<berta@example.net>... Deferred: Connection timed out with mx.example.net.\nWarning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old',
    ['SEND_DELAYED', 'SEND_UNREACHABLE'],
  ],
  [
    '抱歉,您的邮件被退回来了……\n原邮件信息: 时间 2026-11-01\n退信原因: 收件人邮箱空间已满 (berta@qq.com) 。',
    ['SEND_MAILBOX_FULL'],
  ],
  ['退信原因: 收件人邮件地址(berta@qq.com)不存在,邮件无法送达。', ['SEND_RECIPIENT_UNKNOWN']],
  [
    '您的邮件被退回。host mx.example.net[192.0.2.4] said: 550 5.7.1 SPF check failed',
    ['SEND_UNAUTHENTICATED'],
  ],
]
