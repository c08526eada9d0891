import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { recogniseService } from '#engine/protocols/foreign-service.ts'
import {
  parseStatus,
  readResponse,
  toServerReply,
  type StatusResponse,
} from '#engine/protocols/imap/response.ts'
import type { LineSocket } from '#engine/protocols/line-socket.ts'

/**
 * RFC 9051 section 7.1: `* OK` opens the session. `* PREAUTH` claims that we are signed in already: in the clear it
 * is how the upgrade is prevented (GHSA-jvxv-vphc-73rg), on a protected line it proves nothing about the password.
 */
export async function readGreeting(line: LineSocket): Promise<Outcome<StatusResponse, Fault>> {
  const response = await readResponse(line)
  if (!response.ok) return response
  const service = recogniseService(response.value)
  if (service !== 'imap') return fail({ kind: 'wrong-service', seen: service })
  const greeting = parseStatus(response.value.slice(2))
  switch (greeting?.status) {
    case 'OK':
      return ok(greeting)
    // Some servers turn an address away with NO, which no greeting may be.
    case 'NO':
    case 'BAD':
    case 'BYE':
      return fail({ kind: 'rejected', reply: toServerReply(greeting, line) })
    case 'PREAUTH':
      return fail(line.isProtected ? { kind: 'preauth' } : { kind: 'tampered', how: 'preauth' })
    default:
      return fail({ kind: 'garbage' })
  }
}
