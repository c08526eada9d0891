import type { ReplyLine } from '#shared/replies/reply-line.ts'
import { SIGN_IN_WORDS } from '#shared/replies/sign-in-lines.ts'

/** IMAP, POP3 or SMTP is not open for the account; the password may be right. */
const SWITCHED_OFF =
  /\b(?:IMAP|POP3?|SMTP)4?(?:[/-](?:IMAP|POP3?|SMTP))?(?: access| service| protocol| login| settings?)?(?: is| has been)? (?:disabled|switched off|turned off|not enabled|not (?:been )?activated|not open(?:ed)?|deaktiviert|nicht aktiviert)/i
const SWITCHED_OFF_GERMAN =
  /\b(?:IMAP|POP3?|SMTP)\b[^.;]{0,60}\bnicht (?:freigeschaltet|freigegeben|aktiviert|erlaubt|eingeschaltet)/i
const SWITCH_ON = /\b(?:enable|allow|activate|turn on|open) (?:the )?(?:IMAP|POP3?)\b/i
/** Yandex and Mail.ru, 163, Zoho, Zimbra. */
const NO_RIGHT =
  /(?:no|not have|hasn't|without) (?:the )?(?:access )?(?:rights?|permissions?) (?:to|for|on) (?:access )?(?:this|the|imap|pop3?|smtp) ?(?:service|protocol)?|^user has no permission\W*$|not (?:allowed|authori[sz]ed|permitted|enabled) (?:to (?:use|access)|for) (?:this service|the service|imap|pop3?|external)|(?:is )?not enabled for (?:imap|pop)/i

/** What servers of every make say about a sign-in in words, whatever number stands before them. */
export const SIGN_IN_DIALECT: readonly ReplyLine[] = [
  { means: 'AUTH_PROTOCOL_DISABLED', words: SWITCHED_OFF },
  { means: 'AUTH_PROTOCOL_DISABLED', words: SWITCHED_OFF_GERMAN },
  { means: 'AUTH_PROTOCOL_DISABLED', words: SWITCH_ON },
  { means: 'AUTH_PROTOCOL_DISABLED', words: NO_RIGHT },
  {
    means: 'AUTH_ENCRYPTION_REQUIRED',
    words:
      /AUTH command used when not advertised|only available under a layer|plaintext authentication (not allowed|disallowed|disabled)/i,
  },
  { means: 'AUTH_ENCRYPTION_REQUIRED', status: ['x.7.10', 'x.7.11'] },
  SIGN_IN_WORDS,
  { means: 'AUTH_REQUIRED', words: /not authenticated to send (?:anonymous )?(?:e?-?mail|messages)/i },
  {
    means: 'AUTH_NONE_USABLE',
    code: [500, 502, 503],
    words:
      /auth(?:entication)?(?: command| mechanism)?(?: is)? (?:not (?:enabled|available|supported|implemented|advertised)|disabled|unavailable)|(?:command )?(?:unrecogni[sz]ed|unknown)(?: command)?\W{1,4}auth\b/i,
  },
  // 163 and its sisters, to mail programs that they do not know.
  { means: 'AUTH_NOT_PERMITTED', words: /\bunsafe login\b/i },
  { means: 'AUTH_NOT_PERMITTED', response: ['AUTHORIZATIONFAILED', 'NOPERM'] },
  { means: 'SEND_MAILBOX_FULL', response: ['OVERQUOTA'] },
]
