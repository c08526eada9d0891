import type { Socket } from 'node:net'
import type { Fault } from '#shared/domain/fault.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { assertNever, fail, ok, type Outcome } from '#shared/outcome.ts'
import type { StageContext } from '#engine/connection/stage-context.ts'
import { encrypt } from '#engine/connection/encrypt.ts'
import type { Protection } from '#engine/transcript.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import type { Dialogue } from '#engine/protocols/dialogue.ts'
import { DIALOGUES } from '#engine/protocols/dialogues.ts'
import { LineSocket } from '#engine/protocols/line-socket.ts'

/** A line that has been greeted on and is as secure as the endpoint demands. */
export interface OpenLine {
  readonly line: LineSocket
  readonly dialogue: Dialogue
}

/**
 * Brings a connected socket to the point where a sign-in may follow. The order is the whole security of it: with
 * STARTTLS nothing but the greeting, the capabilities and the upgrade itself happens before the certificate is
 * proved, and no path leads on without it.
 */
export async function openLine(
  socket: Socket,
  endpoint: ServerEndpoint,
  context: StageContext,
  tools: ProbeTools,
): Promise<Outcome<OpenLine, Fault>> {
  switch (endpoint.security) {
    case 'tls': {
      const encrypted = await encrypt(socket, endpoint.host, 'at-once', context, tools)
      if (!encrypted.ok) return encrypted
      return greet(start(encrypted.value, endpoint, context, 'encrypted', tools), context)
    }
    case 'starttls':
      return upgrade(start(socket, endpoint, context, 'clear', tools), endpoint, context, tools)
    case 'none':
      return greet(start(socket, endpoint, context, 'loopback', tools), context)
    default:
      return assertNever(endpoint.security)
  }
}

function start(
  socket: Socket,
  { protocol }: ServerEndpoint,
  { limits, transcript }: StageContext,
  protection: Protection,
  { ehloName }: ProbeTools,
): OpenLine {
  const line = new LineSocket(socket, {
    lineBytes: limits.lineBytes[protocol],
    limits,
    transcript,
    protection,
  })
  return { line, dialogue: DIALOGUES[protocol](line, { ehloName }) }
}

async function greet(open: OpenLine, context: StageContext): Promise<Outcome<OpenLine, Fault>> {
  const greeting = await context.stage('greeting', context.limits.greetingMs, async ({ note }) => {
    const result = await open.dialogue.greet()
    if (result.ok && result.value.words !== '') note({ serverSaid: result.value.words })
    return result
  })
  return greeting.ok ? ok(open) : greeting
}

async function upgrade(
  clear: OpenLine,
  endpoint: ServerEndpoint,
  context: StageContext,
  tools: ProbeTools,
): Promise<Outcome<OpenLine, Fault>> {
  const greeted = await greet(clear, context)
  if (!greeted.ok) return greeted
  const { line, dialogue } = clear
  if (dialogue.asksBeforeUpgrade) {
    const asked = await askUnheard(dialogue, context)
    if (!asked.ok) return asked
  }
  const goAhead = await context.stage('starttls', context.limits.replyMs, async () => {
    const result = await dialogue.startTls()
    // Anything behind the go-ahead was written by an attacker who cannot read what follows (CVE-2021-29969).
    return result.ok && line.hasUnread ? fail({ kind: 'tampered', how: 'injected-data' }) : result
  })
  if (!goAhead.ok) return goAhead
  const encrypted = await encrypt(line.release(), endpoint.host, 'after-go-ahead', context, tools)
  return encrypted.ok ? ok(start(encrypted.value, endpoint, context, 'encrypted', tools)) : encrypted
}

/**
 * The same before an upgrade. What is announced there decides whether the upgrade is offered and is no fact to show:
 * an attacker on the way may have written it.
 */
function askUnheard(dialogue: Dialogue, context: StageContext) {
  return context.stage('capabilities', context.limits.replyMs, () => dialogue.capabilities())
}

/** The stage `capabilities`; after an upgrade it is run anew, what was said in the clear is forgotten. */
export function askCapabilities(dialogue: Dialogue, context: StageContext) {
  return context.stage('capabilities', context.limits.replyMs, async ({ note }) => {
    const result = await dialogue.capabilities()
    if (result.ok) note({ capabilities: result.value.names, mechanisms: result.value.mechanisms })
    return result
  })
}
