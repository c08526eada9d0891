/** The commands of SMTP that can be refused (RFC 5321 section 3.3, RFC 4954): the same words mean another party at each. */
export type SmtpCommand = 'AUTH' | 'MAIL' | 'RCPT' | 'DATA'

/** What every reply has. */
interface Words {
  /** The server's own words: made harmless, at most 200 characters, empty when they arrived unencrypted. */
  readonly text: string
}

export interface SmtpServerReply extends Words {
  readonly protocol: 'smtp'
  /** RFC 5321 section 4.2. */
  readonly code: number
  /** Enhanced status code (RFC 3463), for example `5.7.8`. */
  readonly enhanced: string | null
}

export interface ImapServerReply extends Words {
  readonly protocol: 'imap'
  readonly status: 'OK' | 'NO' | 'BAD' | 'BYE'
  /** RFC 5530, upper case, for example `AUTHENTICATIONFAILED`. */
  readonly responseCode: string | null
}

export interface Pop3ServerReply extends Words {
  readonly protocol: 'pop3'
  readonly status: '+OK' | '-ERR'
  /** RFC 2449, upper case, for example `SYS/TEMP`. */
  readonly responseCode: string | null
}

/** Words of a server in a pasted text that no longer say in which protocol they were spoken; never from a line. */
export interface QuotedWords extends Words {
  readonly protocol: 'unknown'
  readonly enhanced: string | null
}

/** A complete reply of a mail server, reduced to what carries meaning. */
export type ServerReply = SmtpServerReply | ImapServerReply | Pop3ServerReply | QuotedWords

export function smtpReply(code: number, enhanced: string | null, text: string): SmtpServerReply {
  return { protocol: 'smtp', code, enhanced, text }
}

export function imapReply(
  status: ImapServerReply['status'],
  responseCode: string | null,
  text: string,
): ImapServerReply {
  return { protocol: 'imap', status, responseCode, text }
}

export function pop3Reply(
  status: Pop3ServerReply['status'],
  responseCode: string | null,
  text: string,
): Pop3ServerReply {
  return { protocol: 'pop3', status, responseCode, text }
}

export function quotedWords(enhanced: string | null, text: string): QuotedWords {
  return { protocol: 'unknown', enhanced, text }
}

/** The replies of servers that hold mailboxes. */
export function isMailboxReply(reply: ServerReply): reply is ImapServerReply | Pop3ServerReply {
  return reply.protocol === 'imap' || reply.protocol === 'pop3'
}

/** What a reply consists of, with `null` for what its protocol does not have: for tables, and for JSON. */
export interface ReplyParts extends Words {
  readonly code: number | null
  readonly enhanced: string | null
  readonly status: ImapServerReply['status'] | Pop3ServerReply['status'] | null
  readonly responseCode: string | null
}

export function partsOf(reply: ServerReply): ReplyParts {
  return {
    code: reply.protocol === 'smtp' ? reply.code : null,
    enhanced: isMailboxReply(reply) ? null : reply.enhanced,
    status: isMailboxReply(reply) ? reply.status : null,
    responseCode: isMailboxReply(reply) ? reply.responseCode : null,
    text: reply.text,
  }
}
