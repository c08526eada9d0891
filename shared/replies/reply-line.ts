import type { ServerReply } from '#shared/domain/server-reply.ts'
import type { ReplyCode } from '#shared/replies/reply-code.ts'

/** One thing that servers say, and what it means. Everything a line names must be there; what it leaves out may be anything. */
export interface ReplyLine {
  readonly means: ReplyCode
  /** Enhanced status codes; `x.7.23` stands for the temporary and the final one, `5.7.*` for a subject. */
  readonly status?: readonly string[]
  /** SMTP codes. */
  readonly code?: readonly number[]
  /** IMAP and POP3 response codes. */
  readonly response?: readonly string[]
  /** SECURITY: runs over text from the network, so every repetition in it has an upper bound. */
  readonly words?: RegExp
}

/** Whether a line speaks about this reply. */
export function fits(line: ReplyLine, reply: ServerReply): boolean {
  return (
    (line.status === undefined || hasStatus(line.status, reply.enhanced)) &&
    (line.code === undefined || (reply.code !== null && line.code.includes(reply.code))) &&
    (line.response === undefined || line.response.includes(reply.responseCode ?? '')) &&
    (line.words === undefined || line.words.test(reply.text))
  )
}

function hasStatus(known: readonly string[], enhanced: string | null): boolean {
  return (
    enhanced !== null &&
    (known.includes(enhanced) ||
      known.includes(`x${enhanced.slice(1)}`) ||
      known.includes(enhanced.replace(/\.\d+$/, '.*')))
  )
}
