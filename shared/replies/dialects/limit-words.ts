import type { ReplyLine } from '#shared/replies/reply-line.ts'

const RATE: readonly ReplyLine[] = [
  {
    means: 'SEND_RATE',
    words:
      /rate[- ]?(limit|control|exceed)|throttl|frequency|\b(too many|maximum( number of)?|max|excessive)( \w{1,12}){0,3} (connections?|sessions?|threads?)|thread limit|connections? (limit|rate)|(over|exceed\w{0,3}|reached)[\w ]{0,20}connection/i,
  },
  {
    means: 'SEND_RATE',
    words:
      /\b(sending|submission|sender|outgoing|outbound|smtp|message|send)( (?!size)\w{1,10})? (limits?|quota|allowance|credits?)\b(?![\w ]{0,12} size)[^.;]{0,40}(exceed|reach|exhaust|used up|hit|over)|(exceed|reach|exhaust|over|hit)\w{0,3}[\w ,'-]{0,40}(sending|submission|outgoing|outbound|smtp|sent|e-?mails?|messages) (limits?|quota|allowance|credits?)|credits? (limit )?exceeded|limits? (for|on) sending|exceed\w{0,3} [\w ]{0,12}messaging limits?/i,
  },
  {
    means: 'SEND_RATE',
    words:
      /\b(limits?|quota|maximum|max|exceed\w{0,3}|too many|too much|only)\b[^.;]{0,80}\b(per|this|an|a|each|every|last|within( the last)?|in (one|an|a)|past|in the last) ?(\d{1,5} ?)?(seconds?|minutes?|hours?|days?|24|hr|min)\b|\b(daily|hourly|per[- ](hour|day|minute)|24[- ]hour\w{0,2})\b[^.;]{0,40}(limit|quota|exceed|maximum)/i,
  },
  {
    means: 'SEND_RATE',
    words:
      /\b(too many|too much)( \w{1,12}){0,2} (e-?mails?|messages?|mails?|letters?|deliver\w{1,5}|submissions?)\b(?! (on|in|stored|waiting))|(e-?mails?|messages?|mails?|sending|sent|delivering|submitting|talking)( \w{1,12}){0,3} too (fast|quickly|often|frequently|much|many)|too (fast|quickly|frequent)|sen[dt]( out)? too many|exceeded the (maximum |allowed |max )?(number|rate)|unusual rate|try again slower|mass mailer|number of posts/i,
  },
]

const FULL: readonly ReplyLine[] = [
  {
    means: 'SEND_MAILBOX_FULL',
    words:
      /full mailbox|exceed\w{0,3} receiving limit|space[\w ]{0,12} used up|(not|n't)( \w{1,8})? enough (\w{1,12} )?(space|room|storage)|\b(over|exceed\w{0,3}|overdrawn|exhausted|beyond|above|reached|used up)[\w' ]{0,40}\b(quota|storage|disk ?space|mailbox (size|capacity)|space limit)|\bquota\b[\w' ]{0,40}\b(exceed|full|reached|violat|used|over)|over ?-?quota|quota ?-?exceeded|mailbox[\w' ]{0,20} exceed|mailbox size limit|mail ?box limit/i,
  },
  {
    means: 'SEND_MAILBOX_FULL',
    words:
      /\b(insufficient|not enough|no|out of|lack of|low on|running out of)( (?!system)\w{1,12}){0,4} (space|storage|room)\b(?! (left )?on (the )?(device|server|system))|\b(disk ?space|storage)[\w ]{0,20} (limit|exceed|full|quota)|insufficient mailbox/i,
  },
  {
    means: 'SEND_MAILBOX_FULL',
    words:
      /\b(mail ?box|mail ?folder|inbox|account|user|recipient|mail ?dir|mail ?drop|storage|disk|quota)\b[^.;]{0,60}\b(almost |nearly )?(is |are |was )?(full|over-?flow\w{0,4}|over flow)\b|too many (messages|mails|e-?mails) (on|in|stored)/i,
  },
]

/** The server itself, or its queue, is full: no mailbox, and not the sender either. */
const BUSY: readonly ReplyLine[] = [
  {
    means: 'SERVER_BUSY',
    words:
      /queue[\w ]{0,20}(quota|limit|full|exceed)|insufficient (system|disk) (storage|space|resources)|insufficient resources|no space left on|too busy|(server|system) (is )?(too busy|busy|overloaded|out of)|load (is )?too high|too many (errors|bad commands)\b/i,
  },
]

/** How much may be sent, kept and written to at once. A limit with a time in it is one on sending, whatever it counts. */
export const LIMIT_WORDS: readonly ReplyLine[] = [
  { means: 'SEND_DELAYED', words: /gr[ae]y-?list|postgrey/i },
  ...BUSY,
  ...RATE,
  ...FULL,
  {
    means: 'SEND_TOO_MANY_RECIPIENTS',
    words:
      /too many (\w{1,12} )?(recipients|rcpts?|addressees)|(maximum|max|number of|only \d{1,6}) (number of )?recipients|recipients? (count|limit|number)/i,
  },
  {
    means: 'SEND_TOO_BIG',
    words:
      /(message|mail|e-?mail|file|attachment|body|header)( size| length)?( is|was)? (too (large|big)|exceeds|bigger|larger)|exceeds?\w{0,2} [^.;]{0,40}\b(size|length)\b(?! of recipients)|message file too big|size[\w ]{0,20} (limit|exceed)|(limit|maximum|max) [\w ]{0,20}(message|mail|e-?mail) size|too large|too big|mailsize limit/i,
  },
]
