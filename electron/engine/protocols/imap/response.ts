import type { Fault } from '#shared/domain/fault.ts'
import { imapReply, type ImapServerReply } from '#shared/domain/server-reply.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'
import { isAtom, responseCode } from '#engine/protocols/names.ts'

export type ImapStatus = 'OK' | 'NO' | 'BAD' | 'BYE' | 'PREAUTH'

/** A status response (RFC 9051 section 7.1): `OK [CAPABILITY IMAP4rev2] ready`. */
export interface StatusResponse {
  readonly status: ImapStatus
  /** What stands in the brackets, as sent. */
  readonly code: string | null
  readonly text: string
}

const STATUS = /^(OK|NO|BAD|BYE|PREAUTH)(?: \[([^\]]*)\])?(?: (.*))?$/is
/** Anything else in braces is a human text that happens to end so. */
const LITERAL = /\{(-?\d+\+?)\}$/

/**
 * Reads one response, literals included. The announced size of a literal is checked before a single octet of it is
 * read: `{4294967295}` must not reserve anything.
 */
export async function readResponse(line: LineSocket): Promise<Outcome<string, Fault>> {
  let response = ''
  for (let pieces = 0; pieces < line.limits.replyLines; pieces += 1) {
    const next = await line.readLine()
    if (!next.ok) return next
    response += next.value
    const announced = LITERAL.exec(next.value)?.[1]
    if (announced === undefined) return ok(response)
    if (!/^\d{1,10}\+?$/.test(announced)) return fail({ kind: 'garbage' })
    const size = Number.parseInt(announced, 10)
    if (response.length + size > line.limits.literalBytes) return fail({ kind: 'too-big', limit: 'literal' })
    const octets = await line.readOctets(size)
    if (!octets.ok) return octets
    response += `\r\n${octets.value}`
  }
  return fail({ kind: 'too-big', limit: 'reply' })
}

export function parseStatus(text: string): StatusResponse | null {
  const [, status, code, words = ''] = STATUS.exec(text) ?? []
  if (status === undefined) return null
  return { status: status.toUpperCase() as ImapStatus, code: code ?? null, text: words }
}

/** The names in `CAPABILITY IMAP4rev1 AUTH=PLAIN …`, upper case, or `null` if this is something else. */
export function parseCapabilities(text: string): readonly string[] | null {
  const [first = '', ...names] = text.trim().split(/\s+/)
  if (first.toUpperCase() !== 'CAPABILITY' || !names.every(isAtom)) return null
  return names.map((name) => name.toUpperCase())
}

/** A refusal as evidence: the first word in the brackets is the response code (RFC 5530). */
export function toServerReply(response: StatusResponse, line: LineSocket): ImapServerReply {
  const status = response.status === 'PREAUTH' ? 'OK' : response.status
  return imapReply(status, responseCode(response.code, line), line.quote(response.text))
}
