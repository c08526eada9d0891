import type { HeardCase } from './heard-case.ts'

/** Refusals of messages, as the servers of the public put them. */
export const THIRD_DELIVERY: readonly HeardCase[] = [
  // Exim, Postfix, Sendmail, Haraka and others as they really say it
  [
    '550-Verification failed for <anna@example.org>\n550-Unrouteable address\n550 Sender verify failed',
    ['SEND_SENDER_UNKNOWN'],
  ],
  [
    "550 5.1.1 <berta@example.net>: Recipient address rejected: undeliverable address: host mail.example.net[192.0.2.4] said: 550 5.1.1 User doesn't exist (in reply to RCPT TO command)",
    ['SEND_RECIPIENT_UNKNOWN'],
  ],
  [
    '450 4.1.1 <berta@example.net>: Recipient address rejected: unverified address: connect to mx.example.net[192.0.2.4]:25: Connection timed out',
    ['SEND_DELAYED', 'SEND_UNREACHABLE'],
  ],
  ['451 4.7.1 Greylisting in action, please come back in 00:05:00', ['SEND_DELAYED']],
  [
    '450 4.2.0 <berta@example.net>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.net.html',
    ['SEND_DELAYED'],
  ],
  [
    '554 5.7.1 <anna@example.org>: Sender address rejected: Access denied',
    ['SEND_BLOCKED', 'SEND_AS_DENIED'],
  ],
  [
    '553 5.7.1 <anna@example.org>: Sender address rejected: not owned by user berta@example.org',
    ['SEND_AS_DENIED'],
  ],
  ['550 5.7.60 SMTP; Client does not have permissions to send as this sender', ['SEND_AS_DENIED']],
  [
    '554 5.2.252 SendAsDenied; anna@example.org not allowed to send as berta@example.org; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied',
    ['SEND_AS_DENIED'],
  ],
  [
    '550 5.1.8 <noreply@nirgends.example>: Sender address rejected: Domain not found',
    ['SEND_SENDER_UNKNOWN'],
  ],
  ['450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.4]', ['SEND_NO_REVERSE_NAME']],
  [
    '550 5.7.25 [192.0.2.4] The IP address sending this message does not have a PTR record setup, or the corresponding forward DNS entry does not point to the sending IP. As a policy, Gmail does not accept messages from IPs with missing PTR records.',
    ['SEND_NO_REVERSE_NAME'],
  ],
  [
    '550 5.7.26 This mail has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. Authentication results: DKIM = did not pass SPF [example.org] with ip: [192.0.2.4] = did not pass',
    ['SEND_UNAUTHENTICATED'],
  ],
  [
    '421 4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been temporarily rate limited.',
    ['SEND_RATE'],
  ],
  [
    '550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to https://support.google.com/a/answer/166852',
    ['SEND_RATE'],
  ],
  [
    '552 5.2.2 The email account that you tried to reach is over quota. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaPerm',
    ['SEND_MAILBOX_FULL'],
  ],
  [
    '552 5.7.0 This message was blocked because its content presents a potential security issue. To review our message content and attachment content guidelines, go to https://support.google.com/mail/?p=BlockedMessage',
    ['SEND_ATTACHMENT', 'SEND_CONTENT'],
  ],
  [
    '550 5.2.1 The email account that you tried to reach is inactive. For more information, go to https://support.google.com/mail/?p=DisabledUser',
    ['SEND_RECIPIENT_DISABLED'],
  ],
  [
    '450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.',
    ['SEND_RATE', 'SEND_DELAYED'],
  ],
  [
    '550 5.7.1 Our system has detected that this message is likely unsolicited mail. To reduce the amount of spam sent to Gmail, this message has been blocked.',
    ['SEND_CONTENT'],
  ],
  [
    '550 5.7.520 Access denied, Your organization does not allow external forwarding. Please contact your administrator for further assistance. AS(7555)',
    ['SEND_BLOCKED'],
  ],
  [
    '550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653 AS(7230)',
    ['SEND_BLOCKED', 'SEND_LISTED', 'SEND_ACCOUNT_BLOCKED'],
  ],
  [
    "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
    ['SEND_RATE'],
  ],
  [
    '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group',
    ['SEND_RECIPIENT_RESTRICTED'],
  ],
  [
    '550 5.7.129 RESOLVER.RST.RestrictedToRecipientsPermission; not authorized',
    ['SEND_RECIPIENT_RESTRICTED'],
  ],
  ['550 5.4.14 Hop count exceeded - possible mail loop ATTR34', ['SEND_LOOP']],
  [
    '550 5.4.310 DNS domain nirgends.example does not exist [Message=InfoDomainNonexistent]',
    ['SEND_DOMAIN_UNKNOWN'],
  ],
  [
    '550 5.5.500 The SMTP service is unavailable for the address',
    [
      'SEND_RECIPIENT_UNKNOWN',
      'REPLY_BY_STATUS',
      'REPLY_UNKNOWN',
      'SEND_RECIPIENT_DISABLED',
      'SEND_UNREACHABLE',
    ],
  ],
  [
    '451 4.7.500 Server busy. Please try again later from [192.0.2.4]. (S77719)',
    ['SERVER_BUSY', 'SEND_RATE', 'SEND_DELAYED'],
  ],
  [
    '550 5.7.511 Access denied, banned sender[192.0.2.4]. To request removal from this list please forward this message to delist@messaging.microsoft.com',
    ['SEND_LISTED'],
  ],
  [
    '550 5.7.1 Service unavailable, Client host [192.0.2.4] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/query/ip/192.0.2.4 (AS16012611)',
    ['SEND_LISTED'],
  ],
  [
    '421 4.7.0 [TSS04] Messages from 192.0.2.4 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
    ['SEND_RATE', 'SEND_LISTED', 'SEND_DELAYED'],
  ],
  [
    "554 delivery error: dd This user doesn't have a yahoo.com account (berta@yahoo.com) [-9] - mta1234.mail.bf1.yahoo.com",
    ['SEND_RECIPIENT_UNKNOWN'],
  ],
  [
    '554 delivery error: dd Sorry, your message to berta@yahoo.com cannot be delivered. This mailbox is disabled (554.30).',
    ['SEND_RECIPIENT_DISABLED'],
  ],
  ['552 1 Requested mail action aborted, mailbox not found', ['SEND_RECIPIENT_UNKNOWN']],
  [
    '550 Requested action not taken: mailbox unavailable\n550 For explanation visit https://postmaster.gmx.net/en/error-messages?ip=192.0.2.4&c=rdm',
    ['SEND_RECIPIENT_UNKNOWN', 'SEND_BLOCKED', 'REPLY_UNKNOWN', 'SEND_RECIPIENT_DISABLED'],
  ],
  [
    '554-gmx.net (mxgmx101) Nemesis ESMTP Service not available\n554-No SMTP service\n554-IP address is black listed.\n554 For explanation visit http://postmaster.gmx.com/en/error-messages?ip=192.0.2.4&c=bip',
    ['SEND_LISTED'],
  ],
  [
    '550-Requested action not taken: mailbox unavailable\n550-Reject due to policy restrictions.\n550 For explanation visit https://postmaster.1und1.de/de/case?c=hi&i=ip',
    ['SEND_BLOCKED'],
  ],
  [
    '554 IP=192.0.2.4 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)',
    ['SEND_LISTED', 'SEND_BLOCKED'],
  ],
  ['550 Unknown recipient: berta@t-online.example', ['SEND_RECIPIENT_UNKNOWN']],
  [
    '421 mwinf5c04 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104 [104]',
    ['SEND_RATE', 'SERVER_BUSY'],
  ],
  [
    '550 5.2.0 mwinf5c29 ME Mail rejete. Mail rejected. ofr_506 [506]',
    ['SEND_BLOCKED', 'SEND_CONTENT', 'REPLY_BY_STATUS', 'REPLY_UNKNOWN'],
  ],
  [
    '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR204_416 [416]',
    ['SEND_RECIPIENT_UNKNOWN'],
  ],
  ['552 5.2.2 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]', ['SEND_MAILBOX_FULL']],
  [
    '550 5.5.0 Service refuse. Veuillez essayer plus tard. Service refused, please try later. LPN105_304',
    ['SEND_BLOCKED', 'SEND_DELAYED', 'SEND_RATE', 'REPLY_BY_STATUS', 'REPLY_UNKNOWN'],
  ],
  ['550 spam detected', ['SEND_CONTENT']],
  ['554 5.7.1 Spam message rejected; If this is not spam contact abuse@free.fr', ['SEND_CONTENT']],
  [
    '554 5.7.1 [CN02] Message rejected due to local policy. Please visit https://senders.yahooinc.com/',
    ['SEND_BLOCKED', 'SEND_CONTENT'],
  ],
  [
    '550 5.7.1 Your message cannot be accepted as it contains a virus (Eicar-Test-Signature)',
    ['SEND_CONTENT', 'SEND_ATTACHMENT'],
  ],
  ['554 5.7.1 The file "rechnung.exe" attached to this email is not allowed here', ['SEND_ATTACHMENT']],
  ['552 5.3.4 Message size exceeds file system imposed limit', ['SEND_TOO_BIG']],
  ['552 5.3.4 Error: message file too big', ['SEND_TOO_BIG']],
  ['452 4.3.1 Insufficient system storage', ['SERVER_BUSY', 'SEND_DELAYED']],
  ['452 4.5.3 Too many recipients', ['SEND_TOO_MANY_RECIPIENTS']],
  ['550 5.5.3 Too many recipients specified', ['SEND_TOO_MANY_RECIPIENTS']],
  ['550 Message contains bare LF and is violating 822.bis section 2.3', ['SEND_FORMAT']],
  ['521 5.5.2 mail.example.net Error: bare <LF> received', ['SEND_FORMAT']],
  ['554 5.6.0 Message contains NUL characters', ['SEND_FORMAT']],
  ['550 5.6.7 Address requires SMTPUTF8 support but remote server does not offer it', ['SEND_FORMAT']],
  ["553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)", ['SEND_RELAY_DENIED']],
  [
    '550 #5.7.1 Your access to submit messages to this e-mail system has been rejected.',
    ['SEND_BLOCKED', 'SEND_LISTED', 'SEND_RELAY_DENIED'],
  ],
  ['550 #5.1.0 Address rejected.', ['SEND_RECIPIENT_UNKNOWN']],
  ['554 5.7.1 You are not allowed to connect.', ['SERVER_REJECTED', 'SEND_LISTED', 'SEND_BLOCKED']],
  [
    '550 Rejected by header based Anti-Spoofing policy: anna@example.org - https://community.mimecast.com/docs/DOC-1369#550 [abc]',
    ['SEND_BLOCKED', 'SEND_UNAUTHENTICATED', 'SEND_AS_DENIED'],
  ],
  ['550 5.7.0 Local Policy Violation', ['SEND_BLOCKED']],
  ['554 5.4.7 [internal] exceeded max time without delivery', ['SEND_UNREACHABLE']],
  [
    '550 Mailbox is frozen. See http://help.163.com/09/1224/17/5RAJ4LMH00753VB8.html',
    ['SEND_RECIPIENT_DISABLED'],
  ],
  ['550 User not found: berta@163.com', ['SEND_RECIPIENT_UNKNOWN']],
  [
    '554 DT:SPM 163 smtp11,D8CowAA3,please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.4&hostid=smtp11&time=1',
    ['SEND_CONTENT'],
  ],
  [
    '553 Requested action not taken: NULL sender is not allowed',
    ['SEND_SENDER_UNKNOWN', 'SEND_FORMAT', 'SEND_BLOCKED', 'SEND_AS_DENIED'],
  ],
  ['553 Mail from must equal authorized user', ['SEND_AS_DENIED']],
  ['501 mail from address must be same as authorization user', ['SEND_AS_DENIED']],
  ['550 Mail content denied. https://service.mail.qq.com/detail/0/612', ['SEND_CONTENT']],
  [
    '550 Mailbox unavailable or access denied [MIWE ip: 192.0.2.4]. https://service.mail.qq.com',
    ['SEND_RECIPIENT_UNKNOWN', 'SEND_BLOCKED', 'REPLY_UNKNOWN', 'SEND_RECIPIENT_DISABLED'],
  ],
  ['550 5.7.1 [B2] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc', ['SEND_CONTENT']],
  [
    '550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=abc or report details to abuse@corp.mail.ru. Error code: ABC.',
    ['SEND_CONTENT'],
  ],
  [
    '550 Access from ip address 192.0.2.4 blocked. Visit http://feedback.smtp.mail.ru/',
    ['SEND_LISTED', 'SEND_BLOCKED'],
  ],
  [
    '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: anna@example.org',
    ['SEND_AS_DENIED'],
  ],
  ['454 Throttling failure: Maximum sending rate exceeded.', ['SEND_RATE']],
  ['454 Throttling failure: Daily message quota exceeded.', ['SEND_RATE']],
  ['550 Unauthenticated senders not allowed', ['AUTH_REQUIRED', 'SEND_RELAY_DENIED']],
  ['451 Authentication failed: You have exceeded your messaging limits', ['SEND_RATE']],
  ['Benutzer hat zu viele Mails versendet. 550 5.7.1 Sending limit exceeded for today', ['SEND_RATE']],
  ['550 5.1.1 <berta@example.net> Empfänger unbekannt', ['SEND_RECIPIENT_UNKNOWN']],
  ['550 5.2.2 Postfach des Empfängers ist voll', ['SEND_MAILBOX_FULL']],
  ['551 not our user, please try <berta@example.com>', ['SEND_RECIPIENT_UNKNOWN']],
]
