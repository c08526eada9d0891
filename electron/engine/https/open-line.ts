import type { Socket } from 'node:net'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import { fail, type Outcome } from '#shared/outcome.ts'
import { groundedResolver, isOnGround, type Ground } from '#engine/net/ground.ts'
import { StageContext } from '#engine/connection/stage-context.ts'
import { reach } from '#engine/connection/reach.ts'
import { encrypt } from '#engine/connection/encrypt.ts'
import type { TrustedNetwork } from '#engine/connection/trusted-network.ts'
import { Transcript } from '#engine/transcript.ts'

const HTTPS_PORT = 443

/**
 * Opens a line to a web server the way a mail test goes: our own name look-up, address race, proxy and proof of
 * identity. It is closed when `use` is done with it, or as soon as the signal aborts.
 * SECURITY: a server's word leads neither into this computer's own network nor to a port of another service.
 */
export async function overLine<T>(
  url: URL,
  ground: Ground,
  tools: TrustedNetwork,
  signal: AbortSignal,
  use: (line: Socket) => Promise<Outcome<T, LookUpFault>>,
): Promise<Outcome<T, LookUpFault>> {
  if (!isOnGround(url, ground)) return fail({ kind: 'redirect', why: 'insecure' })
  const host = url.hostname
  const port = url.port === '' ? HTTPS_PORT : Number(url.port)
  const context = new StageContext({
    pin: null,
    signal,
    limits: tools.limits,
    now: () => tools.clock.now(),
    transcript: new Transcript(
      (text) => text,
      () => 0,
    ),
    onEvent: () => {},
    onWaiting: () => {},
  })
  const { resolver, hasRefused } = groundedResolver(tools, ground)
  const socket = await reach({ host, port }, context, { ...tools, resolver })
  if (!socket.ok) return hasRefused() ? fail({ kind: 'redirect', why: 'insecure' }) : socket
  const close = () => socket.value.destroy()
  signal.addEventListener('abort', close, { once: true })
  if (signal.aborted) close()
  try {
    const line = await encrypt(socket.value, host, 'at-once', context, tools)
    return line.ok ? await use(line.value) : line
  } finally {
    signal.removeEventListener('abort', close)
    close()
  }
}
