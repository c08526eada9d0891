import type { Code } from '#shared/finding/codes.ts'
import {
  partsOf,
  type ImapServerReply,
  type Pop3ServerReply,
  type ServerReply,
} from '#shared/domain/server-reply.ts'
import { assertNever } from '#shared/outcome.ts'

const TEMPORARY_RESPONSES: ReadonlySet<string> = new Set([
  'UNAVAILABLE',
  'INUSE',
  'IN-USE',
  'SYS/TEMP',
  'LOGIN-DELAY',
])

/** Causes that pass by themselves, whatever number stands before the words. */
const PASSING: ReadonlySet<Code> = new Set<Code>([
  'SEND_DELAYED',
  'SEND_RATE',
  'SEND_UNREACHABLE',
  'SERVER_BUSY',
  'AUTH_LOCKED',
])

/** The server may say something else in a minute (RFC 5321 4yz, RFC 5530 UNAVAILABLE and INUSE, RFC 3206 SYS/TEMP). */
export function isTemporary(reply: ServerReply): boolean {
  switch (reply.protocol) {
    case 'smtp':
      return reply.code >= 400 && reply.code < 500
    case 'imap':
      return reply.status === 'BYE' || isTemporaryResponse(reply)
    case 'pop3':
      return isTemporaryResponse(reply)
    case 'unknown':
      return false
    default:
      return assertNever(reply)
  }
}

function isTemporaryResponse({ responseCode }: ImapServerReply | Pop3ServerReply): boolean {
  return responseCode !== null && TEMPORARY_RESPONSES.has(responseCode)
}

/** What stays until this side changes it, whatever number says it: what is in the message, and TLS. */
const LASTING: ReadonlySet<Code> = new Set<Code>([
  'SEND_FORMAT',
  'SEND_ATTACHMENT',
  'TLS_OLD',
  'TLS_CLIENT_CERT',
])

/** Said of refusals that come in a passing number and are none. */
const FOR_GOOD = /permanently deferred|retrying will not succeed|do(n't| not) (retry|try again)/i

/** Whether trying again later may help, for a reply that means this. */
export function passes(code: Code, reply: ServerReply): boolean {
  if (LASTING.has(code) || FOR_GOOD.test(reply.text)) return false
  // A server that says so in a final number has tried for days and given up.
  if (code === 'SEND_UNREACHABLE' && isFinal(reply)) return false
  return (
    PASSING.has(code) ||
    isTemporary(reply) ||
    (reply.protocol === 'unknown' && reply.enhanced?.startsWith('4.') === true)
  )
}

function isFinal(reply: ServerReply): boolean {
  const { code, enhanced } = partsOf(reply)
  return enhanced?.startsWith('5.') ?? (code ?? 0) >= 500
}
