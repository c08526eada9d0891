import type { Fault } from '#shared/domain/fault.ts'
import { smtpReply, type SmtpCommand, type SmtpServerReply } from '#shared/domain/server-reply.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'

/** One SMTP reply: the code and the text of each of its lines (RFC 5321 section 4.2). */
export interface SmtpReply {
  readonly code: number
  readonly lines: readonly string[]
}

const REPLY_LINE = /^([2-5]\d\d)(?:([ -])(.*))?$/s
const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?:\s|$)/

/** Reads one whole reply. All its lines must carry the same code; a code that changes half-way is nonsense. */
export async function readReply(line: LineSocket): Promise<Outcome<SmtpReply, Fault>> {
  const first = await line.readLine()
  return first.ok ? completeReply(line, first.value) : first
}

/** The rest of a reply whose first line has been read. */
export async function completeReply(line: LineSocket, firstLine: string): Promise<Outcome<SmtpReply, Fault>> {
  const lines: string[] = []
  let code = ''
  let current = firstLine
  for (;;) {
    const [, ownCode = '', separator, text = ''] = REPLY_LINE.exec(current) ?? []
    if (ownCode === '' || (code !== '' && code !== ownCode)) return fail({ kind: 'garbage' })
    code = ownCode
    lines.push(text)
    if (separator !== '-') return ok({ code: Number(code), lines })
    if (lines.length >= line.limits.replyLines) return fail({ kind: 'too-big', limit: 'reply' })
    const next = await line.readLine()
    if (!next.ok) return next
    current = next.value
  }
}

/** The reply as evidence: code, enhanced status code (RFC 2034, RFC 3463) and the words without it. */
export function toServerReply(reply: SmtpReply, line: LineSocket): SmtpServerReply {
  const enhanced = ENHANCED.exec(reply.lines[0] ?? '')?.[1] ?? null
  const words = reply.lines.map((text) => text.replace(ENHANCED, '')).join(' ')
  return smtpReply(reply.code, enhanced, line.quote(words))
}

export function rejected(reply: SmtpReply, line: LineSocket, command?: SmtpCommand): Outcome<never, Fault> {
  return fail({
    kind: 'rejected',
    reply: toServerReply(reply, line),
    ...(command === undefined ? {} : { command }),
  })
}

/**
 * A yes (2yz). The first digit decides (RFC 5321 section 4.2): servers answer RCPT with 251 where they forward the mail,
 * and some with 252 where they have not looked.
 */
export function isPositive(reply: SmtpReply): boolean {
  return reply.code >= 200 && reply.code < 300
}

/** A request to go on (3yz), which is the yes to DATA alone. */
export function isIntermediate(reply: SmtpReply): boolean {
  return reply.code >= 300 && reply.code < 400
}
