import type { ServerReply } from '#shared/domain/server-reply.ts'
import type { ReplyLine } from '#shared/replies/reply-line.ts'

/**
 * Words with which a server refuses a sign-in for another reason than the password: they count at a sign-in whatever
 * number or code stands before them, because many servers have one number for all. The particular before the general.
 * SECURITY: every repetition has an upper bound.
 */

/** More connections at once than the server allows: no attempt was one too many (RFC 5530 LIMIT). */
const CONNECTIONS =
  /too many (?:[\w+-]{1,15} ){0,3}(?:connection|session)s?\b|(?:maximum|max\.?|limit)[^.;]{0,40}\b(?:connection|session)s\b|\b(?:connection|session)s?(?: count)? (?:limit|quota)|(?:connection|session)s (?:from|per|for) [^.;]{0,60}(?:exceed|limit)|zu viele (?:[\wäöüß]{1,20} ){0,2}Verbindungen/i

/** Another session holds the mailbox (RFC 1939 section 4: one at a time); the password was right. */
const IN_USE =
  /\b(?:mailbox|mail ?drop|mail ?file|spool|account|inbox|postfach)\b[^.;]{0,40}\b(?:locked by|already (?:locked|in use|open)|in use\b|is busy|being (?:used|accessed)|in verwendung)|lock(?:ed)? (?:by|for) (?:another|other)|\b(?:mailbox|mail ?drop)(?: is)?(?: currently)? (?:locked|busy)\b(?![^;]{0,60}(?:support|admin|contact|abuse))|another (?:[\w-]{1,10} )?session\b|(?:unable to|failed to|could not|couldn't|cannot|can't) (?:lock|get (?:an? )?(?:exclusive )?lock|open locked)/i

/** It counts attempts, or has shut out this account or network for a while. */
const ATTEMPTS =
  /too many|intrusion|brute.?force|fail2ban|temporar(?:y|ily) (?:been )?(?:locked|blocked|banned|denied)|(?:locked|blocked|banned) (?:temporarily|for \d{1,4} ?[a-z])|lock(?:ed)?[- ]?out|login frequency|(?:login|auth\w{0,11}) (?:rate|attempts?) limit|too (?:often|frequent)|vorübergehend gesperrt|zu viele (?:fehl|anmelde|login)/i

/** From where sign-ins are taken at all: waiting changes nothing about it. */
const PLACE =
  /\b(?:country|countries|location|region)\b[^.;]{0,40}\b(?:block|denied|forbidden|not (?:allowed|permitted))|\b(?:blocked|denied|forbidden|disallowed) (?:country|location|region)|geo-?(?:block|ip|fenc)|\bland\b[^.;]{0,30}\bgesperrt/i

/** A limit on sending that is used up, which some services tell at the sign-in already. */
const SENDING_LIMIT =
  /credits?[^.;]{0,20} exceeded|exceeded[^.;]{0,30}\b(?:messaging|sending|sent|e?mail|message) (?:limit|quota|credit)|\b(?:messaging|sending|e?mail|message) (?:limit|quota|credit)s?[^.;]{0,20}\b(?:exceeded|reached|used up)/i

/** Where it came from, or who asks. */
const ADDRESS =
  /\b(?:ip|ip[- ]address|your (?:ip|host|address|network)|client (?:ip|host|address))\b[^;]{0,60}\b(?:block|bann|black|lock|denied|not (?:allowed|permitted))|(?:block|bann)ed (?:ip|address)|ihre ip/i

const PASSWORD_TOO_OLD =
  /password[^.;]{0,30}\b(?:(?:has |is )?expired|(?:must|has to|needs? to|should) be (?:changed|reset|renewed)|change (?:is )?required|reset (?:is )?required)|(?:must|need to|have to|required to|please) (?:first )?(?:change|reset|renew) (?:your |the )?password|expired password|(?:passwort|kennwort)[^.;]{0,30}(?:abgelaufen|geändert werden)|(?:passwort|kennwort) (?:bitte )?(?:ändern|erneuern)/i

/** "… or the account is disabled" only counts up what may be; so does a sentence with a list of reasons. */
const SHUT =
  /(?<!\bor (?:the |your |this |that )?)\b(?:account|user|mailbox|domain|customer)\b(?! or )[^.;:,]{0,50}\b(?:disabled|suspended|blocked|locked|frozen|deactivated|de-activated|inactive|closed|terminated|cancell?ed|banned|barred)\b(?! for (?:maintenance|\d))|\b(?:disabled|suspended|blocked|locked|frozen|deactivated|inactive|closed) (?:account|user|mailbox)\b|(?<!\b(?:plain|plain-?text|clear-?text|cleartext|insecure) )\blog-?(?:in|on)s? (?:is |has been |was )?(?:disabled|suspended|blocked|barred)\b|(?:konto|benutzer|postfach|account|zugang)\b[^.;:,]{0,40}\b(?:gesperrt|deaktiviert|stillgelegt|eingefroren)/i

