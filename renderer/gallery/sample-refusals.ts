import { smtpReply, type ServerReply } from '#shared/domain/server-reply.ts'

/** What servers say about a message, one for every cause that has words of its own. */
export const SEND_REFUSALS: readonly ServerReply[] = [
  smtpReply(451, '4.7.1', 'Greylisting in action, please come back later'),
  smtpReply(550, '5.7.26', 'This mail is unauthenticated: SPF and DKIM did not pass'),
  smtpReply(554, '5.7.1', 'Client host [192.0.2.1] blocked using zen.spamhaus.org'),
  smtpReply(554, '5.7.1', 'Message rejected as spam by Content Filtering'),
  smtpReply(552, '5.7.0', 'This message was blocked because its content presents a potential security issue'),
  smtpReply(550, '5.7.133', 'RESOLVER.RST.SenderNotAuthenticatedForGroup'),
  smtpReply(550, '5.2.1', 'The email account that you tried to reach is disabled'),
  smtpReply(550, '5.1.2', 'Host or domain name not found'),
  smtpReply(451, '4.4.1', 'Connection timed out'),
  smtpReply(554, '5.4.6', 'Too many hops, mail loop detected'),
  smtpReply(550, '5.1.8', 'Sender address rejected: Domain not found'),
  smtpReply(550, '5.7.25', 'The IP address sending this message does not have a PTR record'),
  smtpReply(550, '5.1.8', 'Access denied, bad outbound sender'),
  smtpReply(550, '5.6.0', 'Message is not RFC 5322 compliant'),
  smtpReply(452, '4.5.3', 'Too many recipients'),
  smtpReply(552, '5.3.4', 'Message size exceeds fixed limit'),
  smtpReply(552, '5.2.2', 'Mailbox over quota'),
  smtpReply(550, '5.1.1', 'User unknown in virtual mailbox table'),
  smtpReply(550, '5.7.60', 'SMTP; Client does not have permissions to send as this sender'),
  smtpReply(550, '5.4.5', 'Daily sending limit exceeded'),
  smtpReply(550, '5.7.1', 'Message refused by local policy'),
  smtpReply(554, '5.7.1', 'Relay access denied'),
  smtpReply(550, '5.7.68', 'Direct Send not allowed for this organization from unauthorized sources'),
]
