import type { ReplyLine } from '#shared/replies/reply-line.ts'

/** Gmail and Google Workspace. Some of its numbers mean something else in the registry, so its words come first. */
export const GOOGLE: readonly ReplyLine[] = [
  { means: 'AUTH_WEB_LOGIN', words: /log in (via|with) your (web )?browser/i },
  { means: 'AUTH_WEB_LOGIN', status: ['5.7.14'], code: [534] },
  { means: 'AUTH_PROTOCOL_DISABLED', words: /not enabled for (IMAP|POP)|(IMAP|POP3?) access is disabled/i },
  { means: 'SEND_NO_REVERSE_NAME', status: ['x.7.23', 'x.7.1'], words: /\bPTR\b/ },
  { means: 'SEND_NO_REVERSE_NAME', status: ['x.7.25'] },
  {
    means: 'SEND_UNAUTHENTICATED',
    status: ['x.7.26', 'x.7.27', 'x.7.30'],
    words: /SPF|DKIM|DMARC|authenticat/,
  },
  // Gmail's letter names both, and a full inbox in its heading.
  { means: 'SEND_MAILBOX_FULL', words: /inbox is full, or it's getting too much/i },
  {
    means: 'SERVER_BUSY',
    response: ['OVERQUOTA'],
    words: /exceeded (?:its )?(?:command|bandwidth)(?: or (?:command|bandwidth))? limits?/i,
  },
  { means: 'SEND_RATE', status: ['x.7.28'] },
  { means: 'SEND_DELAYED', words: /receiving (mail|email) (at a rate|too quickly)/i },
  { means: 'SEND_BLOCKED', words: /low reputation/i },
  { means: 'SEND_BLOCKED', words: /not authorized to send email directly/i },
  { means: 'SEND_CONTENT', words: /likely (unsolicited|suspicious)/i },
  { means: 'SEND_ATTACHMENT', words: /content presents a potential security/i },
]
