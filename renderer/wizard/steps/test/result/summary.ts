import { isGood } from '#shared/finding/check-result.ts'
import { proofIn } from '#shared/domain/evidence.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { signInRecord } from '#renderer/wizard/machine/agreement.ts'
import type { ResultStep } from '#renderer/wizard/machine/state.ts'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'

export type Summary = 'works' | 'reachable' | 'left' | 'problem' | 'stopped'

/** The same for the user: `left`, where servers answered that only the mail program can sign in to. */
export function outcomeOf(state: ResultStep): Summary {
  const summary = summaryOf(state.lanes)
  return summary === 'reachable' && signInRecord(state).way === 'program' ? 'left' : summary
}

/** How the whole test came out. `reachable`: all answered and is encrypted, not every service signed in. */
export function summaryOf(lanes: readonly Lane[]): Exclude<Summary, 'left'> {
  const results = lanes.flatMap((lane) => (lane.result === null ? [] : [lane.result]))
  if (results.some(({ code }) => code === 'CANCELLED')) return 'stopped'
  if (results.length === 0 || results.some(({ verdict }) => verdict === 'failed' || verdict === 'skipped'))
    return 'problem'
  return results.every(({ evidence }) => proofIn(evidence) !== null) ? 'works' : 'reachable'
}

/** What does not work yet, for a title that names it; `other` where a group of services is neither proved nor failed. */
export type Problem = 'sending' | 'receiving' | 'onlySending' | 'onlyReceiving' | 'both' | 'other'

export function problemIn(lanes: readonly Lane[]): Problem {
  const sending = stateOf(lanes.filter(({ endpoint }) => endpoint.protocol === 'smtp'))
  const receiving = stateOf(lanes.filter(({ endpoint }) => endpoint.protocol !== 'smtp'))
  switch (`${receiving} ${sending}` as const) {
    case 'proved failed':
      return 'sending'
    case 'failed proved':
      return 'receiving'
    case 'none failed':
      return 'onlySending'
    case 'failed none':
      return 'onlyReceiving'
    case 'failed failed':
      return 'both'
    default:
      return 'other'
  }
}

function stateOf(lanes: readonly Lane[]): 'none' | 'proved' | 'failed' | 'mixed' {
  if (lanes.length === 0) return 'none'
  if (lanes.every(({ result }) => result !== null && !isGood(result.verdict))) return 'failed'
  return proofsIn(lanes).length === lanes.length ? 'proved' : 'mixed'
}

/** Whether anything was proved that is worth saving. */
export function provedSome(lanes: readonly Lane[]): boolean {
  return proofsIn(lanes).length > 0
}

/** Whether a password was proved, so that there is one to keep. */
export function provedPassword(lanes: readonly Lane[]): boolean {
  return proofsIn(lanes).includes('sign-in')
}

function proofsIn(lanes: readonly Lane[]) {
  return lanes.flatMap(({ result }) =>
    result !== null && isGood(result.verdict) ? (proofIn(result.evidence) ?? []) : [],
  )
}

/** The services whose test was stopped before its end. */
export function stoppedProtocols(lanes: readonly Lane[]): readonly Protocol[] {
  return lanes.filter(({ result }) => result?.code === 'CANCELLED').map(({ endpoint }) => endpoint.protocol)
}

/** What was tested, as a mail program is to be told. */
export function settingsIn(lanes: readonly Lane[]) {
  return lanes.flatMap(({ result }) => result ?? [])
}
