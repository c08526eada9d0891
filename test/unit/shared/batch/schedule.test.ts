import { describe, expect, test } from 'vitest'
import type { ServerEnding } from '#shared/batch/ending.ts'
import { Schedule, type Job, type ScheduleLimits } from '#shared/batch/schedule.ts'

const LIMITS: ScheduleLimits = {
  inAll: 6,
  perServer: 2,
  startsPerSecond: 1_000,
  mostTries: 3,
  lookAhead: 100,
  backOffMs: 5_000,
  longestBackOffMs: 15_000,
  refusalsInARow: 3,
  pauseMs: 60_000,
  longestPauseMs: 90_000,
}

interface Run {
  readonly schedule: Schedule<string>
  readonly started: Job<string>[]
  /** Starts all that may start now, and gives their names. */
  readonly start: (now: number) => readonly string[]
  readonly end: (name: string, ending: ServerEnding, now: number) => ReturnType<Schedule<string>['ended']>
}

/** Rows named `account@host`, each with that account at that host. */
function runOf(rows: readonly string[], limits: Partial<ScheduleLimits> = {}): Run {
  const schedule = new Schedule<string>({ ...LIMITS, ...limits })
  const started: Job<string>[] = []
  const targetOf = (row: string) => ({ host: row.split('@')[1] ?? '', userName: row.split('@')[0] ?? '' })
  for (const row of rows) schedule.add(row, [targetOf(row)])
  const start = (now: number) => {
    const names: string[] = []
    for (let step = schedule.next(now); step.kind !== 'wait'; step = schedule.next(now)) {
      if (step.kind === 'start') started.push(step.job)
      names.push(step.kind === 'start' ? step.job.row : `-${step.job.row}`)
    }
    return names
  }
  const end = (name: string, ending: ServerEnding, now: number) => {
    const index = started.findIndex(({ row }) => row === name)
    const [job] = started.splice(index, 1)
    if (job === undefined) throw new Error(`${name} is not under way`)
    return schedule.ended(job, [{ target: targetOf(name), ending }], now)
  }
  return { schedule, started, start, end }
}

/** The milliseconds that are to be waited. */
function waitOf({ schedule }: Run, now: number): number | null {
  const decision = schedule.next(now)
  if (decision.kind !== 'wait') throw new Error(`${decision.kind} instead of waiting`)
  return decision.ms
}

const accounts = (count: number, host: string) =>
  Array.from({ length: count }, (_, index) => `a${index + 1}@${host}`)

describe('how many at once', () => {
  test('is bounded at each server, and a full one holds up no other', () => {
    const run = runOf([...accounts(4, 'one'), ...accounts(4, 'two')])
    expect(run.start(1)).toEqual(['a1@one', 'a1@two'])
    expect(run.start(2)).toEqual(['a2@one', 'a2@two'])
    expect(waitOf(run, 3)).toBeNull()
    run.end('a1@one', 'good', 4)
    expect(run.start(5)).toEqual(['a3@one'])
  })

  test('is bounded in all', () => {
    const run = runOf(accounts(9, 'host').map((row, index) => `${row}${index}`))
    expect(run.start(1)).toHaveLength(6)
    expect(waitOf(run, 2)).toBeNull()
  })

  test('rows of one account take turns, however its name is spelled', () => {
    const run = runOf(['anna@one', 'ANNA@one', 'ben@one'])
    expect([...run.start(1), ...run.start(10)]).toEqual(['anna@one', 'ben@one'])
    run.end('anna@one', 'good', 20)
    expect(run.start(30)).toEqual(['ANNA@one'])
  })
})

test('so many rows a second begin at one server, and no more', () => {
  const run = runOf(accounts(3, 'one'), { startsPerSecond: 10, perServer: 9 })
  expect(run.start(1_000)).toEqual(['a1@one'])
  expect(waitOf(run, 1_020)).toBe(80)
  expect(run.start(1_100)).toEqual(['a2@one'])
})

