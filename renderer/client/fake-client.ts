import type { AppDescription, EngineClient } from '#shared/contract/contract.ts'
import { ok } from '#shared/outcome.ts'

const never = () => new Promise<never>(() => {})

const silence = (): AsyncIterable<never> => ({ [Symbol.asyncIterator]: () => ({ next: never }) })

/** An engine that describes itself and then keeps still: for looking at screens, with nothing behind them. */
export function createFakeClient(app: AppDescription): EngineClient {
  return {
    app: { describe: () => Promise.resolve(app), open: () => Promise.resolve({ opened: true }) },
    discovery: { find: silence },
    setup: {
      confirm: never,
      test: silence,
      refusals: () => Promise.resolve({ refused: 0, left: 3, since: null }),
      save: never,
      survey: silence,
      close: () => Promise.resolve(null),
    },
    accounts: {
      list: () => Promise.resolve(ok({ accounts: [], recovered: false })),
      open: never,
      remove: () => Promise.resolve(ok('removed')),
    },
  }
}
