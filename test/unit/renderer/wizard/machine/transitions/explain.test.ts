import { describe, expect, test } from 'vitest'
import { MAX_PASTED } from '#shared/explain/pasted.ts'
import type { SetUpWish } from '#renderer/wizard/machine/events.ts'
import {
  FIRST_STEP,
  type ExplainStep,
  type ResultStep,
  type ServiceChoice,
} from '#renderer/wizard/machine/state.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'
import { beginExplaining } from '#renderer/wizard/machine/transitions/explain.ts'
import {
  ACCOUNT,
  ANNA,
  discoveryWith,
  endedLane,
  EXPLANATION,
  IMAP,
  RELAY_CHOICE,
  SERVICES,
} from '../../samples.ts'

const RESULT: ResultStep = {
  step: 'result',
  address: ANNA,
  discovery: discoveryWith(),
  services: SERVICES,
  setupId: 'setup-1',
  lanes: [endedLane(IMAP)],
  saving: { state: 'idle' },
}
const ADDRESS = { ...FIRST_STEP, text: 'anna@exa' }

describe('the page for an error text', () => {
  test.each([ADDRESS, RESULT])('leads back to the step "$step" as it was left', (from) => {
    const open = transition(from, { type: 'explain-wanted' })
    expect(transition(open, { type: 'back' })).toBe(from)
  })

  test('is not reached from a test that is under way', () => {
    const { address, discovery, services, setupId, lanes } = RESULT
    const running = { step: 'test', address, discovery, services, setupId, lanes } as const
    expect(transition(running, { type: 'explain-wanted' })).toBe(running)
  })

  test('keeps the saved accounts that are only known now for the first step', () => {
    const accounts = { accounts: [ACCOUNT], notice: null }
    const listed = transition(beginExplaining(ADDRESS), { type: 'accounts-listed', accounts })
    expect(transition(listed, { type: 'back' })).toEqual({ ...ADDRESS, accounts })
  })
})

test('a pasted text of exactly a megabyte is taken', () => {
  const text = 'x'.repeat(MAX_PASTED)
  const state = transition(beginExplaining(ADDRESS), {
    type: 'text-pasted',
    pasted: { text, octets: null },
  })
  expect(state).toMatchObject({ problem: null, pasted: { text } })
})

describe('a setup that follows from an answer', () => {
  const about = (account: string | null) => ({ ...EXPLANATION, account })
  const wants = (from: ExplainStep['from'], account: string | null, wish: SetUpWish) =>
    transition(
      { ...beginExplaining(from), explanation: about(account) },
      { type: 'set-up-wanted', wants: wish },
    )

  test.each(['account', 'servers', 'password'] as const)(
    'begins at the first step with the address the text is about (%s)',
    (wish) => {
      expect(wants(ADDRESS, 'ben@example.net', wish)).toMatchObject({
        step: 'address',
        text: 'ben@example.net',
      })
    },
  )

  test('keeps the typed address where the text names none', () => {
    expect(wants(ADDRESS, null, 'account')).toMatchObject({ step: 'address', text: 'anna@exa' })
  })

  test.each([
    ['account', { step: 'address', text: ANNA.unicode }],
    ['servers', { step: 'servers', setupId: 'setup-1' }],
    ['password', { step: 'sign-in', setupId: 'setup-1' }],
  ] as const)('goes on with the setup at hand (%s)', (wish, expected) => {
    expect(wants(RESULT, null, wish)).toMatchObject(expected)
    expect(wants(RESULT, ANNA.unicode, wish)).toMatchObject(expected)
  })

  test('leaves the setup at hand alone if the text is about another account', () => {
    expect(wants(RESULT, 'ben@example.net', 'password')).toEqual({ ...FIRST_STEP, text: 'ben@example.net' })
  })

  test('asks for no password where no server wants one', () => {
    const relay: readonly ServiceChoice[] = [RELAY_CHOICE]
    expect(wants({ ...RESULT, services: relay }, null, 'password')).toMatchObject({ step: 'servers' })
  })
})
