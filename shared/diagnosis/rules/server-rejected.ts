import type { Rule } from '#shared/diagnosis/rule.ts'
import { rejectionIn } from '#shared/diagnosis/situation.ts'

/** Turned away at the door: a 554 greeting, `-ERR` or `NO` before anything was asked (RFC 5321 section 3.1). */
export const serverRejected: Rule = {
  code: 'SERVER_REJECTED',
  conclude: (situation) =>
    (situation.failed.stage === 'greeting' || situation.failed.stage === 'capabilities') &&
    rejectionIn(situation) !== null
      ? { turn: 'network', actions: [{ kind: 'other-network' }, { kind: 'ask-admin' }, { kind: 'retry' }] }
      : null,
}
