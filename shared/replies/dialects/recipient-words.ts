import { ADDRESSEE, phrase, WITHIN } from '#shared/replies/dialects/addressees.ts'
import type { ReplyLine } from '#shared/replies/reply-line.ts'

const DOMAIN: readonly ReplyLine[] = [
  {
    means: 'SEND_DOMAIN_UNKNOWN',
    words:
      /no such (domain|host)|null ?mx|\b(domain|host)\b(?![^;]{0,80}\bsaid:)[^;]{0,80}(not found|does not exist|doesn't exist|couldn't be found|could not be (found|resolved)|does not accept mail|isn't valid|is invalid)/i,
  },
  {
    means: 'SEND_DOMAIN_UNKNOWN',
    words:
      /couldn't find any host|(recipient|your) domain must exist|host ?name is unknown|no route (found )?to (domain|the domain)|name service error|domain is not reachable|all relevant mx records|unknown (host|domain)|\b(host|domain) unknown|nxdomain|unrouteable (mail )?domain|no (valid )?(mx|mail exchanger)\b|bad destination (system|host)|illegal host\/domain/i,
  },
  {
    means: 'SEND_DOMAIN_UNKNOWN',
    words:
      /(does not|doesn't|do not|don't|not) (handle|host|accept|receive|serve|responsible for) (e-?mails? |mail |any mail )?(for|to) (that|this|the|your recipient's|@) ?(domain|host)|not (a )?(hosted|local|served) domain|domain (is )?not (hosted|local|configured)/i,
  },
]

const CLOSED = String.raw`(?:disabled|inactive|inactivated|suspended|de-?activated|closed|expired|frozen|locked|blocked|discontinued|terminated|retired|cancell?ed)`

const DISABLED: readonly ReplyLine[] = [
  {
    means: 'SEND_RECIPIENT_DISABLED',
    words: phrase(
      String.raw`\b${ADDRESSEE}\b${WITHIN}\b(?:disabled|inactive|inactivated|suspended|de-?activated|discontinued|terminated|not active|not accepting (?:any )?(?:new )?(?:e-?mails?|mails?|messages)|has (?:been )?moved|no longer (?:active|valid|available|in use|on server|accepts?|accepting|receiv\w{1,4}|employed|works?|with|used|monitored|operational))`,
    ),
  },
  {
    means: 'SEND_RECIPIENT_DISABLED',
    words: phrase(
      String.raw`\b${ADDRESSEE}(?: @| <@>)?:? (?:is |was |has been |are )?(?:currently |temporarily |permanently )?${CLOSED}\b`,
    ),
  },
  {
    means: 'SEND_RECIPIENT_DISABLED',
    words: phrase(
      String.raw`(?<!\bnot (?:a|an) )\b${CLOSED} (?:e-?mail |mail |user |recipient ){0,2}(?:${ADDRESSEE})\b`,
    ),
  },
]

const STOPPED: ReplyLine = {
  means: 'SEND_RECIPIENT_DISABLED',
  words:
    /\bis (currently|temporarily) (suspended|disabled|inactive|deactivated)|temporar(y|ily) (locked|inactive|suspended)|inactivity|suspend the service|bad ?(rcpt|recipient)to|no longer (an employee|on (this |the )?server|valid|with (us|the company)|works here)|mail is not currently being accepted for/i,
}

const RESTRICTED: readonly ReplyLine[] = [
  {
    means: 'SEND_RECIPIENT_RESTRICTED',
    words:
      /recipient preferences|manually blocked senders?|(recipient|user)( id)? refuses? to (accept|receive)|envelope recipient has been denied|permission to (post|send|write)\b|non-?members?\b|members-only|closed mailing list|not subscribed to|organi[sz]ational settings|only (approved|known|registered) senders/i,
  },
  {
    means: 'SEND_RECIPIENT_RESTRICTED',
    words:
      /(not|n't|un)( been)? ?(allowed|authori[sz]ed|permitted|accepted|eligible) to (send|post|write|deliver|submit|e-?mail)( any)?( mails?| messages?| e-?mails?)? (to|in) (this|the|that|these|@|<@)/i,
  },
  {
    means: 'SEND_RECIPIENT_RESTRICTED',
    words:
      /only accepts? (mails?|messages|e-?mails?) from|accepts? (mails?|messages|e-?mails?) only from|only (accepting|takes?) (mails?|messages|e-?mails?)|members? (only|may post)|only [\w ]{0,30}(members|subscribers|senders) (can|may|are)|delivery restriction|internal (use|mail|senders|recipients|addresses) only|only internal/i,
  },
  {
    means: 'SEND_RECIPIENT_RESTRICTED',
    words:
      /\b(recipient|user|addressee|mailbox|account|@)>?\W{0,3} (does not|doesn't|do not|has chosen not to|refuses to|won't|will not|is not) (wish to |want to |want |accept\w{0,3}|receiv\w{1,4}) ?(to )?(receive )?(any )?(mails?|messages|e-?mails?)?( of| from) /i,
  },
  {
    means: 'SEND_RECIPIENT_RESTRICTED',
    words:
      /(blocked|refused|rejected|denied) by (the )?(recipients?|addressee|user)\b(?!'s (server|domain|filter|e-?mail|mail))|recipient('s)? (has |have )?(blocked|refused|rejected|blacklisted) (you|your|mail|messages|the sender)|sender [\w ]{0,30}(by|in) (the )?recipient('s)? (block|black|deny|reject)|on (the |my |his |her |a )?(white|safe|allow)-?list|not (white|safe|allow)-?listed/i,
  },
]

const UNKNOWN: readonly ReplyLine[] = [
  {
    means: 'SEND_RECIPIENT_UNKNOWN',
    words: phrase(
      String.raw`(?<!\bthere's )\b(?:no|not an?|isn't an?|unknown|invalid|non[- ]?exist[ae]nt|bad|illegal|unrecogni[sz]ed|undeliverable|incorrect)`,
      String.raw`(?: (?:such|known|valid|invalid|illegal|local|registered|active|legal|virtual|e-?mail|mail|final|recipient|destination|matching|or|user|smtp|internal|remote|existing)){0,4}`,
      String.raw`\W{1,2}(?:${ADDRESSEE})\b(?!(?: ?(?:name|id))?(?: or|,| and|\/) ?pass)`,
    ),
  },
  {
    means: 'SEND_RECIPIENT_UNKNOWN',
    words: phrase(
      String.raw`\b(?:${ADDRESSEE}|e-?mail)(?:e?s)?\b${WITHIN}(?:\b(?:unknown|non[- ]?exist[ae]nt|no longer exists?|undeliverable|invalid)|(?:\bnot|n't) (?:be |been |an? |currently |yet )?(?:found|known|recogni[sz]ed|registered|exists?|deliverable|present|local|ok|valid\b))`,
    ),
  },
  {
    means: 'SEND_RECIPIENT_UNKNOWN',
    words:
      /not (be )?(listed )?(in|on) (the |our |this |my |a )?[\w &,-]{0,30}\b(directory|address book|(recipient|user|mailbox|account|alias)[\w ]{0,12} (list|table|map|database))/i,
  },
  {
    means: 'SEND_RECIPIENT_UNKNOWN',
    words:
      /user-?unknown|incorrectly addressed|(unable|failed) to (find|locate|resolve) (the |this )?(alias|user|recipient|mailbox|address)|not found in (the )?(ldap|directory|database|table|server)|(doesn't|does not) (handle|accept|take) mail for (that|this) (user|address|recipient)|unknown local[- ]?part|(can't|cannot|can not) accept (this )?(user|recipient|rcpt)|\bno @?[\w.-]{0,60} in (the )?(name )?directory|validrcptto|(?<!sender )(?<!from )@\W{0,3}(is |was )?(not found|unknown\b|not known|does not exist|doesn't exist)|(doesn't|does not) have an? [\w.-]{1,60} account|unroutea?ble address|address rejected: undeliverable|(no|any) ?(one|body) (here )?(by|with|of|has|at) (that|this)( e-?mail| user)? (name|address)|no (longer )?(account|mailbox|user) (of|by|with|for) (that|this)|\bnot (one of )?(our|my) (users?|customers?|recipients?)|recipient not here|\b(wasn't|was not) found at\b|no longer (exists|at this)|addressee unknown|not our customer|(couldn't|could not|can't|cannot|can not) (be )?(find|found|locate|resolve)\w{0,2} (the |this |your |a )?(recipient|user|mailbox|address|account)|(recipient|user|mailbox|address|account)[^.;]{0,30}(couldn't|could not|can't|cannot|can not|wasn't) (be )?(found|located|recogni[sz]ed|verified)/i,
  },
  {
    means: 'SEND_RECIPIENT_UNKNOWN',
    code: [550, 551, 553],
    words: /(mailbox|account|user|recipient) (is |name )?(unavailable|not available|not allowed)/i,
  },
]

/** Which domain, which mailbox: of closed and restricted ones it is said too that mail cannot be delivered there. */
export const RECIPIENT_WORDS: readonly ReplyLine[] = [
  ...DOMAIN,
  ...DISABLED,
  STOPPED,
  ...RESTRICTED,
  ...UNKNOWN,
]
