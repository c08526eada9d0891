import { expect, test } from 'vitest'
import type { WizardEvent } from '#renderer/wizard/machine/events.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'
import type { ResultStep, TestStep, WizardState } from '#renderer/wizard/machine/state.ts'
import { ANNA, discoveryWith, endedLane, IMAP, SERVICES, SMTP } from '../samples.ts'

const after = (state: WizardState, ...events: readonly WizardEvent[]): WizardState =>
  events.reduce(transition, state)

const confirmed = {
  address: ANNA,
  discovery: discoveryWith(),
  services: SERVICES,
  setupId: 'setup-1',
  offer: null,
  token: 'none',
} as const
const result: ResultStep = {
  ...confirmed,
  step: 'result',
  lanes: [endedLane(IMAP)],
  saving: { state: 'idle' },
}

test('another service is tested again, and the lanes that are there stay', () => {
  expect(after(result, { type: 'test-started', protocols: ['smtp'] })).toEqual({
    ...confirmed,
    step: 'test',
    lanes: result.lanes,
  })
})

test('everything is tested again from the beginning', () => {
  expect(after(result, { type: 'test-started', protocols: null })).toMatchObject({
    lanes: [{ endpoint: IMAP, stages: [], result: null }],
  })
})

test('one is tested again while the others end: their end is not the end of it', () => {
  const done = {
    type: 'done',
    result: { address: 'anna@example.org', verdict: 'problem', endpoints: [] },
  } as const
  const running: TestStep = { ...confirmed, step: 'test', lanes: [endedLane(IMAP), endedLane(SMTP)] }
  const again = after(
    running,
    { type: 'test-started', protocols: ['smtp'] },
    { type: 'test-reported', event: done },
  )
  expect(again).toMatchObject({
    step: 'test',
    lanes: [{ endpoint: IMAP }, { endpoint: SMTP, result: null }],
  })
})
