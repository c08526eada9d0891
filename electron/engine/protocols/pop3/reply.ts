import type { Fault } from '#shared/domain/fault.ts'
import { pop3Reply, type Pop3ServerReply } from '#shared/domain/server-reply.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { responseCode } from '#engine/protocols/names.ts'
import type { WirePart } from '#engine/transcript.ts'

/** The first line of a POP3 reply (RFC 1939 section 3), or a request to go on (RFC 5034). */
export interface Pop3Reply {
  readonly status: '+OK' | '-ERR' | '+'
  /** RFC 2449 section 8: `[AUTH]`, `[SYS/TEMP]`, as sent. */
  readonly code: string | null
  readonly text: string
}

const STATUS = /^(\+OK|-ERR|\+)(?: (?:\[([^\]\s]+)\] ?)?(.*))?$/s

export async function readReply(line: LineSocket): Promise<Outcome<Pop3Reply, Fault>> {
  const first = await line.readLine()
  return first.ok ? parseReply(first.value) : first
}

export function parseReply(text: string): Outcome<Pop3Reply, Fault> {
  const [, status, code, words = ''] = STATUS.exec(text) ?? []
  if (status === undefined) return fail({ kind: 'garbage' })
  return ok({ status: status as Pop3Reply['status'], code: code ?? null, text: words })
}

/** The lines of a multi-line reply up to the lone dot, dot-stuffing undone. */
export async function readLines(line: LineSocket): Promise<Outcome<readonly string[], Fault>> {
  const lines: string[] = []
  while (lines.length < line.limits.replyLines) {
    const next = await line.readLine()
    if (!next.ok) return next
    if (next.value === '.') return ok(lines)
    lines.push(next.value.startsWith('..') ? next.value.slice(1) : next.value)
  }
  return fail({ kind: 'too-big', limit: 'reply' })
}

export async function ask(
  line: LineSocket,
  ...command: readonly WirePart[]
): Promise<Outcome<Pop3Reply, Fault>> {
  const written = line.writeLine(...command)
  return written.ok ? readReply(line) : written
}

export function toServerReply(reply: Pop3Reply, line: LineSocket): Pop3ServerReply {
  const status = reply.status === '+OK' ? '+OK' : '-ERR'
  return pop3Reply(status, responseCode(reply.code, line), line.quote(reply.text))
}

export function rejected(reply: Pop3Reply, line: LineSocket): Outcome<never, Fault> {
  return fail({ kind: 'rejected', reply: toServerReply(reply, line) })
}
