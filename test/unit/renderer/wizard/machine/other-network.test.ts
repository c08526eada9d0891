import { describe, expect, test } from 'vitest'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { newLane, protocolsOffering } from '#renderer/wizard/machine/lanes.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'
import type { ResultStep, WizardState } from '#renderer/wizard/machine/state.ts'
import { ANNA, discoveryWith, endedLane, FINDING, IMAP, SERVICES, SMTP } from '../samples.ts'

const AT = '2026-11-27T15:04:05.678Z'

const SILENT: Lane = withFinding(endedLane(SMTP), { kind: 'other-network' })
const REFUSED: Lane = withFinding(endedLane(IMAP), { kind: 'edit-password' })

function withFinding(lane: Lane, action: (typeof FINDING.actions)[number]): Lane {
  if (lane.result === null) throw new Error('a lane that has not ended')
  return {
    ...lane,
    result: { ...lane.result, verdict: 'failed', findings: [{ ...FINDING, actions: [action] }] },
  }
}

const RESULT: ResultStep = {
  step: 'result',
  address: ANNA,
  discovery: discoveryWith(),
  services: SERVICES,
  setupId: 'setup',
  lanes: [REFUSED, SILENT],
  saving: { state: 'idle' },
  network: 'hotel',
}

describe('leaving for another network', () => {
  const left = transition(RESULT, { type: 'network-left' })
  const again = transition<'result'>(left as ResultStep, { type: 'test-started', protocols: ['smtp'] })

  test('keeps what was found, and where', () => {
    expect(again).toMatchObject({ step: 'test', before: { network: 'hotel' } })
    expect((again as Extract<WizardState, { step: 'test' }>).before?.results).toEqual(
      [REFUSED, SILENT].flatMap(({ result }) => result ?? []),
    )
  })

  test('learns from the test which network that is, and keeps both to the end', () => {
    if (again.step !== 'test') throw new Error(again.step)
    const started = transition(again, {
      type: 'test-reported',
      event: { type: 'started', endpoints: [SMTP], network: 'phone', at: AT },
    })
    if (started.step !== 'test' || SILENT.result === null) throw new Error(started.step)
    const ended = transition(started, {
      type: 'test-reported',
      event: { type: 'result', protocol: 'smtp', result: SILENT.result },
    })
    if (ended.step !== 'test') throw new Error(ended.step)
    const done = transition(ended, {
      type: 'test-reported',
      event: {
        type: 'done',
        result: { address: ANNA.unicode, verdict: 'problem', endpoints: [SILENT.result] },
      },
    })
    expect(done).toMatchObject({ step: 'result', network: 'phone', before: { network: 'hotel' } })
  })
})

test('only what a network may be to blame for is tested there: a refused password is not tried again', () => {
  expect(protocolsOffering([REFUSED, SILENT, newLane(IMAP)], 'other-network')).toEqual(['smtp'])
})
