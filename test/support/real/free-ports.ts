import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'

const LOWEST = 10_240
const COMMON_LIMIT = 32_768
/** So far apart begin two processes whose numbers follow each other: more than either will need. */
const STRETCH = 200

const end = Math.max(firstHandedOut(), 2 * LOWEST)
let next = LOWEST + ((process.pid * STRETCH) % (end - LOWEST))

/**
 * Ports that no process uses, all different. Real servers cannot be told to choose one themselves, and they take it
 * only a second after they are told. Until then the system must not give it away, neither to a server that asks for
 * any port nor to a connection that goes out: so these lie below all the ports that it hands out by itself.
 */
export async function freePorts(count: number): Promise<readonly number[]> {
  const ports: number[] = []
  while (ports.length < count) {
    const port = next
    next = port + 1 < end ? port + 1 : LOWEST
    if (await isFree(port)) ports.push(port)
  }
  return ports
}

/** Linux says where they begin; elsewhere they begin higher than is common there. */
function firstHandedOut(): number {
  try {
    return Number.parseInt(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8'), 10)
  } catch {
    return COMMON_LIMIT
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
