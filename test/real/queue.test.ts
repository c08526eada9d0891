import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'bullmq'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { runCli, type CliOptions, type CliRun } from '../support/cli.ts'
import { runHere, type HereOptions } from '../support/cli-here.ts'
import {
  addressesIn,
  csvFor,
  readResults,
  startFleetWorld,
  userNames,
  type Answer,
  type FleetWorld,
} from '../support/fleet-world.ts'
import { hasRedis, startRedis, type RedisServer } from '../support/real/redis.ts'

const AT_A_TIME = 4
const USUAL_ROWS = 60
/** `MAILWRIGHT_FLEET_ROWS=10000` measures a whole fleet. */
const ROWS = Number(process.env['MAILWRIGHT_FLEET_ROWS'] ?? USUAL_ROWS)
const ADDRESSES = userNames(ROWS)

let redis: RedisServer
beforeEach(async () => {
  if (hasRedis) redis = await startRedis()
})
afterEach(() => redis?.stop())

async function fleet(answer?: Answer): Promise<FleetWorld> {
  const world = await startFleetWorld(answer)
  onTestFinished(() => world.stop())
  return world
}

/** The rate of all, and the most memory that one worker took. */
async function tellFigures({ pid }: RunningWorker, ms: number): Promise<void> {
  const memory = /VmHWM:\s*(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]
  console.info(`${(ROWS * 1_000) / ms} rows a second, at most ${Number(memory) / 1_024} MiB in a worker`)
}

interface RunningWorker {
  readonly kill: (signal: NodeJS.Signals) => void
  readonly pid: number
  readonly run: Promise<CliRun>
}

/** A worker as a program of its own, which waits for rows when this resolves. */
async function startWorker(
  world: FleetWorld,
  secrets = 'env:FLEET_',
  env: NodeJS.ProcessEnv = {},
): Promise<RunningWorker> {
  const ready = Promise.withResolvers<void>()
  let kill: RunningWorker['kill'] = () => {}
  let pid = 0
  const options: CliOptions = {
    env: { ...world.env, ...env },
    onStart: (given, id) => {
      kill = given
      pid = id
    },
    onProgress: (said) => said.includes('Working.') && ready.resolve(),
  }
  const words = ['worker', '--queue', redis.url, '--secrets', secrets, '--concurrency', String(AT_A_TIME)]
  const run = runCli([...words, ...world.options], options)
  onTestFinished(() => kill('SIGKILL'))
  await Promise.race([ready.promise, run])
  return { kill, pid, run }
}

function batch(world: FleetWorld, words: readonly string[], options: HereOptions = {}): Promise<CliRun> {
  const fast = ['--rate', '1000', '--per-server', String(2 * AT_A_TIME), '--queue', redis.url]
  return runHere(['batch', ...words, ...fast, ...world.options], {
    ...options,
    env: { MAILWRIGHT_DATA_DIR: join(world.folder, 'data') },
  })
}

const file = (world: FleetWorld, secret?: string) =>
  world.write('fleet.csv', csvFor(ADDRESSES, world.imap(), secret))

/** Answers a few sign-ins, then none until enough wait for one. */
function heldUp(onFull: () => void): Answer {
  let answered = 0
  const waiting: (() => void)[] = []
  let isOpen = false
  return async (_, __, { conversation, tag }) => {
    answered += 1
    if (!isOpen && answered > ROWS / 3) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        if (waiting.length < 2 * AT_A_TIME) return
        isOpen = true
        onFull()
        for (const go of waiting) go()
      })
    }
    conversation.send(`${tag} OK in`)
  }
}

describe.skipIf(!hasRedis)('rows in a queue, with two workers', () => {
  test(
    'of which one is killed: nothing is lost, only what it had under way is tested twice, no secret is there',
    async () => {
      let kill: () => void = () => {}
      const world = await fleet(heldUp(() => kill()))
      const [first, second] = await Promise.all([startWorker(world), startWorker(world)])
      kill = () => first.kill('SIGKILL')
      const out = join(world.folder, 'out.ndjson')
      const startedAt = performance.now()
      const { status, results, progress } = await batch(world, [await file(world), '--out', out])
      if (ROWS > USUAL_ROWS) await tellFigures(second, performance.now() - startedAt)
      const count = ROWS.toLocaleString('en')
      expect(progress).toContain(`${count} of ${count} rows`)
      expect({ status, results }).toMatchObject({
        status: 0,
        results: expect.stringContaining(`${count} accounts: ${count} work`) as string,
      })
      expect(addressesIn(await readResults(out))).toEqual(ADDRESSES.toSorted())
      const twice = [...world.signIns.values()].filter((count) => count > 1)
      expect(twice.length).toBeLessThanOrEqual(AT_A_TIME)
      expect(Math.max(...world.signIns.values())).toBe(2)
      expect(redis.heard()).toContain('env:FLEET_SECRET')
      expect(world.canary.formsIn(redis.heard())).toEqual([])
      // A row is named by its run, 24 digits; the queue has keys of its own that come and go.
      expect(await redis.client.keys(`bull:mailwright:${'[0-9a-f]'.repeat(24)}-*`)).toEqual([])
    },
    90_000 + ROWS * 100,
  )

  test('of which one is stopped: it puts back what it has under way, and ends well', async () => {
    let stop: () => void = () => {}
    const world = await fleet(heldUp(() => stop()))
    const [first] = await Promise.all([startWorker(world), startWorker(world)])
    stop = () => first.kill('SIGINT')
    const out = join(world.folder, 'out.ndjson')
    const { status } = await batch(world, [await file(world), '--out', out])
    expect(status).toBe(0)
    expect(addressesIn(await readResults(out))).toEqual(ADDRESSES.toSorted())
    expect((await first.run).status).toBe(0)
  }, 60_000)
})

