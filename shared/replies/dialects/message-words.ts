import type { ReplyLine } from '#shared/replies/reply-line.ts'

const PROOF: readonly ReplyLine[] = [
  {
    means: 'SEND_UNAUTHENTICATED',
    words:
      /(?<![\w.@/=-])(SPF|DKIM|DMARC|DomainKeys|ARC)(?![\w/]|[.-]\w).{0,80}\b(fail|not|no\b|reject|denied|polic|did|missing|invalid|prohibit|block|unauthori|check|verif|validat|error|required|soft)/i,
  },
  {
    means: 'SEND_UNAUTHENTICATED',
    words:
      /\b(fail\w{0,5}|reject\w{0,3}|polic\w{1,3}|block\w{0,3}|prohibited|denied|unauthori[sz]ed|no|not|without|valid|missing|invalid|requires?|due to|because of|by|per|according to)\b.{0,60}(?<![\w.@/=-])(SPF|DKIM|DMARC|DomainKeys)(?![\w/]|[.-]\w)/i,
  },
  {
    means: 'SEND_UNAUTHENTICATED',
    words:
      /openspf\.|spf\.pobox|\bbad spf|spf (records? (for|of)|settings)|(domain|sender) authentication fail|unauthenticated (e-?mails?|mails?|messages?|sender\b)|sender ?id\b.{0,30}fail|(\d{1,3}\.){3}\d{1,3}\W{0,3} is not (allowed|permitted|authori[sz]ed|a permitted)|not (a )?(designated|authori[sz]ed|permitted) (mailer|sender|host|server) (for|to|of)|domain owner discourages|(authentication|alignment) (check|result|verification)s? (fail|did)|(fail\w{0,3}|pass\w{0,3}) (the )?(sender |domain |e-?mail )?authentication (check|policy|requirement)/i,
  },
]

const LOOP: ReplyLine = {
  means: 'SEND_LOOP',
  words:
    /(mail|forwarding|routing|message|delivery)[\w ]{0,12} loop|\bloop(ing)? detected|too many (hops|received|"received")|hop count|loops back to myself|is looping/i,
}

