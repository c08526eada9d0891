import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Something on this computer that a page might reach. */
export interface CanaryListener {
  readonly port: number
  readonly connections: () => number
  readonly stop: () => Promise<void>
}

export async function startCanaryListener(): Promise<CanaryListener> {
  let connections = 0
  const server = createServer((_, response) => response.end('reached'))
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
