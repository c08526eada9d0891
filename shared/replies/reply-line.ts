import { partsOf, type ServerReply } from '#shared/domain/server-reply.ts'
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
  const { code, enhanced, responseCode, text } = partsOf(reply)
  return (
    (line.status === undefined || hasStatus(line.status, enhanced)) &&
    (line.code === undefined || (code !== null && line.code.includes(code))) &&
    (line.response === undefined || line.response.includes(responseCode ?? '')) &&
    (line.words === undefined || line.words.test(text))
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
