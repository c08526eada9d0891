import type { ArrivalReport } from '#shared/arrival/report.ts'
import type { AppDescription, EngineClient } from '#shared/contract/contract.ts'
import { fail, ok } from '#shared/outcome.ts'

const never = () => new Promise<never>(() => {})

const silence = (): AsyncIterable<never> => ({ [Symbol.asyncIterator]: () => ({ next: never }) })

async function* once(report: ArrivalReport): AsyncIterable<ArrivalReport> {
  yield await Promise.resolve(report)
}

/**
 * An engine that describes itself and then keeps still: for looking at screens, with nothing behind them.
 * @param arrival what it says when it is asked whether mail arrives; `null`: nothing
 */
export function createFakeClient(app: AppDescription, arrival: ArrivalReport | null = null): EngineClient {
  return {
    app: {
      describe: () => Promise.resolve(app),
      chooseView: () => Promise.resolve('kept'),
      open: () => Promise.resolve({ opened: true }),
      writeMail: never,
      savePdf: never,
      opened: silence,
    },
    network: { proxy: () => Promise.resolve(null), chooseProxy: () => Promise.resolve(ok(null)) },
    discovery: { find: silence },
    setup: {
      confirm: never,
      offer: () => Promise.resolve(null),
      authorize: silence,
      test: silence,
      sendTest: silence,
      refusals: () => Promise.resolve({ refused: 0, left: 3, since: null, unsaved: null }),
      save: never,
      saveExport: never,
      survey: silence,
      mechanisms: silence,
      arrival: () => (arrival === null ? silence() : once(arrival)),
      close: () => Promise.resolve(null),
    },
    clients: {
      kept: () => Promise.resolve(null),
      keep: () => Promise.resolve(ok(null)),
      check: () => Promise.resolve({ state: 'known', serverSaid: null }),
    },
    accounts: {
      list: () => Promise.resolve(ok({ accounts: [], notice: null })),
      open: never,
      remove: () => Promise.resolve(ok('removed')),
    },
    programs: {
      list: () => Promise.resolve({ programs: [], mailto: null }),
      preview: never,
      write: never,
      inspect: never,
      review: never,
      testReview: silence,
      closeReview: () => Promise.resolve(null),
      undo: never,
      previewFix: () => Promise.resolve(fail('FIX_NOTHING')),
      tryFix: never,
      writeFix: never,
      undoFix: never,
    },
  }
}
