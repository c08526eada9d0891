import { startDelayRelay, type DelayRelay } from '../../test/support/delay-relay.ts'
import type { Ports } from './servers.ts'

/** A relay in front of every server, by registered port. */
export class Relays {
  readonly roundTripMs: number
  readonly #relays: ReadonlyMap<number, DelayRelay>

  private constructor(roundTripMs: number, relays: ReadonlyMap<number, DelayRelay>) {
    this.roundTripMs = roundTripMs
    this.#relays = relays
  }

  static async start(ports: Ports, roundTripMs: number): Promise<Relays> {
    const relays = Object.entries(ports).map(
      async ([port, server]) => [Number(port), await startDelayRelay(server, roundTripMs)] as const,
    )
    return new Relays(roundTripMs, new Map(await Promise.all(relays)))
  }

  at(port: number): DelayRelay {
    const relay = this.#relays.get(port)
    if (relay === undefined) throw new Error(`no relay for port ${port}`)
    return relay
  }

  /** The way to every server. */
  get endpoints(): Ports {
    return Object.fromEntries([...this.#relays].map(([port, relay]) => [port, relay.port]))
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#relays.values()].map((relay) => relay.stop()))
  }
}
