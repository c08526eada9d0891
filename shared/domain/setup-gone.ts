/**
 * The one answer of every call about a setup that is unknown, was closed or made room for newer ones: its servers have
 * to be confirmed anew. It is the last event for a page that reads a stream, and a failure for one that asked once.
 * Closing is the exception: a setup that is gone is closed.
 */
export const SETUP_GONE = { type: 'unknown-setup', ok: false, error: 'CFG_CONFIRM' } as const

export type SetupGone = typeof SETUP_GONE

/** By what it says: an answer that came over IPC or a WebSocket is a copy. */
export function isSetupGone(answer: object): answer is SetupGone {
  return 'type' in answer && answer.type === SETUP_GONE.type
}
