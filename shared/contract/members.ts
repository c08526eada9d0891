import type { EngineContract } from '#shared/contract/contract.ts'
import type { MembersOf } from '#shared/contract/spec.ts'

const CALL = { kind: 'call' } as const
const STREAM = { kind: 'stream' } as const

/** What a page can ask, without the checks of what it asks: those and their tables stay with the engine. */
export const MEMBERS = {
  app: { describe: CALL, chooseView: CALL, open: CALL, writeMail: CALL, savePdf: CALL, opened: STREAM },
  network: { proxy: CALL, chooseProxy: CALL },
  discovery: { find: STREAM },
  setup: {
    confirm: CALL,
    offer: CALL,
    authorize: STREAM,
    test: STREAM,
    sendTest: STREAM,
    refusals: CALL,
    save: CALL,
    saveExport: CALL,
    survey: STREAM,
    mechanisms: STREAM,
    arrival: STREAM,
    close: CALL,
  },
  clients: { kept: CALL, keep: CALL, check: CALL },
  accounts: { list: CALL, open: CALL, remove: CALL },
  programs: {
    list: CALL,
    preview: CALL,
    write: CALL,
    inspect: CALL,
    review: CALL,
    testReview: STREAM,
    closeReview: CALL,
    undo: CALL,
    previewFix: CALL,
    tryFix: CALL,
    writeFix: CALL,
    undoFix: CALL,
  },
} as const satisfies MembersOf<EngineContract>