/** What stands behind the server, and what it cannot do without, cannot be reached: a directory, the mail server of a gateway. */
const BEHIND =
  /lost connection|connection (?:is )?(?:lost|refused|reset|closed|timed out) ?(?:to|with|by|from)?|(?:ldap|directory|database|sql|back-?end|radius|auth(?:entication|entification)? (?:server|service|daemon|socket|back-?end))\b[^.;]{0,40}\b(?:unavailable|unreachable|not (?:available|reachable|responding|running)|down|lost|error|failure|time(?:d )?-?out)|(?:can't|cannot|can not|could not|couldn't|unable to|failed to) (?:connect|reach|contact)|(?:ldap|directory|database|sql)[ -]connection (?:failed|error)/i

/** The server itself has failed, or is busy with something else. */
const FAILED =
  /internal (?:server |system )?(?:error|problem|failure)|interner (?:server)?fehler|temporar(?:y|ily)|(?:try|retry) (?:it )?(?:again )?(?:later|in \d|after|in a)|come back later|later versuchen|später|(?:being|been|is) (?:moved|migrated)|(?:under|for|mode|status is|server) maintenance|maintenance mode|wartungsarbeiten|overload|(?:server|system) (?:is )?(?:too )?busy|system error|(?:service|server) (?:is )?(?:currently )?(?:un|not )available|out of (?:memory|resources)|resource (?:limit|shortage)|generic failure/i

/** Courier, qmail and Dovecot have let the client in, and find no mailbox that they can open. */
const NO_MAILBOX =
  /^\W{0,3}fatal error\b|\b(?:uid|gid) or (?:uid|gid)\b|\b(?:no|invalid|missing) [\w$/]{0,20}maildir\b/i

/** The directory has compared the password, and says so in the words of an error. */
const COMPARED =
  /(?:ldap|bind|directory|sql|pam)[^;]{0,60}(?:invalid credentials|error 49\b|authentication failure)/i

/** Several reasons in one sentence, the password among them. */
const ALL_AT_ONCE =
  /password is (?:incorrect|wrong), login frequency|expired or (?:is |was |has been )?(?:incorrect|wrong|invalid|mistyped)|(?:incorrect|wrong|invalid) or (?:is |has )?(?:been )?(?:expired|disabled|locked|blocked)|(?:password|credentials)[^.;]{0,40} or (?:the |your )?(?:account|user)[^.;]{0,40}(?:disabled|locked|blocked|suspended)/i

export const OTHER_REASONS: readonly ReplyLine[] = [
  { means: 'AUTH_REJECTED', words: ALL_AT_ONCE },
  { means: 'SERVER_BUSY', words: CONNECTIONS },
  { means: 'SEND_RATE', words: SENDING_LIMIT },
  { means: 'SERVER_REJECTED', words: PLACE },
  { means: 'AUTH_LOCKED', words: ATTEMPTS },
  { means: 'SERVER_BUSY', response: ['LIMIT', 'IN-USE', 'INUSE'] },
  { means: 'SERVER_BUSY', words: IN_USE },
  { means: 'AUTH_EXPIRED', words: PASSWORD_TOO_OLD },
  { means: 'AUTH_LOCKED', words: ADDRESS },
  { means: 'AUTH_SUSPENDED', words: SHUT },
  { means: 'AUTH_REJECTED', words: COMPARED },
  { means: 'MAILBOX_BROKEN', words: NO_MAILBOX },
]

/** The server has not looked at the password; once it is accepted, the same words are about a mailbox that is broken. */
export const BEFORE_PASSWORD: readonly ReplyLine[] = [
  { means: 'SERVER_BUSY', words: BEHIND },
  { means: 'SERVER_BUSY', words: FAILED },
]

/** Before any sign-in these words mean the same; an address that is refused there is the business of the network. */
export const OTHER_REASONS_AT_GREETING: readonly ReplyLine[] = [
  { means: 'SERVER_BUSY', words: CONNECTIONS },
  { means: 'AUTH_LOCKED', words: ATTEMPTS },
  { means: 'SERVER_BUSY', response: ['LIMIT', 'IN-USE', 'INUSE'] },
]

/** The server dislikes the name with which this program introduces itself, wherever it connects from. */
const OWN_NAME =
  /\b(?:helo|ehlo)\b|invalid (?:domain|host) ?name|(?:domain|host) ?name[^.;]{0,30}(?:invalid|illegal|rejected|syntax|required)/i

/** The server dislikes where this program connects from. */
const OWN_ADDRESS =
  /\b(?:network|ip|addresse?s?|country|countries|location|region|client host|block(?:ed|list(?:ed)?)|blacklist(?:ed)?|listed|banned)\b/i

/** What a server that refuses before the sign-in dislikes: what this program calls itself, or where it connects from. */
export function dislikes(reply: ServerReply): 'name' | 'network' | 'unknown' {
  if (OWN_NAME.test(reply.text)) return 'name'
  return OWN_ADDRESS.test(reply.text) ? 'network' : 'unknown'
}

/** What keeps a busy server busy: something that the user can close, or what stands behind it. */
export type BusyWith = 'connections' | 'mailbox' | 'behind' | 'other'

export function busyWith(words: string, responseCode: string | null): BusyWith {
  if (responseCode === 'LIMIT' || CONNECTIONS.test(words)) return 'connections'
  if (responseCode === 'IN-USE' || responseCode === 'INUSE' || IN_USE.test(words)) return 'mailbox'
  return BEHIND.test(words) ? 'behind' : 'other'
}
