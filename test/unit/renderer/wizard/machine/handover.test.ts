import { describe, expect, test } from 'vitest'
import type { StageRecord } from '#shared/domain/stage.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import type { WizardEvent } from '#renderer/wizard/machine/events.ts'
import type { HandoverStep, ResultStep, WizardState } from '#renderer/wizard/machine/state.ts'
import { transition } from '#renderer/wizard/machine/transition.ts'
import {
  ACCOUNT,
  ANNA,
  discoveryWith,
  endedLane,
  FINDING,
  IMAP,
  passed,
  resultFor,
  SERVICES,
  SMTP,
} from '../samples.ts'

const LOGIN = passed('login')
const result: ResultStep = {
  step: 'result',
  address: ANNA,
  discovery: discoveryWith(),
  services: SERVICES,
  setupId: 'setup-1',
  offer: null,
  token: 'none',
  lanes: [endedLane(IMAP, {}, LOGIN), endedLane(SMTP, {}, LOGIN)],
  saving: { state: 'busy' },
}
const PAPER: WizardEvent = { type: 'handover-wanted', target: { kind: 'paper' } }

const handoverFrom = (state: WizardState): HandoverStep => {
  const after = transition(state, PAPER)
  if (after.step !== 'handover') throw new Error(`it led to ${after.step}`)
  return after
}
const protocols = ({ setup }: HandoverStep) => setup.services.map(({ endpoint }) => endpoint.protocol)

describe('what is handed over', () => {
  test('is everything that was proved', () => {
    expect(protocols(handoverFrom(result))).toEqual(['imap', 'smtp'])
  })

  test('is of a partial proof that part alone', () => {
    const partial = { ...result, lanes: [endedLane(IMAP, {}, LOGIN), endedLane(SMTP, { verdict: 'failed' })] }
    expect(protocols(handoverFrom(partial))).toEqual(['imap'])
  })

  test('is nothing where nothing was proved: there is no page for it', () => {
    const nothing = { ...result, lanes: [endedLane(IMAP, { verdict: 'failed' })] }
    expect(transition(nothing, PAPER)).toBe(nothing)
  })

  test('takes its own password for sending and an exception along', () => {
    const services = SERVICES.map((service) =>
      service.protocol === 'imap' ? { ...service, pin: 'AA:BB' } : service,
    )
    const { setup } = handoverFrom({ ...result, services, passwords: 'two' })
    expect(setup.services.map(({ slot, certificate }) => [slot, certificate])).toEqual([
      ['account', 'accepted-by-user'],
      ['sending', 'trusted'],
    ])
  })

  test('is of a saved account what was saved', () => {
    expect(protocols(handoverFrom({ step: 'done', account: ACCOUNT, leftOut: [] }))).toEqual(['imap'])
  })
})

test('the page leads back to where it was opened, and waits for no saving any more', () => {
  expect(transition(handoverFrom(result), { type: 'back' })).toEqual({ ...result, saving: { state: 'idle' } })
})

describe('the last proof', () => {
  const sent: StageRecord = { ...passed('send'), stage: 'send', facts: { to: ANNA.ascii } }
  const arrived: StageRecord = { ...passed('arrive'), stage: 'arrive', facts: { afterMs: 1_200 } }

  const play = (...events: readonly TestEvent[]): HandoverStep => {
    let state: WizardState = transition(handoverFrom(result), { type: 'message-begun' })
    for (const event of events) state = transition(state, { type: 'test-reported', event })
    if (state.step !== 'handover') throw new Error('the page was left')
    return state
  }
  const started: TestEvent = {
    type: 'started',
    endpoints: [SMTP],
    network: '',
    at: '2026-11-20T10:00:00.000Z',
  }
  const done: TestEvent = { type: 'done', result: { address: '', verdict: 'ok', endpoints: [] } }
  const ended = (change: Parameters<typeof resultFor>[1], ...stages: readonly StageRecord[]): TestEvent => ({
    type: 'result',
    protocol: 'smtp',
    result: resultFor(SMTP, change, ...stages),
  })

  test('is under way until every service has ended', () => {
    expect(play(started).proof.state).toBe('busy')
    expect(play(started, done).proof.state).toBe('busy')
  })

  test.each<readonly [string, readonly TestEvent[], HandoverStep['proof']]>([
    [
      'a message that arrived',
      [{ type: 'stage', protocol: 'smtp', event: arrived }, ended({}, sent)],
      { state: 'arrived', afterMs: 1_200 },
    ],
    ['one that was handed in, where nothing is received', [ended({}, sent)], { state: 'handed-in' }],
    [
      'a refusal, by what is found',
      [ended({ verdict: 'failed', findings: [FINDING] })],
      { state: 'failed', finding: FINDING },
    ],
  ])('is %s', (_, events, proof) => {
    expect(play(started, ...events, done).proof).toEqual(proof)
  })

  test('that failed is explained by the result it leads back to', () => {
    const state = play(started, ended({ verdict: 'failed', code: 'SEND_RATE' }), done)
    const back = transition(state, { type: 'back' })
    expect(back).toMatchObject({ step: 'result', lanes: [{ result: { code: 'SEND_RATE' } }] })
  })

  test('of a setup that is gone has failed, and is not waited for', () => {
    expect(play(started, { type: 'unknown-setup', ok: false, error: 'CFG_CONFIRM' }).proof).toEqual({
      state: 'failed',
      finding: null,
    })
  })
})
