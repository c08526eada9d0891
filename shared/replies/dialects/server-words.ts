import type { ReplyLine } from '#shared/replies/reply-line.ts'
import { SIGN_IN_WORDS } from '#shared/replies/sign-in-lines.ts'

/** What Postfix, Exim, Dovecot, qmail and their relatives say in words, whatever number stands before them. */
const SIGN_IN: readonly ReplyLine[] = [
  {
    means: 'AUTH_PROTOCOL_DISABLED',
    words: /\b(IMAP|POP3?)4?( access)? (is )?(disabled|switched off|not enabled|deaktiviert)/i,
  },
  { means: 'AUTH_PROTOCOL_DISABLED', words: /\b(enable|allow|activate) (IMAP|POP3?)\b/i },
  {
    means: 'AUTH_ENCRYPTION_REQUIRED',
    words:
      /AUTH command used when not advertised|only available under a layer|plaintext authentication (not allowed|disallowed|disabled)/i,
  },
  { means: 'AUTH_ENCRYPTION_REQUIRED', status: ['x.7.10', 'x.7.11'] },
  SIGN_IN_WORDS,
  { means: 'AUTH_NONE_USABLE', code: [503], words: /authentication not enabled/i },
  { means: 'AUTH_NOT_PERMITTED', response: ['AUTHORIZATIONFAILED', 'NOPERM'] },
  { means: 'SEND_MAILBOX_FULL', response: ['OVERQUOTA'] },
]

const ADDRESSES: readonly ReplyLine[] = [
  {
    means: 'SEND_UNAUTHENTICATED',
    words:
      /\b(SPF|DKIM|DMARC)\b.{0,80}\b(fail|not|reject|denied|policy|did)|(fail|reject|policy|block).{0,60}\b(SPF|DKIM|DMARC)\b|openspf\.|unauthenticated (e-?mail|mail|sender)/i,
  },
  {
    means: 'SEND_SENDER_UNKNOWN',
    words:
      /sender verif(y|ication)|sender address rejected: (domain not found|undeliverable|unverified)|verification failed for|domain of sender.{0,60}(not|must)/i,
  },
  {
    means: 'SEND_AS_DENIED',
    words:
      /not owned by|send ?as|not (authori[sz]ed|allowed|permitted) to (send|use).{0,20}(as|from|behalf|sender)|sender address rejected/i,
  },
  {
    means: 'SEND_RELAY_DENIED',
    words:
      /relay(ing)?( access)?( is)? (denied|not permitted|not allowed|prohibited)|not permitted to relay|(unable|not allowed) to relay|(can|do|does)(n't|not| not) relay|rcpthosts/i,
  },
  {
    means: 'SEND_DOMAIN_UNKNOWN',
    words:
      /no such domain|null ?mx|domain.{0,80}(not found|does not exist|couldn't be found|does not accept mail)|host or domain name not found|couldn't find any host|all relevant mx records|unknown (host|domain)|nxdomain|unrouteable (mail )?domain/i,
  },
  {
    means: 'SEND_RECIPIENT_DISABLED',
    words:
      /(mailbox|account|user|recipient|address)[^.;]{0,60}\b(disabled|inactive|suspended|deactivated|closed|no longer (active|valid|available|in use|on server))/i,
  },
  {
    means: 'SEND_RECIPIENT_UNKNOWN',
    words:
      /user (is )?(unknown|not found)|unknown (user|recipient|mailbox|local|address)|no such (user|mailbox|recipient|person|address)|no mailbox here|invalid (recipient|mailbox)|(recipient|mailbox|address|user) (unknown|not found)|unrouteable address|address rejected: undeliverable/i,
  },
  {
    means: 'SEND_RECIPIENT_UNKNOWN',
    words:
      /(user|recipient|mailbox|address|account)[^.;]{0,80}(does not|doesn't|do not) exist|(doesn't|does not) have an? [\w.-]{1,60} account|address (couldn't be|wasn't|not) found/i,
  },
  { means: 'SEND_RECIPIENT_UNKNOWN', code: [550, 553], words: /mailbox (is )?unavailable/i },
]

const LIMITS: readonly ReplyLine[] = [
  { means: 'SEND_DELAYED', words: /gr[ae]y-?list|postgrey/i },
  {
    means: 'SEND_MAILBOX_FULL',
    words:
      /over (the )?(storage )?quota|quota (has been |is )?(exceeded|full)|exceed(ed|s)? (the |its |his |their |storage |mailbox )*quota|mailbox[^.;]{0,40} full|mailbox size limit|out of storage space|insufficient mailbox/i,
  },
  { means: 'SEND_TOO_MANY_RECIPIENTS', words: /too many recipients/i },
  {
    means: 'SEND_TOO_BIG',
    words:
      /message (size|length)? ?(is )?(too (large|big)|exceeds)|exceeds (the )?(maximum|fixed|allowed|size)[^.;]{0,20} (size|limit)|message file too big|size limit/i,
  },
  {
    means: 'SEND_RATE',
    words:
      /rate ?limit|too many (messages|mails|emails|connections)|sending (limit|quota)|throttl|(daily|hourly) [\w ]{0,20}(limit|quota)|exceeded the (maximum )?(number|rate)/i,
  },
  {
    means: 'SEND_LOOP',
    words: /mail (forwarding )?loop|too many (hops|received)|hop count|loops back to myself/i,
  },
]

const TRUST: readonly ReplyLine[] = [
  {
    means: 'SEND_NO_REVERSE_NAME',
    words:
      /reverse (dns|hostname|lookup|name)|\bPTR\b|find your (reverse )?hostname|\brdns\b|helo command rejected|invalid helo/i,
  },
  {
    means: 'SEND_ATTACHMENT',
    words:
      /attachments?\b.{0,60}(not allowed|blocked|prohibited|denied|forbidden|reject|banned)|banned (file|attachment)|(blocked|illegal|forbidden|prohibited) (attachment|file|extension)/i,
  },
  {
    means: 'SEND_CONTENT',
    words:
      /virus|malware|phishing|unsolicited (mail|bulk|email)|(looks|classified|identified|detected|considered|scored|marked|rejected|refused|blocked)[^.;]{0,40} (as |like )?(\w+ )?(spam|junk)\b|spam (message|content|score|mail)|message content|(url|link)s?\b.{0,30}(listed|black)/i,
  },
]

const WAYS: readonly ReplyLine[] = [
  {
    means: 'SEND_FORMAT',
    words:
      /multiple from|bare (lf|cr|line ?feed)|line (is )?too long|rfc ?5?[28]22|headers?\b.{0,30}(missing|invalid|syntax|malformed)|(missing|invalid|malformed) [\w-]{0,20} ?header/i,
  },
  {
    means: 'SEND_UNREACHABLE',
    words:
      /connection (timed out|refused|reset)|lost connection with|no route to host|network (is )?unreachable|(could not|couldn't|unable to|wasn't able to) (connect|establish)|delivery time expired|retry time(out)? (not reached|exceeded)|message expired|too long in (the )?queue|did not respond|not responding/i,
  },
]

export const SERVER_WORDS: readonly ReplyLine[] = [...SIGN_IN, ...ADDRESSES, ...LIMITS, ...TRUST, ...WAYS]
