import { randomUUID } from 'node:crypto'
import type { ControlSighting, Surroundings } from '#shared/domain/surroundings.ts'
import { inert, type Inert } from '#shared/text/inert.ts'
import { interruptAfter, orInterrupted } from '#engine/interruption.ts'
import { hasIpv6 } from '#engine/net/dial.ts'
import type { Network } from '#engine/net/network.ts'
import { seePort } from '#engine/surroundings/see-port.ts'

/** All questions together. They only help to explain a failure, so the user does not wait long for them. */
export const LOOK_AROUND_MS = 2_000

const WEB_PORTS = [443, 80] as const

/** Asks a few hosts at once whether anything gets out of this network, and a resolver for a name that cannot exist. */
export async function observeNetwork(
  hosts: readonly string[],
  tools: Network,
  parent: AbortSignal,
): Promise<Inert<Surroundings>> {
  const deadline = interruptAfter(LOOK_AROUND_MS, parent)
  const { signal } = deadline
  const computerDate = tools.clock.date().toISOString()
  try {
    const [controls, stray] = await Promise.all([
      Promise.all(hosts.map((host) => seeHost(host, tools, signal))),
      lookUp(`${randomUUID()}.invalid`, tools, signal),
    ])
    return inert<Surroundings>({
      controls,
      strayAddresses: stray.ok ? stray.value : [],
      computerDate,
      ipv6: hasIpv6() ? 'present' : 'none',
      atPort: null,
    })
  } finally {
    deadline.end()
  }
}

/** The system's own look-up cannot be cancelled; the wait for it can. */
function lookUp(host: string, { resolver }: Network, signal: AbortSignal) {
  return orInterrupted(signal, () => resolver.addresses(host, signal))
}

async function seeHost(host: string, tools: Network, signal: AbortSignal): Promise<ControlSighting> {
  const found = await lookUp(host, tools, signal)
  if (!found.ok) {
    const lookUp = found.error.kind === 'name-not-found' ? 'name-not-found' : 'failed'
    return { host, lookUp, addresses: [], attempts: [], answered: false, web: null }
  }
  const addresses = found.value
  const endpoints = await Promise.all(
    WEB_PORTS.map((port) =>
      seePort({ host, port, addresses }, port === 80 ? 'web' : 'nothing', tools, signal),
    ),
  )
  const attempts = endpoints.flatMap((endpoint) => endpoint.attempts)
  return {
    host,
    lookUp: 'found',
    addresses,
    attempts,
    answered: attempts.some(({ outcome }) => outcome !== 'no-answer' && outcome !== 'unreachable'),
    web: endpoints.find(({ web }) => web !== null)?.web ?? null,
  }
}