describe.skipIf(!hasRedis)('workers', () => {
  test('go on without the batch; --resume takes what they have done, and puts none twice', async () => {
    let interrupt: () => void = () => {}
    let answered = 0
    const world = await fleet((_, __, { tag }) => {
      answered += 1
      if (answered === ROWS / 3) interrupt()
      return `${tag} OK in`
    })
    await startWorker(world)
    const out = join(world.folder, 'out.ndjson')
    const words = [await file(world), '--out', out]
    const stopped = await batch(world, words, { onStart: (given) => (interrupt = given) })
    expect(stopped.status).toBe(1)
    expect(stopped.progress).toContain('--resume goes on')
    const other = await batch(world, [await file(world), '--out', join(world.folder, 'other.ndjson')])
    expect(other.progress).toContain('rows of another run in this queue')
    expect(other.status).toBe(2)
    const { status } = await batch(world, [...words, '--resume'])
    expect(status).toBe(0)
    expect(addressesIn(await readResults(out))).toEqual(ADDRESSES.toSorted())
    expect(Math.max(...world.signIns.values())).toBe(1)
  }, 60_000)
})

describe.skipIf(!hasRedis)('who can write into the queue', () => {
  test('gets no secret that the worker may not use', async () => {
    const world = await fleet()
    await startWorker(world, 'env:FLEET_,file:/run/fleet/')
    const secrets = ['file:/etc/hostname', 'file:/run/fleet/../../etc/hostname', 'env:HOME', 'keychain:']
    const rows = secrets.map((secret, index) => `user${index}@example.test,${secret},${world.imap()}`)
    const content = ['address,secret,imap', ...rows].join('\n')
    const out = join(world.folder, 'out.ndjson')
    const { status } = await batch(world, [await world.write('fleet.csv', content), '--out', out])
    expect(status).toBe(1)
    expect((await readResults(out)).map(({ code }) => code)).toEqual(secrets.map(() => 'ROW_SECRET'))
    expect(world.server.connections).toBe(0)
  }, 30_000)

  test.each([
    ['nothing', {}],
    ['a text', 'OK'],
    ['a line that is none', { result: { schema: 1, line: 2 }, endings: [] }],
  ])(
    'is not believed a result that is none: %s',
    async (_, result) => {
      const world = await fleet()
      const out = join(world.folder, 'out.ndjson')
      const liar = new Worker('mailwright', () => Promise.resolve(result), { connection: redis.client })
      const { status, progress } = await batch(world, [await file(world), '--out', out])
      await liar.close(true)
      expect(progress).toContain('a worker gave no result')
      expect(status).toBe(3)
    },
    30_000,
  )
})

describe('wrong usage', () => {
  const URL_NEEDED = '--queue takes rediss://HOST'
  test.each<readonly [string, readonly string[], number, string]>([
    ['another kind of URL', ['--queue', 'http://localhost'], 2, URL_NEEDED],
    ['no URL', ['--queue', 'localhost'], 2, URL_NEEDED],
    ['a password', ['--queue', 'rediss://:sunflower@db.example'], 2, 'MAILWRIGHT_QUEUE_PASSWORD'],
    ['another computer without encryption', ['--queue', 'redis://db.example'], 2, '[CFG_INSECURE]'],
    ['no --out', ['--queue', 'redis://localhost'], 2, '--queue needs --out'],
    ['nothing there', ['--queue', 'redis://127.0.0.1:1', '--out', 'OUT'], 3, 'cannot be used (ECONNREFUSED)'],
  ])('of batch: %s', async (_, words, expected, said) => {
    const world = await fleet()
    const out = join(world.folder, 'out.ndjson')
    const given = words.map((word) => (word === 'OUT' ? out : word))
    const { status, progress } = await runHere(['batch', await file(world), ...given])
    expect(progress).toContain(said)
    expect(progress).not.toContain('sunflower')
    expect(status).toBe(expected)
  })

  test.each([[[]], [['--queue', 'redis://localhost']], [['--queue', 'redis://localhost', '--secrets', 'x']]])(
    'of worker: %j',
    async (words) => {
      const { status, progress } = await runHere(['worker', ...words])
      expect(progress).toContain('--secrets')
      expect(status).toBe(2)
    },
  )
})
