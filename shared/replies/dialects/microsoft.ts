import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** Microsoft 365, Outlook.com and Exchange: long numbers of their own, and the names of inner parts. */
export const MICROSOFT: readonly ReplyLine[] = [
  { means: 'SEND_RATE', words: /submission quota|recipient limit exceeded|message rate limit/i },
  { means: 'SEND_RATE', status: ['5.1.90', '5.2.122', '5.2.121'] },
  { means: 'SEND_RATE', words: /sender thread limit/i },
  { means: 'SEND_DELAYED', words: /STOREDRV\.Deliver.{0,80}limit exceeded/i },
  { means: 'SEND_DELAYED', status: ['4.3.2'], words: /STOREDRV/ },
  { means: 'SEND_DELAYED', status: ['4.7.500', '4.7.650', '4.7.700', '4.7.750'] },
  { means: 'SEND_MAILBOX_FULL', words: /ShutoffQuotaExceeded|QuotaExceededException/ },
  { means: 'SEND_AS_DENIED', words: /SendAsDenied/ },
  { means: 'SEND_AS_DENIED', status: ['5.7.60', '5.2.252'] },
  { means: 'AUTH_REQUIRED', status: ['5.7.57'] },
  // Mail without a sign-in from an address of the organisation itself, at the server of its own MX.
  { means: 'SEND_DIRECT_REFUSED', status: ['5.7.68'] },
  { means: 'SEND_DIRECT_REFUSED', words: /direct send not allowed/i },
  { means: 'SEND_RELAY_DENIED', status: ['5.7.64'] },
  { means: 'SEND_RELAY_DENIED', words: /TenantAttribution/ },
  {
    means: 'SEND_RECIPIENT_RESTRICTED',
    words: /RESOLVER\.RST\.(Not|Sender(?!Size)|Restrict|Auth)|NotAuthenticatedFor/,
  },
  {
    means: 'SEND_RECIPIENT_RESTRICTED',
    status: ['5.7.12', '5.7.124', '5.7.133', '5.7.134', '5.7.135', '5.7.136'],
  },
  { means: 'SEND_RECIPIENT_UNKNOWN', words: /RESOLVER\.ADR\.\w{0,20}NotFound|Recip(ient)?NotFound/i },
  // Mail is turned away at the edge for every address that is not in the organisation's directory.
  { means: 'SEND_RECIPIENT_UNKNOWN', status: ['5.4.1'], words: /recipient address(es)? (were )?rejected/i },
  { means: 'SEND_ACCOUNT_BLOCKED', words: /bad outbound sender|spam abuse detected|tenant has exceeded/i },
  { means: 'SEND_ACCOUNT_BLOCKED', status: ['5.7.501', '5.7.502', '5.7.503', '5.7.705', '5.7.750'] },
  { means: 'SEND_LISTED', words: /banned send(ing IP|er)|\(S3140\)|\(S3150\)/i },
  { means: 'SEND_LISTED', status: ['5.7.606', '5.7.511', '5.7.708'] },
  { means: 'SEND_UNAUTHENTICATED', status: ['5.7.509', '5.7.515'] },
  { means: 'SEND_LOOP', status: ['5.4.14'] },
  { means: 'SEND_DOMAIN_UNKNOWN', status: ['5.4.310'] },
  {
    means: 'SEND_UNREACHABLE',
    status: ['x.4.300', 'x.4.312', 'x.4.316', 'x.4.317'],
  },
  { means: 'SEND_FORMAT', status: ['5.6.11', '5.1.20'] },
  // Said of a token for a second account, and with a password of a protocol that is switched off.
  { means: 'AUTH_TOKEN_OTHER_ACCOUNT', words: /authenticated but not connected/i },
]
