import type { Socket } from 'node:net'
import type { ConnectAttempt, IpAddress } from '#shared/domain/stage.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { Dialer, DialFault } from '#engine/environment.ts'

/** RFC 8305 section 5: how long one address has before the next one joins in. */
const ATTEMPT_DELAY_MS = 250

export interface RaceOptions {
  readonly dialer: Dialer
  readonly host: string
  readonly port: number
  readonly addresses: readonly IpAddress[]
  readonly signal: AbortSignal
  readonly now: () => number
  /** Called after every attempt with all that is known so far. */
  readonly onAttempt: (attempts: readonly ConnectAttempt[]) => void
}

export interface Connection {
  readonly socket: Socket
  readonly address: IpAddress
}

/**
 * Happy eyeballs: addresses are tried one after the other, 250 ms apart or as soon as one has failed, and an
 * attempt is given up only when another has won. Node's own variant drops a slow address after 250 ms, which fails
 * on a long line whose other family is dead.
 */
export async function raceAddresses(options: RaceOptions): Promise<Outcome<Connection, DialFault>> {
  const race = new AddressRace(options)
  const waiting = interleave(options.addresses)
  try {
    while (race.isOpen) {
      const next = waiting.shift()
      if (next !== undefined) race.start(next)
      else if (race.isIdle) break
      await race.change(waiting.length > 0 ? ATTEMPT_DELAY_MS : null)
    }
    return race.finish()
  } catch (error) {
    race.abandon()
    throw error
  }
}

class AddressRace {
  readonly #options: RaceOptions
  readonly #losers = new AbortController()
  readonly #attempts: ConnectAttempt[] = []
  readonly #running = new Set<Promise<void>>()
  #winner: Connection | null = null
  #fault: DialFault = { kind: 'unreachable' }

  constructor(options: RaceOptions) {
    this.#options = options
  }

  get isOpen(): boolean {
    return this.#winner === null && !this.#losers.signal.aborted && !this.#options.signal.aborted
  }

  get isIdle(): boolean {
    return this.#running.size === 0
  }

  start(address: IpAddress): void {
    const job = this.#attempt(address).finally(() => this.#running.delete(job))
    this.#running.add(job)
  }

  /** Waits until an attempt has ended or, if given, `atMostMs` have passed. */
  async change(atMostMs: number | null): Promise<void> {
    if (atMostMs === null) return Promise.race(this.#running)
    let timer: NodeJS.Timeout | undefined
    const pause = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, atMostMs)
    })
    try {
      await Promise.race([pause, ...this.#running])
    } finally {
      clearTimeout(timer)
    }
  }

  /** After a bug: every socket that is connected or still on the way is given up. */
  abandon(): void {
    this.#losers.abort()
    this.#winner?.socket.destroy()
  }

  finish(): Outcome<Connection, DialFault> {
    this.#losers.abort()
    if (this.#winner !== null) return ok(this.#winner)
    return fail(this.#options.signal.aborted ? { kind: 'cancelled' } : this.#fault)
  }

  async #attempt(address: IpAddress): Promise<void> {
    const { dialer, host, port, now, onAttempt } = this.#options
    const startedMs = now()
    const index = this.#attempts.push({ ...address, outcome: 'no-answer' }) - 1
    onAttempt([...this.#attempts])
    const signal = AbortSignal.any([this.#options.signal, this.#losers.signal])
    const result = await dialer.connect({ ...address, host, port }, signal)
    if (!this.isOpen) {
      if (result.ok) result.value.destroy()
      return
    }
    if (result.ok) this.#winner = { socket: result.value, address }
    else if (this.#fault.kind !== 'refused') this.#fault = result.error
    this.#attempts[index] = { ...address, outcome: outcomeOf(result), tookMs: now() - startedMs }
    onAttempt([...this.#attempts])
  }
}

/** IPv6 and IPv4 in turn, beginning with the family the resolver put first (RFC 8305 section 4). */
export function interleave(addresses: readonly IpAddress[]): IpAddress[] {
  const first = addresses.filter((address) => address.family === addresses[0]?.family)
  const second = addresses.filter((address) => address.family !== addresses[0]?.family)
  return first
    .flatMap((address, index) => [address, ...second.slice(index, index + 1)])
    .concat(second.slice(first.length))
}

function outcomeOf(result: Outcome<Socket, DialFault>): ConnectAttempt['outcome'] {
  if (result.ok) return 'connected'
  if (result.error.kind === 'refused' || result.error.kind === 'unreachable') return result.error.kind
  return result.error.kind === 'disconnected' ? 'reset' : 'unreachable'
}
