import type { Socket } from 'node:net'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import type { Outcome } from '#shared/outcome.ts'
import { ProbeContext } from '#engine/probe/probe-context.ts'
import { reach } from '#engine/probe/reach.ts'
import { seal } from '#engine/probe/seal.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { Transcript } from '#engine/transcript.ts'

const HTTPS_PORT = 443

/**
 * Opens a line to a web server the way a mail test goes: our own name look-up, address race, proxy and proof of
 * identity. It is closed when `use` is done with it, or as soon as the signal aborts.
 */
export async function overLine<T>(
  url: URL,
  tools: ProbeTools,
  signal: AbortSignal,
  use: (line: Socket) => Promise<Outcome<T, LookUpFault>>,
): Promise<Outcome<T, LookUpFault>> {
  const host = url.hostname
  const port = url.port === '' ? HTTPS_PORT : Number(url.port)
  const context = new ProbeContext({
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
  const socket = await reach({ host, port }, context, tools)
  if (!socket.ok) return socket
  const close = () => socket.value.destroy()
  signal.addEventListener('abort', close, { once: true })
  try {
    const line = await seal(socket.value, host, 'at-once', context, tools)
    return line.ok ? await use(line.value) : line
  } finally {
    signal.removeEventListener('abort', close)
    close()
  }
}
