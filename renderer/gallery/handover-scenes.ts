import type { FoundProfile } from '#shared/programs/found-program.ts'
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

const PROFILE: FoundProfile = {
  id: 'p1',
  name: 'default-release',
  path: '/home/anna/.thunderbird/x.default-release',
  state: 'open',
  isDefault: true,
}
const OTHER: FoundProfile = { ...PROFILE, id: 'p2', name: 'work', isDefault: false, state: 'closed' }

/** The ways into a mail program, each on its page. */
export const HANDOVERS: readonly Scene[] = [
  scene('handover-list', handover({ kind: 'list' })),
  scene(
    'handover-android',
    handover(
      { kind: 'program', program: 'thunderbird-android', way: null },
      { proof: { state: 'arrived', afterMs: 2_000 } },
    ),
  ),
  scene(
    'handover-profile',
    handover(
      { kind: 'program', program: 'thunderbird', way: null, profiles: [PROFILE, OTHER] },
      {
        profile: {
          state: 'waiting',
          preview: {
            previewId: 'look-1',
            profile: PROFILE,
            limits: [],
            changes: [
              { name: 'mail.server.server3.hostname', before: null, after: '"imap.example.org"' },
              { name: 'mail.accountmanager.accounts', before: '"account1"', after: '"account1,account3"' },
            ],
          },
        },
      },
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
