import type { Socket } from 'node:net'
import type { Fault } from '#shared/domain/fault.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** What a parser makes of the octets that have come so far; it says `bad` as soon as no more octets can help. */
export type Parsed<T> =
  | { readonly kind: 'more' }
  | { readonly kind: 'done'; readonly value: T; readonly used: number }
  | { readonly kind: 'bad'; readonly how: 'garbage' | 'too-big' }

export type UnusableProxy = Extract<Fault, { kind: 'proxy-unusable' }>

export const GARBAGE: UnusableProxy = { kind: 'proxy-unusable', how: 'garbage' }
export const CLOSED: UnusableProxy = { kind: 'proxy-unusable', how: 'closed' }

/**
 * Says something to a proxy and reads its answer. What comes behind the answer belongs to the next reader and
 * is put back. How much may come is the parser's business, how long it may take that of the stage around it:
 * destroying the socket ends the waiting.
 */
export function exchange<T>(
  socket: Socket,
  message: Buffer,
  parse: (octets: Buffer) => Parsed<T>,
): Promise<Outcome<T, UnusableProxy>> {
  return new Promise((resolve) => {
    let octets: Buffer = Buffer.alloc(0)
    const settle = (outcome: Outcome<T, UnusableProxy>) => {
      socket.off('readable', read).off('end', hungUp).off('close', hungUp)
      resolve(outcome)
    }
    const hungUp = () => settle(fail(CLOSED))
    // Reading by 'readable' leaves the socket neither flowing nor paused, as the next reader expects to find it.
    // From Node 26 on, a read gives one chunk and says nothing of those that wait behind it.
    const read = () => {
      for (let chunk = next(socket); chunk !== null; chunk = next(socket)) {
        octets = Buffer.concat([octets, chunk])
        const parsed = parse(octets)
        if (parsed.kind === 'more') continue
        if (parsed.kind === 'bad') return settle(fail({ kind: 'proxy-unusable', how: parsed.how }))
        settle(ok(parsed.value))
        if (parsed.used < octets.length) socket.unshift(octets.subarray(parsed.used))
        return
      }
    }
    if (socket.destroyed) return hungUp()
    socket.on('readable', read).on('end', hungUp).on('close', hungUp)
    socket.write(message)
  })
}

function next(socket: Socket): Buffer | null {
  return socket.read() as Buffer | null
}
