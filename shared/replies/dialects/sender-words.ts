import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** The sender's own account was stopped, mostly because it sent spam. */
const ACCOUNT: readonly ReplyLine[] = [
  {
    means: 'SEND_ACCOUNT_BLOCKED',
    words:
      /\b(your|sender|sender's|sending|this smtp)( (e-?mail|mail|smtp|user|hosting|sending)){0,2} (account|mailbox)\b[^.;]{0,50}\b(blocked|suspended|disabled|locked|restricted|deactivated|limited|frozen|banned)/i,
  },
  {
    means: 'SEND_ACCOUNT_BLOCKED',
    words:
      /\b(outgoing|outbound)\b[^.;]{0,40}\b(blocked|suspended|suspension|disabled|stopped)|sending( e-?mails?| mails?| messages?| access| privileges?| ability| functions?)( (has|have|is|are|was|were)( been)?)?( currently| temporarily)? (blocked|suspended|suspension|disabled|restricted|stopped|prohibited|held)|sending (has been |is |was )?(suspended|paused|disabled)/i,
  },
  {
    means: 'SEND_ACCOUNT_BLOCKED',
    words:
      /(blocked|suspended|disabled|restricted|banned|prohibited|locked) (from|for) sending|to (continue|resume|restore) sending|(unusual|suspicious) (sending|account|outbound) activity|outbounds? disabled|account[\w ]{0,20} (compromised|hacked|abused)|compromised (account|user)/i,
  },
]

const ADDRESS: readonly ReplyLine[] = [
  {
    means: 'SEND_SENDER_UNKNOWN',
    words:
      /sender verif(y|ication)|sender (e-?mail )?address rejected: (domain|undeliverable)|\b(valid|resolve|find|no|empty) (a )?(valid )?(mx )?(for )?sender domain|sender domain is (empty|invalid)|bogus mail from|unroutea?ble sender|domain name (is )?required for sender|(null|empty)( envelope)? senders? (is |are )?not (allowed|accepted)|sender address rejected: (domain not found|undeliverable|unverified|malformed|unknown|need fully)|verification failed for|domain of sender[^;]{0,60}(not|must|n't)/i,
  },
  {
    means: 'SEND_SENDER_UNKNOWN',
    words:
      /\b(sender|return|from|envelope sender|reverse)('s)?[- ]?(e-?mail |mail )?(path|address|domain|host)?\b[^.;]{0,40}\b(invalid|does not exist|doesn't exist|not exist|unknown|not (be )?(found|valid|resolve\w?|verified to exist)|cannot be resolved|couldn't be (found|verified)|no (mx|a) records?|unresolv\w{1,5}|has no mx)|(invalid|unknown|bad|malformed|illegal|unresolvable|nonexistent)( or \w{1,12})? (sender|return[- ]path|reverse-path|envelope sender|from address|mail from)/i,
  },
  {
    means: 'SEND_AS_DENIED',
    words:
      /not owned by|\bsend ?as\b(?! (many|much|soon|long))|not (authori[sz]ed|allowed|permitted) to (send|use|submit)[\w ]{0,20}\b(as|from|behalf|sender|using)\b|(sender|from|return)( e-?mail)?( address)?( @)? (is |was )?(not allowed|rejected|denied|not permitted|not authori[sz]ed)|sender address rejected|not (a )?verified\b[^;]{0,30}(sender|identit|following)|sender identity|relaying disallowed as|sender is not allowed to relay/i,
  },
  {
    means: 'SEND_AS_DENIED',
    words:
      /\b(mail ?from|from|sender|envelope)\b[^.;]{0,50}\b(must|should|does not|doesn't|do not|don't|not|has to)( be)?( the)? (equal|same|match|identical|correspond|belong)|not match[\w ]{0,20}(auth|login|logged|account|user)|(must|should) (be )?(the )?(same as|equal|match)[^.;]{0,40}(auth|login|account|user)|(local|authenticated|own) (user|users|senders?) only|e-?mail address is not verified/i,
  },
]

const RELAY: readonly ReplyLine[] = [
  {
    means: 'SEND_RELAY_DENIED',
    words:
      /relay(ing)?( access| mail| to @| to <@>)?( is| was)? (denied|not permitted|not allowed|prohibited|disallowed|refused|rejected|forbidden|restricted|disabled|attempt)|not (permitted|allowed|authori[sz]ed) to relay|(unable|refus\w{1,4}|denied|attempt) to relay|(can|do|does|will|won't|can't)(n't|not| not)? (accept |allow )?relay|as (a|an open) relay|not configured to relay|insecure (mail )?relay|non-local (e-?mail )?address|rcpthosts|delivery is not allowed to this address|no relay/i,
  },
]

const HOST: readonly ReplyLine[] = [
  {
    means: 'SEND_NO_REVERSE_NAME',
    words:
      /forward dns|reverse[- ]?(dns|hostname|lookup|name|mapping|resolution|record)|\bPTR\b|find (your|a)? ?(reverse )?hostname|\brdns\b|helo command rejected|(invalid|bad|illegal|unacceptable) (helo|ehlo)|(helo|ehlo)(?! or )[^.;]{0,40}(invalid|rejected|not resolve|mismatch|does not match|fully)|(ip|client|host)[\w ]{0,20} (has no|without) (a )?(name|hostname|dns)|ip name lookup|(cannot|can't|could not) resolve your (address|ip|host)|mismatch\w{0,4} client ip|may not be mail exchanger|unresolvable relay host/i,
  },
]

/** Who sends, in whose name, and from which computer. */
export const SENDER_WORDS: readonly ReplyLine[] = [...ACCOUNT, ...ADDRESS, ...RELAY]
export const HOST_WORDS: readonly ReplyLine[] = HOST
