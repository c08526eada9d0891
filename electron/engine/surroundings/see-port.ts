import type { ConnectAttempt, IpAddress } from '#shared/domain/stage.ts'
import type { WebAnswer } from '#shared/domain/surroundings.ts'
import type { Network } from '#engine/net/network.ts'
import { raceAddresses } from '#engine/net/race.ts'
import { askWeb } from '#engine/surroundings/ask-web.ts'

export interface Port {
  readonly host: string
  readonly port: number
  readonly addresses: readonly IpAddress[]
}

/** What came of a connection to a port, and what it says to a web browser if that was asked. */
export interface PortSeen {
  readonly attempts: readonly ConnectAttempt[]
  readonly web: WebAnswer | null
}

/** Connects to one port, asks it for a web page or nothing at all, and hangs up. */
export async function seePort(
  { host, port, addresses }: Port,
  question: 'web' | 'nothing',
  { dialer, clock }: Network,
  signal: AbortSignal,
): Promise<PortSeen> {
  let attempts: readonly ConnectAttempt[] = []
  const onAttempt = (seen: readonly ConnectAttempt[]) => {
    attempts = seen
  }
  const now = () => clock.now()
  const connection = await raceAddresses({ dialer, host, port, addresses, signal, now, onAttempt })
  if (!connection.ok) return { attempts, web: null }
  const { socket } = connection.value
  const hangUp = () => socket.destroy()
  signal.addEventListener('abort', hangUp, { once: true })
  if (signal.aborted) hangUp()
  try {
    return { attempts, web: question === 'web' ? await askWeb(socket, host) : null }
  } finally {
    signal.removeEventListener('abort', hangUp)
    hangUp()
  }
}
