import { describe, expect, test } from 'vitest'
import type { EventType, WizardEvent } from '#renderer/wizard/machine/events.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'
import type { StepName } from '#renderer/wizard/machine/state.ts'
import { EVENTS, STATES } from './states-and-events.ts'

/** Where each event leads; what is not named here changes nothing at that step. */
const LEADS_TO: Readonly<Record<StepName, Readonly<Partial<Record<EventType, StepName>>>>> = {
  address: {
    'accounts-listed': 'address',
    'account-taken-up': 'address',
    'account-failed': 'address',
    'account-forgotten': 'address',
    'account-opened': 'test',
    'address-typed': 'address',
    'address-refused': 'address',
    'address-doubted': 'address',
    'address-accepted': 'account',
    'explain-wanted': 'explain',
    'report-wanted': 'report',
    'programs-wanted': 'programs',
    'devices-wanted': 'devices',
  },
  account: {
    discovered: 'servers',
    'offer-known': 'account',
    'account-type-picked': 'account',
    'account-accepted': 'servers',
    'by-hand-wanted': 'servers',
    back: 'address',
  },
  servers: {
    'by-hand-wanted': 'servers',
    'sheet-read': 'servers',
    discovered: 'servers',
    'offer-known': 'servers',
    'account-type-picked': 'account',
    'service-toggled': 'servers',
    'candidate-chosen': 'servers',
    'server-edited': 'servers',
    'draft-changed': 'servers',
    'drafts-applied': 'servers',
    'advice-taken': 'servers',
    'draft-dropped': 'servers',
    'servers-refused': 'servers',
    'servers-confirmed': 'sign-in',
    back: 'address',
  },
  'sign-in': {
    'test-started': 'test',
    'authorize-started': 'authorize',
    'password-given': 'sign-in',
    'account-type-picked': 'account',
    'service-toggled': 'servers',
    'candidate-chosen': 'servers',
    'server-edited': 'servers',
    'servers-wanted': 'servers',
    back: 'address',
  },
  authorize: {
    'authorize-started': 'authorize',
    'authorize-reported': 'authorize',
    'services-replaced': 'authorize',
    'test-started': 'test',
    'sign-in-wanted': 'sign-in',
    'address-wanted': 'address',
    'call-failed': 'sign-in',
    back: 'sign-in',
  },
  test: {
    'test-started': 'test',
    'network-left': 'test',
    'password-given': 'test',
    'test-reported': 'test',
    'services-replaced': 'test',
    'sign-in-wanted': 'sign-in',
    'authorize-started': 'authorize',
    'servers-wanted': 'servers',
    'address-wanted': 'address',
    'sign-in-added': 'servers',
    'call-failed': 'servers',
    back: 'sign-in',
  },
  result: {
    'test-started': 'test',
    'network-left': 'result',
    'password-given': 'result',
    'services-replaced': 'result',
    'sign-in-wanted': 'sign-in',
    'authorize-started': 'authorize',
    'servers-wanted': 'servers',
    'address-wanted': 'address',
    'sign-in-added': 'servers',
    'handover-wanted': 'handover',
    'explain-wanted': 'explain',
    'report-wanted': 'report',
    looked: 'result',
    restarted: 'address',
    saving: 'result',
    'save-failed': 'result',
    saved: 'done',
    back: 'sign-in',
  },
  done: { 'handover-wanted': 'handover', restarted: 'address', back: 'address' },
  handover: {
    'handover-wanted': 'handover',
    'profile-reported': 'handover',
    'message-begun': 'handover',
    'test-reported': 'handover',
    'call-failed': 'handover',
    restarted: 'address',
    back: 'done',
  },
  explain: {
    'accounts-listed': 'explain',
    'text-pasted': 'explain',
    'text-refused': 'explain',
    'set-up-wanted': 'address',
    back: 'address',
  },
  devices: {
    'device-searched': 'devices',
    'device-picked': 'device',
    back: 'address',
  },
  device: {
    'address-typed': 'device',
    'address-refused': 'device',
    'address-accepted': 'device',
    discovered: 'device',
    'needs-told': 'device',
    'device-test-wanted': 'servers',
    back: 'devices',
  },
  programs: {
    'programs-read': 'programs',
    'settings-given': 'programs',
    'settings-refused': 'programs',
    'account-to-inspect': 'inspect',
    'call-failed': 'programs',
    back: 'address',
  },
  inspect: {
    'account-to-inspect': 'inspect',
    'programs-read': 'inspect',
    reviewed: 'inspect',
    'review-test-started': 'inspect',
    'review-reported': 'inspect',
    'fix-reported': 'inspect',
    'fix-tried': 'inspect',
    'address-wanted': 'address',
    'call-failed': 'programs',
    back: 'programs',
  },
  report: {
    'accounts-listed': 'report',
    'report-read': 'report',
    'report-refused': 'report',
    back: 'address',
  },
}

const steps = Object.keys(STATES) as readonly StepName[]
const moves = steps.flatMap((step) =>
  Object.values(EVENTS).map(
    (event: WizardEvent) => [step, event.type, LEADS_TO[step][event.type] ?? null, event] as const,
  ),
)

describe('every event at every step', () => {
  test.each(moves.filter(([, , to]) => to !== null))(
    'at "%s" the event "%s" leads to "%s"',
    (step, _, to, event) => {
      const after = transition(STATES[step], event)
      expect(after.step).toBe(to)
      expect(after).not.toEqual(STATES[step])
    },
  )

  test.each(moves.filter(([, , to]) => to === null))(
    'at "%s" the event "%s" changes nothing',
    (step, _, __, event) => {
      expect(transition(STATES[step], event)).toBe(STATES[step])
    },
  )

  test('no event changes the state it began with', () => {
    const before = structuredClone(STATES)
    for (const [step, , , event] of moves) transition(STATES[step], event)
    expect(STATES).toEqual(before)
  })
})
