import type { ReplyLine } from '#shared/replies/reply-line.ts'

/**
 * NetEase (163, 126, yeah.net) marks its refusals with two short words (https://help.mail.163.com/); Tencent (QQ, Foxmail)
 * with a sentence of three or four words.
 */
export const CHINESE: readonly ReplyLine[] = [
  { means: 'SEND_CONTENT', words: /\bDT:SP[MB]\b|mail content denied/i },
  { means: 'SEND_AS_DENIED', words: /\bDT:SUM\b|local user only/i },
  { means: 'SEND_RATE', words: /\b(MI:(STC|SFQ|DMC|CEL)|RP:(QRC|DRC|CEL)|HL:(ICC|IFC))\b/ },
  { means: 'SEND_TOO_MANY_RECIPIENTS', words: /\bRP:RCL\b/ },
  { means: 'SEND_LISTED', words: /\bDT:RBL\b|suspected spam ip|\bip in blacklist/i },
  {
    means: 'SEND_BLOCKED',
    words: /\b(HL:(IHU|IPB|REP|MEP)|MI:SPB|WM:BL[IU])\b|suspected bounce attacks|connection denied/i,
  },
  { means: 'SEND_SENDER_UNKNOWN', words: /domain may not exist or DNS check failed/i },
]
