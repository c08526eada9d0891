import { describe, expect, test } from 'vitest'
import { newLane, type Lane } from '#renderer/wizard/machine/lanes.ts'
import type { ResultStep, TestStep } from '#renderer/wizard/machine/state.ts'
import { openLanes, orderedLanes } from '#renderer/wizard/steps/test/technician/lane-order.ts'
import { ANNA, discoveryWith, endedLane, IMAP, POP3, SERVICES, SMTP } from '../../../samples.ts'

const EXPERT = { family: 6, mechanism: null, ehloName: null } as const
const works = endedLane(IMAP, { verdict: 'ok' })
const fails = endedLane(SMTP, { verdict: 'failed' })
const runs = newLane(POP3)
const again: Lane = { ...newLane(SMTP), expert: EXPERT }

const confirmed = {
  address: ANNA,
  discovery: discoveryWith(),
  services: SERVICES,
  setupId: 'setup-7',
} as const
const testing = (...lanes: readonly Lane[]): TestStep => ({ ...confirmed, step: 'test', lanes })
const ended = (...lanes: readonly Lane[]): ResultStep => ({
  ...confirmed,
  step: 'result',
  lanes,
  saving: { state: 'idle' },
})

describe('the order of the services, and those whose details are open', () => {
  test.each<readonly [string, TestStep | ResultStep, readonly Lane[], readonly Lane[]]>([
    [
      'while everything is tested: as they began, none open',
      testing(works, fails, runs),
      [works, fails, runs],
      [],
    ],
    ['after it: what fails first, and open', ended(works, fails), [fails, works], [fails]],
    ['where all works: none open', ended(works), [works], []],
    ['one that is tested again: first, and still open', testing(works, again), [again, works], [again]],
    [
      'one that fails again: first, and still open',
      ended(works, { ...fails, expert: EXPERT }),
      [{ ...fails, expert: EXPERT }, works],
      [{ ...fails, expert: EXPERT }],
    ],
    [
      'one that works now: behind what fails, and still open',
      ended(fails, { ...works, expert: EXPERT }),
      [fails, { ...works, expert: EXPERT }],
      [fails, { ...works, expert: EXPERT }],
    ],
    ['nothing to test', ended(), [], []],
  ])('%s', (_, state, order, open) => {
    expect(orderedLanes(state)).toEqual(order)
    expect(openLanes(state)).toEqual(open)
  })
})
