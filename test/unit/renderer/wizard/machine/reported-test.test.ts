import { describe, expect, test } from 'vitest'
import { SETUP_GONE } from '#shared/domain/setup-gone.ts'
import type { EventOf, WizardEvent } from '#renderer/wizard/machine/events.ts'
import { newLane } from '#renderer/wizard/machine/lanes.ts'
import type { TestStep } from '#renderer/wizard/machine/state.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'
import { ANNA, discoveryWith, IMAP, resultFor, running, SERVICES, SMTP } from '../samples.ts'

const confirmed = {
  address: ANNA,
  discovery: discoveryWith(),
  services: SERVICES,
  setupId: 'setup-1',
  offer: null,
  token: 'passing',
} as const

describe('a test that is reported', () => {
  const testing: TestStep = {
    ...confirmed,
    step: 'test',
    lanes: [{ ...newLane(IMAP), waiting: 'dns' }, newLane(SMTP)],
  }
  const report = (event: EventOf<'test-reported'>['event']): WizardEvent => ({ type: 'test-reported', event })
  const done = report({ type: 'done', result: { address: ANNA.unicode, verdict: 'ok', endpoints: [] } })
  const oneEnded = transition(testing, report({ type: 'result', protocol: 'imap', result: resultFor(IMAP) }))

  test('shows its stages in the lanes', () => {
    expect(transition(testing, report({ type: 'stage', protocol: 'imap', event: running('dns') }))).toEqual({
      ...testing,
      lanes: [{ ...newLane(IMAP), stages: [running('dns')] }, newLane(SMTP)],
    })
  })

  test('goes on while a lane is still open, whatever another test says', () => {
    expect(transition(oneEnded, done)).toMatchObject({ step: 'test' })
  })

  test('is over when every lane has ended', () => {
    const bothEnded = transition(
      oneEnded,
      report({ type: 'result', protocol: 'smtp', result: resultFor(SMTP) }),
    )
    expect(transition(bothEnded, done)).toEqual({
      ...confirmed,
      step: 'result',
      lanes: [
        { ...newLane(IMAP), result: resultFor(IMAP) },
        { ...newLane(SMTP), result: resultFor(SMTP) },
      ],
      saving: { state: 'idle' },
    })
  })

  test('of a setup the engine has forgotten leads back to the servers', () => {
    expect(transition(testing, report(SETUP_GONE))).toEqual({
      address: ANNA,
      discovery: confirmed.discovery,
      services: SERVICES,
      setupId: 'setup-1',
      step: 'servers',
      offer: null,
      drafts: [],
      problem: null,
    })
  })
})
