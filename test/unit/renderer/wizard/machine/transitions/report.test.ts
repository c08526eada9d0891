import { describe, expect, test } from 'vitest'
import { reportOfResult } from '#renderer/wizard/machine/report-of-result.ts'
import { FIRST_STEP, type ReportStep, type ResultStep } from '#renderer/wizard/machine/state.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'
import { beginReading } from '#renderer/wizard/machine/transitions/report.ts'
import { ACCOUNT, ANNA, discoveryWith, endedLane, IMAP, REPORT, SERVICES } from '../../samples.ts'

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
const OTHER = { ...REPORT, address: 'bob@example.org' }

describe('the page for a saved report', () => {
  test.each([ADDRESS, RESULT])('leads back to the step "$step" as it was left', (from) => {
    const open = transition(from, { type: 'report-wanted' })
    expect(transition(open, { type: 'back' })).toBe(from)
  })

  test('keeps the saved accounts that are only known now for the first step', () => {
    const accounts = { accounts: [ACCOUNT], notice: null }
    const listed = transition(beginReading(ADDRESS), { type: 'accounts-listed', accounts })
    expect(transition(listed, { type: 'back' })).toEqual({ ...ADDRESS, accounts })
  })

  const empty = beginReading(ADDRESS)
  const shown: ReportStep = { ...empty, shown: REPORT }
  const both: ReportStep = { ...shown, second: OTHER }
  const refused: ReportStep = { ...shown, problem: 'damaged' }

  test.each([
    ['the first is shown', empty, 'shown', { shown: OTHER, second: null }],
    ['a second is set beside it', shown, 'second', { shown: REPORT, second: OTHER }],
    ['another one to be shown begins anew', both, 'shown', { shown: OTHER, second: null }],
    ['a second without a first is shown itself', empty, 'second', { shown: OTHER, second: null }],
    ['one that can be read takes away what was wrong with the last', refused, 'shown', { shown: OTHER }],
  ] as const)('%s', (_, state, as, expected) => {
    const after = transition(state, { type: 'report-read', report: OTHER, as })
    expect(after).toMatchObject({ ...expected, problem: null })
  })

  test('a file that is none leaves what is shown', () => {
    expect(transition(both, { type: 'report-refused', problem: 'not-a-report' })).toEqual({
      ...both,
      problem: 'not-a-report',
    })
  })
})

describe('the report of a result', () => {
  const maker = { version: '1.2.3', host: 'desktop', system: 'Linux' } as const
  const made = new Date('2026-11-27T15:05:09.000Z')

  test('says when it was tested, and not only when it was made', () => {
    const state: ResultStep = { ...RESULT, testedAt: '2026-11-27T14:00:00.000Z' }
    expect(reportOfResult(state, maker, made)).toMatchObject({
      address: ANNA.unicode,
      tested: '2026-11-27T14:00:00.000Z',
      made: '2026-11-27T15:05:09.000Z',
      madeBy: maker,
    })
  })

  test('holds what was looked at after the test, the latest of each', () => {
    const first = { type: 'looked', looks: { survey: { endpoints: [], conclusions: [] } } } as const
    const mechanisms = { services: [], endedBy: 'AUTH_REJECTED' } as const
    const after = [first, { type: 'looked', looks: { mechanisms } } as const].reduce(
      (state, event) => transition(state, event) as ResultStep,
      RESULT,
    )
    expect(reportOfResult(after, maker, made)).toMatchObject({
      survey: { endpoints: [] },
      mechanisms,
      arrival: null,
    })
  })

  test('of a test that ended keeps the moment at which it began', () => {
    const at = '2026-11-27T14:00:00.000Z'
    const running = transition(RESULT, { type: 'test-started', protocols: null })
    const started = transition(running, {
      type: 'test-reported',
      event: { type: 'started', endpoints: [IMAP], network: 'hotel', at },
    })
    const [lane] = RESULT.lanes
    if (lane?.result === null || lane === undefined) throw new Error('the sample has no result')
    const ended = transition(started, {
      type: 'test-reported',
      event: { type: 'result', protocol: 'imap', result: lane.result },
    })
    const done = transition(ended, {
      type: 'test-reported',
      event: { type: 'done', result: { address: ANNA.unicode, verdict: 'ok', endpoints: [lane.result] } },
    })
    expect(done).toMatchObject({ step: 'result', testedAt: at })
  })
})
