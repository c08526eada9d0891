import { describe, expect, test } from 'vitest'
import type { EngineClient } from '#shared/contract/contract.ts'
import type { ReviewEvent } from '#shared/contract/review-event.ts'
import { ok } from '#shared/outcome.ts'
import type { InspectedProfile } from '#shared/programs/account-review.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'
import { createFakeClient } from '#renderer/client/fake-client.ts'
import { APP } from '#renderer/gallery/sample-app.ts'
import { Wizard } from '#renderer/wizard/driver/wizard.ts'
import { FIRST_STEP } from '#renderer/wizard/machine/state.ts'
import { FINDING, REVIEW, SUBJECT } from '../samples.ts'

const REFUSED: SettingFinding = {
  code: 'AUTH_REJECTED',
  severity: 'error',
  turn: 'you',
  field: 'password',
  protocol: 'imap',
  has: '',
  should: null,
  live: { ...FINDING, code: 'AUTH_REJECTED' },
}
const PROFILE: InspectedProfile = {
  id: SUBJECT.profileId ?? '',
  client: SUBJECT.client,
  version: null,
  path: '/home/anna/.thunderbird/a.default/prefs.js',
  read: ok({ accounts: [{ ...SUBJECT, findings: [] }], notes: [] }),
}

/** A wizard at the list of accounts, over an engine that writes down what it is asked. */
function atPrograms(findings: readonly SettingFinding[], profiles: readonly InspectedProfile[] = [PROFILE]) {
  const asked: string[] = []
  let reviews = 0
  const fake = createFakeClient(APP)
  async function* judged(): AsyncIterable<ReviewEvent> {
    yield await Promise.resolve({ type: 'judged', results: [], findings } as const)
  }
  const programs: Partial<EngineClient['programs']> = {
    inspect: () => Promise.resolve(profiles),
    review: ({ previous }) => {
      reviews += 1
      asked.push(`review after ${previous}`)
      const tests = REVIEW.tests.map((one) => ({
        ...one,
        credential: previous === null ? ('wanted' as const) : ('kept' as const),
      }))
      return Promise.resolve({ ...REVIEW, reviewId: `review-${reviews}`, tests })
    },
    testReview: ({ reviewId, credential }) => {
      asked.push(`test of ${reviewId} with ${credential?.kind ?? 'what is kept'}`)
      return judged()
    },
    closeReview: ({ reviewId }) => {
      asked.push(`close ${reviewId}`)
      return Promise.resolve(null)
    },
  }
  const wizard = new Wizard({ ...fake, programs: { ...fake.programs, ...programs } }, FIRST_STEP)
  wizard.dispatch({ type: 'programs-wanted' })
  return { wizard, asked }
}

const tested = async (findings: readonly SettingFinding[], profiles?: readonly InspectedProfile[]) => {
  const { wizard, asked } = atPrograms(findings, profiles)
  await wizard.inspection.inspect(SUBJECT)
  await wizard.inspection.test({
    kind: 'password',
    sendingKind: 'password',
    account: 'sunflower',
    sending: null,
  })
  return { wizard, asked }
}

describe('an account of a program', () => {
  test('is looked up, tested with what was typed, and judged', async () => {
    const { wizard, asked } = await tested([])
    expect(asked).toEqual(['review after null', 'test of review-1 with password'])
    expect(wizard.store.getState()).toMatchObject({ step: 'inspect', inspecting: { state: 'judged' } })
  })

  test('is tested again with what was given, where nothing has to be typed', async () => {
    const { wizard, asked } = await tested([])
    await wizard.inspection.again()
    expect(asked.slice(2)).toEqual(['review after review-1', 'test of review-2 with what is kept'])
  })

  test('is not tested again with a password that was refused', async () => {
    const { wizard, asked } = await tested([REFUSED])
    await wizard.inspection.again()
    expect(asked.slice(2)).toEqual(['close review-1', 'review after null'])
    expect(wizard.store.getState()).toMatchObject({ inspecting: { state: 'ready' } })
  })

  test('that its program has no more leads back to the list', async () => {
    const { wizard } = await tested([], [])
    await wizard.inspection.again()
    expect(wizard.store.getState()).toMatchObject({ step: 'programs', profiles: [] })
  })

  test('is forgotten by the engine when the user leaves it', async () => {
    const { wizard, asked } = await tested([])
    wizard.dispatch({ type: 'back' })
    expect(asked.at(-1)).toBe('close review-1')
  })
})

describe('a text that is given', () => {
  test.each([
    ['', 'empty'],
    ['dear Anna, our server is imap.example.org', 'unknown'],
  ])('%j is not taken: %s', async (text, problem) => {
    const { wizard } = atPrograms([])
    await wizard.inspection.give(text)
    expect(wizard.store.getState()).toMatchObject({ step: 'programs', given: null, problem })
  })

  test('is read as the settings of the program it is of', async () => {
    const { wizard } = atPrograms([])
    await wizard.inspection.give('account a\nhost smtp.example.org\nfrom anna@example.org\npassword tulip\n')
    const state = wizard.store.getState()
    expect(state).toMatchObject({ given: { client: 'msmtp', accounts: [{ address: 'anna@example.org' }] } })
    expect(JSON.stringify(state)).not.toContain('tulip')
  })

  test('as a file that Windows exported is decoded', async () => {
    const { wizard } = atPrograms([])
    const text = '\uFEFFaccount a\r\nhost smtp.example.org\r\nfrom anna@example.org\r\n'
    await wizard.inspection.give(new File([Buffer.from(text, 'utf16le')], 'settings'))
    expect(wizard.store.getState()).toMatchObject({ given: { client: 'msmtp' } })
  })
})
