import { describe, expect, test } from 'vitest'
import { SETUP_GONE } from '#shared/domain/setup-gone.ts'
import { advanceLanes, beginAnew, newLane, type Lane } from '#renderer/wizard/machine/lanes.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import {
  endedLane,
  failed,
  IMAP,
  IMAP_OTHER,
  passed,
  POP3,
  resultFor,
  running,
  skipped,
  SMTP,
} from '../samples.ts'

const AT = '2026-11-27T15:04:05.678Z'

const after = (lanes: readonly Lane[], ...events: readonly TestEvent[]) => events.reduce(advanceLanes, lanes)
const stage = (event: ReturnType<typeof running>): TestEvent => ({ type: 'stage', protocol: 'imap', event })
const statuses = (lane: Lane | undefined) => lane?.stages.map((event) => `${event.stage} ${event.status}`)

describe('a test begins', () => {
  test('with an empty lane for each service', () => {
    expect(after([], { type: 'started', endpoints: [IMAP, SMTP], network: '', at: AT })).toEqual([
      { ...newLane(IMAP), startedAt: AT },
      { ...newLane(SMTP), startedAt: AT },
    ])
    expect(newLane(IMAP)).toEqual({ endpoint: IMAP, stages: [], waiting: null, result: null })
  })

  test('anew for a service that is tested again, and the others keep what they show', () => {
    const imap = endedLane(IMAP, {}, failed('connect'))
    const smtp = endedLane(SMTP, {}, passed('dns'))
    expect(after([imap, smtp], { type: 'started', endpoints: [IMAP_OTHER], network: '', at: AT })).toEqual([
      { ...newLane(IMAP_OTHER), startedAt: AT },
      smtp,
    ])
  })

  test('for a service that was not there before, behind the others', () => {
    const imap = endedLane(IMAP)
    expect(after([imap], { type: 'started', endpoints: [POP3], network: '', at: AT })).toEqual([
      imap,
      { ...newLane(POP3), startedAt: AT },
    ])
  })
})

test('what a technician wanted of a test is known until the next one, and of no other service', () => {
  const expert = { family: 6, mechanism: null, ehloName: null } as const
  const again = beginAnew([endedLane(IMAP), endedLane(SMTP)], ['imap'], expert)
  const begun = after(again, { type: 'started', endpoints: [IMAP], network: '', at: AT })
  expect(begun.map((lane) => lane.expert)).toEqual([expert, undefined])
  expect(beginAnew(begun, null).map((lane) => lane.expert)).toEqual([undefined, undefined])
})

describe('a stage', () => {
  test('is listed when it starts, and its end takes the place of its start', () => {
    const [begun] = after([newLane(IMAP)], stage(running('dns')))
    expect(statuses(begun)).toEqual(['dns running'])
    const [ended] = after([newLane(IMAP)], stage(running('dns')), stage(passed('dns')))
    expect(statuses(ended)).toEqual(['dns ok'])
  })

  test('that fails takes the place of its start too', () => {
    const [lane] = after([newLane(IMAP)], stage(running('dns')), stage(failed('dns')))
    expect(statuses(lane)).toEqual(['dns failed'])
  })

  test('that is left out needs no start', () => {
    const [lane] = after([newLane(IMAP)], stage(passed('dns')), stage(skipped('login')))
    expect(statuses(lane)).toEqual(['dns ok', 'login skipped'])
  })

  test('that is run twice is listed twice', () => {
    const upgrade = [running('capabilities'), passed('capabilities'), running('starttls'), passed('starttls')]
    const [lane] = after([newLane(IMAP)], ...[...upgrade, running('capabilities')].map(stage))
    expect(statuses(lane)).toEqual(['capabilities ok', 'starttls ok', 'capabilities running'])
  })

  test('that is run twice in a row is listed twice', () => {
    const [lane] = after([newLane(IMAP)], stage(passed('login')), stage(running('login')))
    expect(statuses(lane)).toEqual(['login ok', 'login running'])
  })

  test('of one service leaves the others alone', () => {
    const smtp = newLane(SMTP)
    expect(after([newLane(IMAP), smtp], stage(running('dns')))[1]).toBe(smtp)
  })

  test('of a service without a lane changes nothing', () => {
    expect(after([newLane(SMTP)], stage(running('dns')))).toEqual([newLane(SMTP)])
  })
})

describe('waiting', () => {
  const waiting: TestEvent = { type: 'waiting', protocol: 'imap', stage: 'greeting', sinceMs: 2_000 }

  test('is shown', () => {
    expect(after([newLane(IMAP)], stage(running('greeting')), waiting)[0]?.waiting).toBe('greeting')
  })

  test.each<readonly [string, TestEvent]>([
    ['the stage ends', stage(passed('greeting'))],
    ['another stage begins', stage(running('capabilities'))],
    ['the result is there', { type: 'result', protocol: 'imap', result: resultFor(IMAP) }],
    ['the service is tested again', { type: 'started', endpoints: [IMAP], network: '', at: AT }],
  ])('ends when %s', (_, event) => {
    expect(after([newLane(IMAP)], stage(running('greeting')), waiting, event)[0]?.waiting).toBeNull()
  })
})

describe('the end', () => {
  test('of one service is kept in its lane', () => {
    const result = resultFor(IMAP, { verdict: 'failed', code: 'NET_TIMEOUT' })
    const lanes = after([newLane(IMAP), newLane(SMTP)], { type: 'result', protocol: 'imap', result })
    expect(lanes.map((lane) => lane.result)).toEqual([result, null])
  })

  test.each<TestEvent>([
    { type: 'done', result: { address: 'anna@example.org', verdict: 'ok', endpoints: [] } },
    SETUP_GONE,
  ])('of the whole test changes no lane: $type', (event) => {
    const lanes = [endedLane(IMAP)]
    expect(advanceLanes(lanes, event)).toBe(lanes)
  })
})
