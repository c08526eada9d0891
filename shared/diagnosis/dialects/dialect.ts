import type { Code } from '#shared/diagnosis/codes.ts'
import type { ServerReply } from '#shared/domain/server-reply.ts'

/** Everything a line names must be there; what it leaves out may be anything. */
export interface DialectLine<C extends Code = Code> {
  readonly means: C
  /** Enhanced status codes; `x.7.23` stands for the temporary and the final one. */
  readonly status?: readonly string[]
  /** SMTP codes. */
  readonly code?: readonly number[]
  /** IMAP and POP3 response codes. */
  readonly response?: readonly string[]
  /** SECURITY: runs over a stranger's words, so every repetition in it has an upper bound. */
  readonly words?: RegExp
}

/** Whether a line of a dialect speaks about this reply. */
export function fits(line: DialectLine, reply: ServerReply): boolean {
  return (
    (line.status === undefined || hasStatus(line.status, reply.enhanced)) &&
    (line.code === undefined || (reply.code !== null && line.code.includes(reply.code))) &&
    (line.response === undefined || line.response.includes(reply.responseCode ?? '')) &&
    (line.words === undefined || line.words.test(reply.text))
  )
}

function hasStatus(known: readonly string[], enhanced: string | null): boolean {
  return enhanced !== null && (known.includes(enhanced) || known.includes(`x${enhanced.slice(1)}`))
}
