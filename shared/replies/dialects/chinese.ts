import type { ReplyLine } from '#shared/replies/reply-line.ts'

/**
 * NetEase (163, 126, yeah.net) marks its refusals with two short words (https://help.mail.163.com/); Tencent (QQ, Foxmail)
 * with a sentence of three or four words.
 */
export const CHINESE: readonly ReplyLine[] = [
  { means: 'AUTH_APP_PASSWORD', words: /授权码/ },
  { means: 'AUTH_PROTOCOL_DISABLED', words: /未开启|未开通|尚未启用|没有开启/ },
  { means: 'AUTH_SUSPENDED', words: /(?:你|您)的?(?:帐号|账号|账户|邮箱)[^。;]{0,10}(?:冻结|封禁|停用)/ },
  { means: 'AUTH_LOCKED', words: /登录(?:过于)?频繁|登录次数过多/ },
  { means: 'AUTH_REJECTED', words: /(?:密码|口令|帐号|账号|用户名)[^。;]{0,10}(?:错误|有误|不正确|不匹配)/ },
  { means: 'SEND_MAILBOX_FULL', words: /邮箱[^。;]{0,10}(?:已满|不足|超出)|空间(?:已满|不足)/ },
  { means: 'SEND_RECIPIENT_DISABLED', words: /(?:收件人|邮箱|帐号|账号)[^。;]{0,60}(?:冻结|停用|禁用)/ },
  { means: 'SEND_RECIPIENT_UNKNOWN', words: /(?:收件人|地址|邮箱|帐号|账号|用户)[^。;]{0,60}不存在/ },
  { means: 'SEND_RATE', words: /(?:发信|发送)[^。;]{0,20}(?:频繁|频率|超过|上限)/ },
  { means: 'SEND_TOO_BIG', words: /(?:邮件|附件)[^。;]{0,10}(?:过大|太大)/ },
  { means: 'SEND_CONTENT', words: /垃圾邮件/ },
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
