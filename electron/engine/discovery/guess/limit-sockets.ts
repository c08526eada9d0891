import { fail } from '#shared/outcome.ts'
import type { Dialer } from '#engine/environment.ts'

/** Lets at most `most` connections be opened in all; a look at usual names must not look like a port scan. */
export function limitSockets(dialer: Dialer, most: number): Dialer {
  let opened = 0
  return {
    connect: (target, signal) => {
      opened += 1
      return opened > most ? Promise.resolve(fail({ kind: 'unreachable' })) : dialer.connect(target, signal)
    },
  }
}
