import type { Socket } from 'node:net'
import { isTemporary } from '#shared/replies/temporary.ts'
import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import { OpenSockets } from '#engine/connection/open-sockets.ts'
import { askCapabilities, openLine, type OpenLine } from '#engine/probe/open-line.ts'
import { signInOver } from '#engine/probe/sign-in-over.ts'
import { mechanismsFor, type ProbeSignIn } from '#engine/probe/sign-in.ts'
import type { StageContext } from '#engine/connection/stage-context.ts'
import { reach } from '#engine/connection/reach.ts'
import type { FoundMessage } from '#engine/protocols/dialogue.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'

type SignInAgain = Pick<ProbeSignIn, 'service' | 'credential' | 'onlyMechanism'>

/**
 * Looks for a message in a session of its own, for the protocol whose sessions do not see what arrives after their
 * sign-in. A mailbox that is still locked by the session before (RFC 2449 `IN-USE`) is looked at again later.
 */
export async function findInFreshSession(
  word: string,
  signIn: SignInAgain,
  context: StageContext,
  tools: ProbeTools,
): Promise<Outcome<FoundMessage | null, Fault>> {
  const unseen = context.outOfSight()
  const sockets = new OpenSockets(tools.dialer)
  try {
    let socket: Socket | null = null
    const open = async () => {
      const reached = await reach(signIn.service.endpoint, unseen, { ...tools, dialer: sockets })
      if (!reached.ok) return reached
      socket = reached.value
      return openLine(reached.value, signIn.service.endpoint, unseen, tools)
    }
    const found = await findOver(open, word, signIn, unseen, tools)
    if (found.ok && socket !== null) sockets.release(socket)
    return found
  } finally {
    sockets.destroyAll()
  }
}

async function findOver(
  reopen: () => Promise<Outcome<OpenLine, Fault>>,
  word: string,
  signIn: SignInAgain,
  unseen: StageContext,
  tools: ProbeTools,
): Promise<Outcome<FoundMessage | null, Fault>> {
  const open = await reopen()
  if (!open.ok) return open
  const asked = await askCapabilities(open.value.dialogue, unseen)
  if (!asked.ok) return asked
  const { service, credential } = signIn
  const mechanisms = mechanismsFor(signIn, tools)
  const exchange = { userName: service.userName, credential, mechanisms }
  const attempt = { exchange, capabilities: asked.value, onWay: () => {}, reopen }
  const signedIn = await signInOver(open.value, attempt)
  if (!signedIn.ok && !isLockedStill(signedIn.error)) return signedIn
  const { dialogue } = signedIn.ok ? signedIn.value : open.value
  if (dialogue.kind !== 'retrieval')
    throw new Error('Only what fetches mail can be looked through for a message')
  const found = signedIn.ok ? await dialogue.inbox.find(word) : ok(null)
  if (found.ok) dialogue.quit()
  return found
}

function isLockedStill(fault: Fault): boolean {
  return fault.kind === 'rejected' && isTemporary(fault.reply)
}
