import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import type { OpenLine } from '#engine/probe/open-line.ts'
import type { Dialogue, ServerCapabilities, SignInExchange } from '#engine/protocols/dialogue.ts'

interface Attempt {
  readonly exchange: SignInExchange
  readonly capabilities: ServerCapabilities
  readonly onWay: Parameters<Dialogue['signIn']>[2]
  /** The same server on another connection, which is asked nothing. */
  readonly reopen: () => Promise<Outcome<OpenLine, Fault>>
}

/**
 * Signs in, on another connection where the server has ended this one because of a question that is newer than it
 * (some POP3 servers do at CAPA): as long as no password was written, nothing has been tried.
 * @returns the line that is signed in
 */
export async function signInOver(
  open: OpenLine,
  { exchange, capabilities, onWay, reopen }: Attempt,
): Promise<Outcome<OpenLine, Fault>> {
  const signedIn = await open.dialogue.signIn(exchange, capabilities, onWay)
  if (signedIn.ok) return ok(open)
  const isHangUp = signedIn.error.kind === 'disconnected' && open.line.passwordSent === 'no'
  if (!isHangUp || !open.dialogue.isTooOldToBeAsked(capabilities)) return signedIn
  const again = await reopen()
  if (!again.ok) return again
  const second = await again.value.dialogue.signIn(exchange, capabilities, onWay)
  return second.ok ? again : second
}
