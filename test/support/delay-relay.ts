import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** One connection through the relay. */
export interface RelayedConnection {
  /**
   * How many round trips the client has waited for so far: one for the connection, and one each time it has said
   * something (or nothing, before a greeting) and the answer has reached it. Counted by which side sends after
   * which, not by the clock; what the client does not wait for, such as QUIT, does not count until it is answered.
   */
  readonly roundTrips: number
  readonly isOpen: boolean
}

/** A long line to a server: everything takes half the round trip each way, in order, connecting included. */
export interface DelayRelay {
  readonly port: number
  /** In the order in which they were opened. */
  readonly connections: readonly RelayedConnection[]
  stop(): Promise<void>
}

/** Starts a relay on a free loopback port in front of a server on loopback. */
export async function startDelayRelay(serverPort: number, roundTripMs: number): Promise<DelayRelay> {
  const connections: Relayed[] = []
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    connections.push(new Relayed(client, serverPort, roundTripMs))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    connections,
    stop: () => {
      for (const connection of connections) connection.drop()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

class Relayed implements RelayedConnection {
  readonly #client: Socket
  readonly #gone = new AbortController()
  #roundTrips = 1
  #lastSpoke: 'client' | 'server' = 'client'

  constructor(client: Socket, serverPort: number, roundTripMs: number) {
    this.#client = client
    client.on('error', () => client.destroy()).once('close', () => this.#gone.abort())
    // The system accepts at once, so the handshake is made up for here: its last packet would reach the server
    // one and a half round trips after the first one left.
    const opened = this.#pause(1.5 * roundTripMs).then(() => this.#open(serverPort))
    const towardsServer = this.#lane(roundTripMs / 2, opened)
    client.on('data', (chunk: Buffer) => {
      this.#lastSpoke = 'client'
      towardsServer((server) => server.write(chunk))
    })
    client.on('end', () => towardsServer((server) => server.end()))
    const towardsClient = this.#lane(roundTripMs / 2, opened)
    void opened.then((server) => {
      server.on('data', (chunk: Buffer) => towardsClient(() => this.#deliver(chunk)))
      server.on('end', () => towardsClient(() => client.end()))
      server.on('error', () => towardsClient(() => client.resetAndDestroy()))
      server.resume()
    })
  }

  get roundTrips(): number {
    return this.#roundTrips
  }

  get isOpen(): boolean {
    return !this.#client.destroyed
  }

  drop(): void {
    this.#client.destroy()
  }

  #open(port: number): Socket {
    const server = createConnection({ host: '127.0.0.1', port, noDelay: true, allowHalfOpen: true }).pause()
    if (this.#gone.signal.aborted) server.destroy()
    else this.#gone.signal.addEventListener('abort', () => server.destroy(), { once: true })
    return server
  }

  #deliver(chunk: Buffer): void {
    if (this.#lastSpoke === 'client') this.#roundTrips += 1
    this.#lastSpoke = 'server'
    this.#client.write(chunk)
  }

  /** One direction: each step is taken `ms` after it was put in, and never before the one in front of it. */
  #lane(ms: number, opened: Promise<Socket>): (step: (server: Socket) => void) => void {
    let last: Promise<unknown> = opened
    return (step) => {
      const due = performance.now() + ms
      last = last.then(() => this.#pause(due - performance.now()))
      last = Promise.all([opened, last]).then(([server]) => {
        if (!this.#gone.signal.aborted) step(server)
      })
    }
  }

  #pause(ms: number): Promise<void> {
    if (ms <= 0) return Promise.resolve()
    return delay(ms, undefined, { signal: this.#gone.signal }).catch(() => {})
  }
}