const FORM: readonly ReplyLine[] = [
  {
    means: 'SEND_FORMAT',
    words:
      /\brfc[- ]?(5?[28]22|5321|282[12]|204[5-9]|2047|1652|6532)|\b(not|non|isn't|violat\w{1,5}|against|conform\w{0,4})\b[\w -]{0,20}\brfcs?\b|\brfcs?[- ]?(\d{3,4})?[ -]{0,2}(non-?)?(compl|violat|conform|standard)/i,
  },
  {
    means: 'SEND_FORMAT',
    words:
      /\bheader error|(does not|doesn't|not) compl(y|iant|ies) with[\w ]{0,20} standards?|(multiple|several|duplicate\w?|more than one|two|missing|invalid|malformed|illegal|bad|improper|broken|without( an?)?|no|lacks?( an?)?|unparsea?ble)( valid| proper| legal| required| message){0,2}[\s"'`:<>]{1,3}[\w-]{0,20}[\s"'`:<>]{0,3}(?<!spam[- ])\bheaders?\b|headers?\b[^;]{0,50}\b(missing|invalid|syntax|malformed|not (valid|allowed|compliant|accepted|found)|required|illegal|badly|duplicat\w{1,3}|unparsea?ble|contains? (non|8|invalid|illegal))/i,
  },
  {
    means: 'SEND_FORMAT',
    words:
      /blank from|as a from: address|multiple (from|addresses in|sender)|bare[- ]?<?(lf|cr|line ?feed|newline|carriage)|line( length)?s?( is| are)? (too long|longer|limit)|(long|longer) (lines|than \d{1,5} (char|octet|byte))|line limit|line length[\w ]{0,20} (is|limit|exceed)|8-?bit[\w ]{0,20} (not|unsupported|in)|non-?ascii|smtputf8|body type|(transfer|content)[- ]encoding|mime[\w ]{0,20}(error|invalid|malformed|broken|not)|(from|to|date|subject|message-id|sender):? (header|field|line)\b[^;]{0,40}(missing|invalid|not|required|empty)|invalid (message|mail) (format|structure)|malformed (message|mail|e-?mail|mime)|message[\w ]{0,12} (malformed|badly formed|not properly)|null (characters?|bytes?)/i,
  },
]

/** What stands in the message is on a list; not the server that sent it. */
export const LINKS_IN_MESSAGE: readonly ReplyLine[] = [
  {
    means: 'SEND_CONTENT',
    words:
      /(black-?listed|malicious|listed) (urls?|links?|uris?)\b|\b(contain\w{0,3}|body|content|message|includes?)\b[^;]{0,60}\b(urls?|links?|uris?|web ?sites?|domains?)\b[^;]{0,60}(listed|black|block|malicious|phish|suspicious|reputation)|\bsurbl|\buribl|(urls?|links?)\b.{0,30}(listed|black)/i,
  },
]

const CONTENT: readonly ReplyLine[] = [
  {
    means: 'SEND_ATTACHMENT',
    words:
      /(not|n't) accept[\w ]{0,40} attachments|reject\w{0,3} [\w ]{0,30} attachment|attach(ment|ed file)s?\b.{0,60}(not (allowed|permitted|accepted)|blocked|prohibited|denied|forbidden|reject|banned|illegal|unsafe|dangerous)|\bfiles?\b[^;]{0,80}\battached\b.{0,40}(not (allowed|permitted|accepted)|blocked|prohibited|forbidden|reject)|banned (file|attachment|name|extension)|(blocked|illegal|forbidden|prohibited|dangerous|executable|disallowed|unacceptable|restricted|suspicious) (attachment|file|extension|content-type)|file ?(types?|names?|extensions?)[\w ,."'-]{0,40}(not (allowed|permitted)|block|prohibit|forbid|reject|banned)|(encrypted|password[- ]protected) (archive|zip|attachment|file)/i,
  },
  {
    means: 'SEND_CONTENT',
    words:
      /virus|malware|phish|\bmalicious|trojan|\binfected|unsolicited|(looks|classified|identified|detected|considered|scored|marked|rejected|refused|blocked|denied|recogni[sz]ed|flagged|tagged|suspected|appears?|seems?|suspicion)[^.;]{0,40}\b(spam|junk|uce|bulk)\b/i,
  },
  {
    means: 'SEND_CONTENT',
    words:
      /\b(spam|junk|bulk)[- ]?(message|content|score|mail|e-?mail|detect\w{1,4}|filter\w{0,3}|found|reject\w{0,3}|suspect\w{0,2}|probab\w{1,5}|threshold|check)|\b(is|as|probably|likely|high|like|possible|suspected|contains?|looks like|be) (a )?(spam|junk)(?!(mer| ?host| ?source))|spam[\w ]{0,15}\b(blocked|refused|rejected|denied|detected|not accepted|not wanted|not welcome)|message content|content (filter\w{0,3}|examination|reject\w{0,3}|polic\w{1,3}|denied|block\w{0,3}|restrict\w{1,4}|not (allowed|acceptable)|violat\w{1,5})|(prohibited|objectionable|forbidden|offensive|inappropriate) (content|words?|text|language)|bayes|rspamd|spamassassin|message (looks|scored|filtered)|spf_|\bmime_|points?\b.{0,20}\bspam/i,
  },
]

const WAY: readonly ReplyLine[] = [
  {
    means: 'SEND_UNREACHABLE',
    words:
      /connection (timed out|refused|reset|to [\w.-]{1,80} (failed|refused|timed))|lost connection with|no route to host|network (is )?(unreachable|error|problem)|message timed out|not reachable (within|for)|could not find a gateway|(could not|couldn't|cannot|can't|unable to|wasn't able to|failed to|not able to|wasn't able) (to )?(be )?(connect|establish|contact|reach|be (contacted|reached))|did not accept our requests to connect/i,
  },
  {
    means: 'SEND_UNREACHABLE',
    words:
      /deliver\w{1,5} (time|attempts?|timed)[\w ]{0,20}(expired|out|exceeded|failed)|retry time(out)? (not reached|exceeded)|message (has )?expired|(too|very) long in (the )?queue|queue (for )?too long|in the queue too long|did not respond|not respond(ing)?|host (is )?(down|unreachable)|no answer from|(too old|given up)\b|not (been )?(able to be )?deliver\w{0,3} (for|within|in) (the last )?[\w ]{0,12}(days?|hours?)|(name ?server|dns) (timeout|failure|error|query|lookup|server (failure|returned|problem))|temporary (dns|name) |host name lookup fail/i,
  },
]

export const PROOF_WORDS: readonly ReplyLine[] = PROOF
export const FORM_WORDS: readonly ReplyLine[] = [LOOP, ...FORM]
/** Vague, and said in refusals for every reason, so it counts only where nothing else was said. */
const VAGUE: readonly ReplyLine[] = [
  { means: 'SEND_BLOCKED', words: /\bspammers?\b|(reduce|fight|prevent)[\w ]{0,20} spam/i },
  {
    means: 'SEND_CONTENT',
    words:
      /\bspam|\bjunk\b|anti-?spam|(unacceptable|banned|mail|suspicious) content|content score|invalid content|antyspam|not accepted for (policy reasons|reasons of policy)|recurrent pattern/i,
  },
]

export const VAGUE_WORDS: readonly ReplyLine[] = VAGUE
export const CONTENT_WORDS: readonly ReplyLine[] = CONTENT
export const WAY_WORDS: readonly ReplyLine[] = WAY
