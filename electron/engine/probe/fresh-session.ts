import type { Socket } from 'node:net'
import { isTemporary } from '#shared/replies/temporary.ts'
import type { Fault } from '#shared/domain/fault.ts'
import { ok, type Outcome } from '#shared/outcome.ts'
import { OpenSockets } from '#engine/connection/open-sockets.ts'
import { askCapabilities, openLine } from '#engine/probe/open-line.ts'
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
    const socket = await reach(signIn.service.endpoint, unseen, { ...tools, dialer: sockets })
    if (!socket.ok) return socket
    const found = await findOver(socket.value, word, signIn, unseen, tools)
    if (found.ok) sockets.release(socket.value)
    return found
  } finally {
    sockets.destroyAll()
  }
}

async function findOver(
  socket: Socket,
  word: string,
  signIn: SignInAgain,
  unseen: StageContext,
  tools: ProbeTools,
): Promise<Outcome<FoundMessage | null, Fault>> {
  const open = await openLine(socket, signIn.service.endpoint, unseen, tools)
  if (!open.ok) return open
  const { dialogue } = open.value
  if (dialogue.kind !== 'retrieval')
    throw new Error('Only what fetches mail can be looked through for a message')
  const capabilities = await askCapabilities(dialogue, unseen)
  if (!capabilities.ok) return capabilities
  const { service, credential } = signIn
  const mechanisms = mechanismsFor(signIn, tools)
  const request = { userName: service.userName, credential, mechanisms }
  const signedIn = await dialogue.signIn(request, capabilities.value, () => {})
  if (!signedIn.ok && !isLockedStill(signedIn.error)) return signedIn
  const found = signedIn.ok ? await dialogue.inbox.find(word) : ok(null)
  if (found.ok) dialogue.quit()
  return found
}

function isLockedStill(fault: Fault): boolean {
  return fault.kind === 'rejected' && isTemporary(fault.reply)
}