describe('a server that is busy', () => {
  test('is left alone, longer each time up to a bound, and the row is tried again', () => {
    const run = runOf(['a@one'], { mostTries: 9 })
    const waits: (number | null)[] = []
    let now = 0
    for (let time = 0; time < 4; time += 1) {
      now += 100_000
      expect(run.start(now)).toEqual(['a@one'])
      expect(run.end('a@one', 'busy', now).again).toBe(true)
      waits.push(waitOf(run, now))
    }
    expect(waits).toEqual([5_000, 10_000, 15_000, 15_000])
  })

  test('says so once where several rows hear it together', () => {
    const run = runOf(accounts(2, 'one'))
    run.start(1)
    run.start(2)
    expect(run.end('a1@one', 'busy', 10).notices).toEqual([{ kind: 'busy', host: 'one', ms: 5_000 }])
    expect(run.end('a2@one', 'busy', 11).notices).toEqual([])
    expect(waitOf(run, 12)).toBe(4_998)
  })

  test('holds up no other, and is asked at once again when it has let one in', () => {
    const run = runOf(['a@one', 'b@one', 'c@two'])
    expect([...run.start(1)]).toEqual(['a@one', 'c@two'])
    run.end('a@one', 'busy', 2)
    expect(run.start(5_002)).toEqual(['a@one'])
    run.end('a@one', 'good', 5_100)
    expect(run.start(5_100)).toEqual(['b@one'])
    expect(run.end('b@one', 'busy', 5_200).notices).toEqual([{ kind: 'busy', host: 'one', ms: 5_000 }])
  })

  test('ends a row after its last try', () => {
    const run = runOf(['a@one'])
    const again = [100_000, 200_000, 300_000].map((now) => {
      run.start(now)
      return run.end('a@one', 'busy', now).again
    })
    expect(again).toEqual([true, true, false])
    expect(run.schedule.isIdle).toBe(true)
  })
})

describe('no account is locked by this', () => {
  test('one refused password ends an account: its other rows are passed over', () => {
    const run = runOf(['anna@one', 'Anna@one', 'anna@two'])
    expect(run.start(1)).toEqual(['anna@one', 'anna@two'])
    expect(run.end('anna@one', 'refused', 2).again).toBe(false)
    expect(run.start(100)).toEqual(['-Anna@one'])
  })

  test('several refused in a row are one warning, and the server is left alone', () => {
    const run = runOf(accounts(9, 'one'))
    const notices = ['a1@one', 'a2@one', 'a3@one'].map((name, index) => {
      for (const after of [0, 10]) run.start(100 * (index + 1) + after)
      return run.end(name, 'refused', 100 * (index + 1) + 50).notices
    })
    expect(notices.slice(0, 2)).toEqual([[], []])
    expect(notices[2]).toEqual([{ kind: 'refusing', host: 'one', ms: 60_000 }])
    // One was under way: it makes the pause no longer.
    expect(run.end('a4@one', 'refused', 360).notices).toEqual([])
    expect(waitOf(run, 400)).toBe(59_950)
  })

  test('after the pause one row goes ahead; refused again, the pause is longer, and let in, all go on', () => {
    const run = runOf(accounts(9, 'one'), { perServer: 1 })
    for (const now of [100, 200, 300]) run.end(run.start(now)[0] ?? '', 'refused', now)
    expect(run.start(61_000)).toEqual(['a4@one'])
    expect(run.start(62_000)).toEqual([])
    expect(run.end('a4@one', 'refused', 63_000).notices).toEqual([
      { kind: 'refusing', host: 'one', ms: 90_000 },
    ])
    expect(run.start(153_000)).toEqual(['a5@one'])
    run.end('a5@one', 'good', 153_100)
    expect(run.start(153_200)).toEqual(['a6@one'])
  })

  test('refused ones among good ones are mistakes of users', () => {
    const run = runOf(accounts(9, 'one'), { perServer: 1 })
    const endings = ['refused', 'refused', 'good', 'refused', 'refused', 'good'] as const
    const notices = endings.flatMap((ending, index) => {
      const now = 100 * (index + 1)
      return run.end(run.start(now)[0] ?? '', ending, now).notices
    })
    expect(notices).toEqual([])
  })
})

test('of a long file only a part is held', () => {
  const run = runOf(accounts(99, 'one'))
  expect(run.schedule.hasRoom).toBe(true)
  run.schedule.add('z@one', [{ host: 'one', userName: 'z' }])
  expect(run.schedule.hasRoom).toBe(false)
  run.start(1)
  expect(run.schedule.hasRoom).toBe(true)
})
