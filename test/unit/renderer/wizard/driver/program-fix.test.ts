import { describe, expect, test } from 'vitest'
import type { EngineClient } from '#shared/contract/contract.ts'
import type { ReviewEvent } from '#shared/contract/review-event.ts'
import { SETUP_GONE } from '#shared/domain/setup-gone.ts'
import { fail, ok } from '#shared/outcome.ts'
import type { InspectedProfile } from '#shared/programs/account-review.ts'
import type { FixOffer } from '#shared/programs/fix/fix-offer.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'
import { createFakeClient } from '#renderer/client/fake-client.ts'
import { APP } from '#renderer/gallery/sample-app.ts'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'
import type { InspectedSubject } from '#renderer/wizard/machine/inspecting.ts'
import { FIRST_STEP } from '#renderer/wizard/machine/state.ts'
import { REVIEW, SUBJECT } from '../samples.ts'

type Programs = EngineClient['programs']

const PORT: SettingFinding = {
  code: 'SET_PORT',
  severity: 'error',
  turn: 'you',
  field: 'port',
  protocol: 'imap',
  has: '1993',
  should: '993',
  live: null,
}
const WRITE: FixOffer = {
  previewId: 'a1b2',
  changes: [{ line: 1, before: 'port 1993', after: 'port 993' }],
  next: 'write',
}
const PROFILE: InspectedProfile = {
  id: SUBJECT.profileId ?? '',
  client: SUBJECT.client,
  version: null,
  path: '/home/anna/.thunderbird/a.default/prefs.js',
  read: ok({ accounts: [{ ...SUBJECT, findings: [] }], notes: [] }),
}
const SECRETS = { kind: 'password', sendingKind: 'password', account: 'sunflower', sending: null } as const

async function* once(event: ReviewEvent): AsyncIterable<ReviewEvent> {
  yield await Promise.resolve(event)
}

/** A wizard that looks at an account with a wrong port, over an engine that writes down what it is asked. */
async function lookingAt(change: Partial<Programs>, subject: InspectedSubject = SUBJECT) {
  const asked: string[] = []
  let reviews = 0
  const review = (credential: 'kept' | 'wanted') => {
    reviews += 1
    const tests = REVIEW.tests.map((one) => ({ ...one, credential }))
    return { ...REVIEW, reviewId: `review-${reviews}`, findings: [PORT], tests }
  }
  const fake = createFakeClient(APP)
  const programs: Partial<Programs> = {
    inspect: () => Promise.resolve([PROFILE]),
    review: ({ previous }) => Promise.resolve(review(previous === null ? 'wanted' : 'kept')),
    testReview: ({ reviewId }) => {
      asked.push(`test of ${reviewId}`)
      return once({ type: 'judged', results: [], findings: [] })
    },
    previewFix: ({ reviewId, profileId }) => {
      asked.push(`preview of ${reviewId} in ${profileId}`)
      return Promise.resolve(ok(WRITE))
    },
    tryFix: ({ reviewId }) => {
      asked.push(`try after ${reviewId}`)
      return Promise.resolve(ok({ account: SUBJECT.account, review: review('wanted') }))
    },
    writeFix: ({ reviewId, previewId }) => {
      asked.push(`write ${previewId} of ${reviewId}`)
      return Promise.resolve(ok({ backup: 'prefs-before.js' }))
    },
    undoFix: ({ profileId }) => {
      asked.push(`undo in ${profileId}`)
      return Promise.resolve(ok(null))
    },
    ...change,
  }
  const wizard = new Wizard({ ...fake, programs: { ...fake.programs, ...programs } }, FIRST_STEP)
  wizard.dispatch({ type: 'programs-wanted' })
  await wizard.inspection.inspect(subject)
  const fixing = () => {
    const state = wizard.store.getState()
    return state.step === 'inspect' ? state.fixing : null
  }
  return { wizard, asked, fixing }
}

describe('what is wrong in a program', () => {
  test('can be changed there as soon as it is known', async () => {
    const { asked, fixing } = await lookingAt({})
    expect(asked).toEqual(['preview of review-1 in profile-1'])
    expect(fixing()).toMatchObject({ offer: WRITE, view: 'button' })
  })

  test('is changed by the user alone, where nothing can be written', async () => {
    const { fixing } = await lookingAt({ previewFix: () => Promise.resolve(fail('FIX_PROGRAM')) })
    expect(fixing()).toMatchObject({ offer: null, problem: null })
  })

  test('is not looked for in a text that the user gave', async () => {
    const { asked } = await lookingAt({}, { ...SUBJECT, profileId: null })
    expect(asked).toEqual([])
  })

  test('is written once, read again, and put back', async () => {
    const { wizard, asked, fixing } = await lookingAt({})
    await wizard.fix.write()
    expect(asked.slice(1)).toEqual(['write a1b2 of review-1', 'preview of review-2 in profile-1'])
    expect(fixing()?.done).toEqual({ kind: 'written', backup: 'prefs-before.js' })
    await wizard.fix.undo()
    expect(asked.slice(3)).toEqual(['undo in profile-1', 'preview of review-3 in profile-1'])
    expect(fixing()?.done).toEqual({ kind: 'undone' })
  })

  test('is written once by two presses', async () => {
    const { wizard, asked, fixing } = await lookingAt({})
    await Promise.all([wizard.fix.write(), wizard.fix.write()])
    expect(asked.filter((one) => one.startsWith('write'))).toHaveLength(1)
    expect(fixing()?.problem).toBeNull()
  })

  test('stays in view with the reason, where it could not be written', async () => {
    const { wizard, fixing } = await lookingAt({ writeFix: () => Promise.resolve(fail('PROFILE_OPEN')) })
    await wizard.fix.write()
    expect(fixing()).toMatchObject({ offer: WRITE, done: null, problem: 'PROFILE_OPEN' })
  })

  test('is looked up again, where the engine has forgotten it', async () => {
    const { wizard, asked, fixing } = await lookingAt({ writeFix: () => Promise.resolve(SETUP_GONE) })
    await wizard.fix.write()
    expect(asked.at(-1)).toBe('preview of review-2 in profile-1')
    expect(fixing()).toMatchObject({ done: null, problem: null })
  })
})

describe('values that are only likely', () => {
  test('are tested with what is typed for their servers, and shown again before they are written', async () => {
    const { wizard, asked, fixing } = await lookingAt({})
    await wizard.fix.try()
    // No test yet: the password goes to other servers.
    expect(asked.slice(1)).toEqual(['try after review-1'])
    expect(fixing()).toMatchObject({ trial: 'running', offer: null })
    await wizard.inspection.test(SECRETS)
    expect(asked.slice(2)).toEqual(['test of review-2', 'preview of review-2 in profile-1'])
    expect(fixing()).toMatchObject({ trial: 'running', view: 'lines', offer: WRITE })
  })

  test('that do not work are not written', async () => {
    let looks = 0
    const { wizard, fixing } = await lookingAt({
      previewFix: () => {
        looks += 1
        return Promise.resolve(looks === 1 ? ok({ ...WRITE, next: 'try' }) : fail('FIX_NOTHING'))
      },
    })
    await wizard.fix.try()
    await wizard.inspection.test(SECRETS)
    expect(fixing()).toMatchObject({ trial: 'failed', offer: null })
  })
})
