import { describe, expect, test } from 'vitest'
import type { EngineClient } from '#shared/contract/contract.ts'
import type { FoundProfile, ProfileState } from '#shared/programs/found-program.ts'
import type { ProfilePreview, ProfileProblem } from '#shared/programs/profile-change.ts'
import { fail, ok } from '#shared/outcome.ts'
import { createFakeClient } from '#renderer/client/fake-client.ts'
import { APP } from '#renderer/gallery/sample-app.ts'
import { Handover } from '#renderer/wizard/driver/handover.ts'
import { WizardSession } from '#renderer/wizard/driver/session.ts'
import type { WizardState } from '#renderer/wizard/machine/state.ts'
import { ACCOUNT, ANNA, discoveryWith } from '../samples.ts'

const profile = (state: ProfileState): FoundProfile => ({
  id: 'p1',
  name: 'default-release',
  path: '/home/anna/.thunderbird/x.default-release',
  state,
  isDefault: true,
})
const preview = (state: ProfileState, previewId = 'look-1'): ProfilePreview => ({
  previewId,
  profile: profile(state),
  changes: [{ name: 'mail.server.server3.type', before: null, after: '"imap"' }],
  limits: [],
})

const START: WizardState = {
  step: 'handover',
  from: {
    step: 'done',
    account: ACCOUNT,
    leftOut: [],
    tested: { setupId: 'setup-1', discovery: discoveryWith() },
  },
  setup: { address: ANNA, services: [], oauth: null },
  target: { kind: 'program', program: 'thunderbird', way: null, profiles: [profile('closed')] },
  profile: { state: 'none' },
  proof: { state: 'none' },
}

type Programs = EngineClient['programs']

function begin(programs: Partial<Programs>, pause: () => Promise<void> = () => Promise.resolve()) {
  const fake = createFakeClient(APP)
  const session = new WizardSession(START)
  const handover = new Handover({ ...fake, programs: { ...fake.programs, ...programs } }, session, pause)
  const seen: string[] = []
  session.store.subscribe((now) => now.step === 'handover' && seen.push(now.profile.state))
  return { handover, session, seen }
}

/** A program in these states, one for each look; the last one stays. */
function looking(...states: readonly ProfileState[]): Programs['preview'] {
  let look = 0
  return () => {
    const state = states[Math.min(look, states.length - 1)] ?? 'closed'
    look += 1
    return Promise.resolve(ok(preview(state, `look-${look}`)))
  }
}

describe('before a profile is written', () => {
  test('what would be added is shown', async () => {
    const { handover, session, seen } = begin({ preview: looking('closed') })
    await handover.look('p1')
    expect(seen).toEqual(['reading', 'shown'])
    expect(session.state).toMatchObject({ profile: { preview: { previewId: 'look-1' } } })
  })

  test('an open program is waited for, and its end is noticed without a press', async () => {
    const { handover, session, seen } = begin({ preview: looking('open', 'open', 'closed') })
    await handover.look('p1')
    expect(seen).toEqual(['reading', 'waiting', 'waiting', 'shown'])
    expect(session.state).toMatchObject({ profile: { preview: { previewId: 'look-3' } } })
  })

  test('nothing is written where it is not known whether the program is open', async () => {
    const { handover, session } = begin({ preview: looking('unsure') })
    await handover.look('p1')
    expect(session.state).toMatchObject({ profile: { state: 'failed', problem: 'PROFILE_UNSURE' } })
  })

  test('the user who leaves is not looked after any more', async () => {
    let looks = 0
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const { handover, session } = begin(
      {
        preview: () => {
          looks += 1
          return Promise.resolve(ok(preview('open')))
        },
      },
      () => promise,
    )
    const looked = handover.look('p1')
    session.dispatch({ type: 'back' })
    resolve(undefined)
    await looked
    expect(looks).toBe(1)
  })

  test('of two profiles the one that was picked last is shown', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const late: Programs['preview'] = async ({ profileId }) => {
      if (profileId === 'slow') await promise
      return ok(preview('closed', profileId))
    }
    const { handover, session } = begin({ preview: late })
    const slow = handover.look('slow')
    await handover.look('quick')
    resolve(undefined)
    await slow
    expect(session.state).toMatchObject({ profile: { preview: { previewId: 'quick' } } })
  })
})

const WRITTEN = { profile: profile('closed'), backup: 'prefs.js.mailwright' }

async function write(answer: Awaited<ReturnType<Programs['write']>>, states: readonly ProfileState[]) {
  const asked: unknown[] = []
  const all = begin({
    preview: looking(...states),
    write: (request) => {
      asked.push(request)
      return Promise.resolve(answer)
    },
    undo: () => Promise.resolve(ok(profile('closed'))),
  })
  await all.handover.look('p1')
  await all.handover.write(preview('closed'))
  return { ...all, asked }
}

describe('writing', () => {
  test('is of what was shown and nothing else, and can be taken back', async () => {
    const { handover, session, asked, seen } = await write(ok(WRITTEN), ['closed'])
    expect(asked).toEqual([{ setupId: 'setup-1', profileId: 'p1', previewId: 'look-1' }])
    await handover.undo(WRITTEN)
    expect(seen).toEqual(['reading', 'shown', 'writing', 'written', 'undoing', 'undone'])
    expect(session.state).toMatchObject({ profile: { state: 'undone' } })
  })

  test.each<ProfileProblem>(['PROFILE_OPEN', 'PROFILE_CHANGED'])(
    'that finds %s shows the profile anew, and writes nothing by itself',
    async (problem) => {
      const { seen, asked } = await write(fail(problem), ['closed'])
      expect(seen).toEqual(['reading', 'shown', 'writing', 'reading', 'shown'])
      expect(asked).toHaveLength(1)
    },
  )

  test('that fails says why', async () => {
    const { session } = await write(fail('FILE_FULL'), ['closed'])
    expect(session.state).toMatchObject({ profile: { state: 'failed', problem: 'FILE_FULL', written: null } })
  })

  test('does not begin while the program is open', async () => {
    let paused = 0
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const asked: unknown[] = []
    const { handover, session } = begin(
      {
        preview: looking('open'),
        write: (request) => {
          asked.push(request)
          return Promise.resolve(ok(WRITTEN))
        },
      },
      () => {
        paused += 1
        return promise
      },
    )
    const looked = handover.look('p1')
    await expect.poll(() => paused).toBe(1)
    await handover.write(preview('open'))
    expect(asked).toEqual([])
    session.dispatch({ type: 'restarted' })
    resolve(undefined)
    await looked
  })

  test('that cannot be taken back leaves what was written in sight', async () => {
    const { handover, session } = begin({ undo: () => Promise.resolve(fail('PROFILE_CHANGED')) })
    await handover.undo(WRITTEN)
    expect(session.state).toMatchObject({
      profile: { state: 'failed', problem: 'PROFILE_CHANGED', written: WRITTEN },
    })
  })
})
