import type { HandoverTarget } from '#renderer/wizard/machine/handover.ts'
import type { HandoverStep } from '#renderer/wizard/machine/state.ts'
import { beginHandover } from '#renderer/wizard/machine/transitions/handover.ts'
import { workingLane } from '#renderer/gallery/sample-lanes.ts'
import { confirmed, result, scene, type Scene } from '#renderer/gallery/sample-states.ts'

function handover(target: HandoverTarget, change: Partial<HandoverStep> = {}): HandoverStep {
  const from = { ...result([workingLane('imap'), workingLane('smtp')]), ...confirmed('gmail') }
  const state = beginHandover(from, { type: 'handover-wanted', target })
  if (state.step !== 'handover') throw new Error('a proved setup has a way into a program')
  return { ...state, ...change }
}

/** The ways into a mail program, each on its page. */
export const HANDOVERS: readonly Scene[] = [
  scene('handover-list', handover({ kind: 'list' })),
  scene('handover-paper', handover({ kind: 'paper' })),
  scene(
    'handover-android',
    handover(
      { kind: 'program', program: 'thunderbird-android', way: null },
      { proof: { state: 'arrived', afterMs: 2_000 } },
    ),
  ),
  scene(
    'handover-by-hand',
    handover(
      { kind: 'program', program: 'iphone-mail', way: { kind: 'guide', guide: 'iphone-mail' } },
      { proof: { state: 'failed', finding: null } },
    ),
  ),
]
