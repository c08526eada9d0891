import { appendFile, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runCli, type CliOptions, type CliRun } from '../support/cli.ts'
import { runHere } from '../support/cli-here.ts'
import {
  addressesIn,
  BUSY,
  csvFor,
  NO,
  readResults,
  startFleetWorld,
  userNames,
  type FleetWorld,
} from '../support/fleet-world.ts'
import { leaksInFolders } from '../support/leak-scan.ts'

async function fleet(...args: Parameters<typeof startFleetWorld>): Promise<FleetWorld> {
  const world = await startFleetWorld(...args)
  onTestFinished(() => world.stop())
  return world
}

/** As fast as the servers are. */
const FAST = ['--rate', '1000', '--per-server', '8']

/** As a program of its own, which can be killed. */
function runProgram(world: FleetWorld, args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  return runCli(['batch', ...args, ...FAST, ...world.options], { env: world.env, ...options })
}

/** In this very process. */
function run(world: FleetWorld, args: readonly string[]): Promise<CliRun> {
  return runHere(['batch', ...args, ...FAST, ...world.options], { env: world.env })
}

const USUAL_ROWS = 300
/** `MAILWRIGHT_FLEET_ROWS=10000` measures a whole fleet. The memory it may take stays the same. */
const ROWS = Number(process.env['MAILWRIGHT_FLEET_ROWS'] ?? USUAL_ROWS)
const MOST_HEAP_MIB = 96

const HEADER = 'address,user,secret,imap,pop3,smtp'

describe('a file of accounts', () => {
  test(
    'is tested row by row; each result is a line, and the summary counts them',
    async () => {
      const world = await fleet()
      const addresses = userNames(ROWS)
      const file = await world.write('fleet.csv', csvFor(addresses, world.imap()))
      const out = join(world.folder, 'out.ndjson')
      const page = join(world.folder, 'summary.html')
      const startedAt = performance.now()
      const { status, results, progress } = await runProgram(world, [file, '--out', out, '--html', page], {
        node: [`--max-old-space-size=${MOST_HEAP_MIB}`],
      })
      if (ROWS > USUAL_ROWS) console.info(`${(ROWS * 1_000) / (performance.now() - startedAt)} rows a second`)
      const count = ROWS.toLocaleString('en')
      expect(progress).toContain(`${count} of ${count} rows`)
      expect(status).toBe(0)
      expect(results).toContain(`${count} accounts: ${count} work, 0 do not.`)
      expect(results).toContain(`mail.example.test:${world.server.port}`)
      expect(addressesIn(await readResults(out))).toEqual(addresses.toSorted())
      expect([...world.signIns.values()].every((count) => count === 1)).toBe(true)
      expect(await readFile(page, 'utf8')).toContain(`${count} accounts`)
      for (const said of [results, progress]) expect(world.canary.formsIn(said)).toEqual([])
      expect(await leaksInFolders([world.folder], world.canary)).toEqual([])
    },
    60_000 + ROWS * 200,
  )

  test('goes to standard output without --out, one object a line, and the summary beside it', async () => {
    const world = await fleet()
    const file = await world.write(
      'fleet.ndjson',
      JSON.stringify({
        address: 'anna@example.test',
        secret: 'env:FLEET_SECRET',
        imap: world.imap(),
      }),
    )
    const { status, results, progress } = await run(world, [file])
    expect(status).toBe(0)
    expect(JSON.parse(results)).toMatchObject({ schema: 1, line: 1, verdict: 'ok', code: 'OK' })
    expect(progress).toContain('1 account: 1 work, 0 do not.')
  })
})

describe('a file with wrong rows', () => {
  test('is tested to its end, and each of them is a result with its code', async () => {
    const world = await fleet()
    const secretFile = await world.write('secret', `${world.canary.secret}\n`)
    const good = (name: string, secret: string) => `${name}@example.test,,${secret},${world.imap()},,`
    const rows: readonly (readonly [row: string, code: string])[] = [
      [good('a', 'env:FLEET_SECRET'), 'OK'],
      [good('b', `file:${secretFile}`), 'OK'],
      [good('c', world.canary.secret.replaceAll('"', '')), 'ROW_SECRET'],
      [`${world.canary.secret.replaceAll('"', '')},,env:FLEET_SECRET,${world.imap()},,`, 'ADDR_INVALID'],
      [good('d', 'env:NOT_SET'), 'ROW_SECRET'],
      [good('e', 'file:/nowhere/secret'), 'FILE_MISSING'],
      [good('f', `file:${world.folder}`), 'FILE_UNSAFE'],
      [good('g', 'file:/dev/zero'), 'FILE_UNSAFE'],
      [good('h', `file:${join(world.folder, 'ca.pem')}`), 'ROW_SECRET'],
      [good('i', 'keychain:'), 'ACCOUNT_GONE'],
      [`j@example.test,,env:FLEET_SECRET,${world.imap().replace(':tls', ':none')},,`, 'CFG_INSECURE'],
      [`k@example.test,,"env:FLEET_SECRET,${world.imap()},,`, 'ROW_INVALID'],
      [`l@example.test,,env:FLEET_SECRET,${'x'.repeat(1 << 20)},,`, 'ROW_INVALID'],
      [good('m\0', 'env:FLEET_SECRET'), 'ROW_INVALID'],
      [good('z', 'env:FLEET_SECRET'), 'OK'],
    ]
    const content = `\ufeff${[HEADER, ...rows.map(([row]) => row)].join('\r\n')}\r\n`
    const file = await world.write('fleet.csv', content)
    const out = join(world.folder, 'out.ndjson')
    const { status, results, progress } = await run(world, [file, '--out', out])
    expect(status).toBe(1)
    const codes = new Map((await readResults(out)).map(({ line, code }) => [line, code]))
    expect(rows.map((_, index) => codes.get(index + 2))).toEqual(rows.map(([, code]) => code))
    for (const said of [results, progress, await readFile(out, 'utf8')])
      expect(said).not.toContain(world.canary.secret.slice(0, 12))
    // Each line has its words.
    const [, wrong] = (await readFile(out, 'utf8')).split('\n').filter((line) => line.includes('ROW_SECRET'))
    expect(wrong).toMatch(/"explanation":"[^"]{20}/)
  }, 30_000)
})

describe('a run that ended in the middle', () => {
  test.each<readonly [NodeJS.Signals, number]>([
    ['SIGKILL', -1],
    ['SIGINT', 1],
  ])(
    'by %s goes on with --resume: nothing is lost, and only what was under way is tested twice',
    async (signal, expected) => {
      let kill: (signal: NodeJS.Signals) => void = () => {}
      let signIns = 0
      const world = await fleet((_, __, turn) => {
        signIns += 1
        if (signIns === 100) kill(signal)
        return signIns < 100 ? `${turn.tag} OK in` : turn.conversation.silence()
      })
      const addresses = userNames(300)
      const file = await world.write('fleet.csv', csvFor(addresses, world.imap()))
      const out = join(world.folder, 'out.ndjson')
      const first = await runProgram(world, [file, '--out', out], { onStart: (given) => (kill = given) })
      expect(first.status).toBe(expected)
      const before = (await readFile(out, 'utf8')).split('\n').length - 1
      expect(before).toBeGreaterThan(80)
      expect(before).toBeLessThan(100)
      // As if it had been killed in the middle of a write.
      if (signal === 'SIGKILL') await appendFile(out, '{"schema":1,"line":99,"row":{"addr')
      signIns = -300
      const { status, progress } = await run(world, [file, '--out', out, '--resume'])
      expect(progress).toContain(`${before} rows were done before.`)
      expect(status).toBe(0)
      expect(addressesIn(await readResults(out))).toEqual(addresses.toSorted())
      const twice = [...world.signIns.values()].filter((count) => count > 1)
      expect(twice.length).toBeLessThanOrEqual(8)
      expect(Math.max(...world.signIns.values())).toBeLessThanOrEqual(2)
    },
    60_000,
  )

  test('is gone on with where the file has been sorted, added to and mended since', async () => {
    const world = await fleet()
    const row = (name: string, secret = 'env:FLEET_SECRET') =>
      `${name}@example.test,${secret},${world.imap()}`
    const header = 'address,secret,imap'
    const out = join(world.folder, 'out.ndjson')
    const [before, after] = [
      [header, row('a'), row('b', 'oops'), row('c')],
      [header, row('c'), row('b'), row('a'), row('d')],
    ]
    await run(world, [await world.write('fleet.csv', before.join('\n')), '--out', out])
    const file = await world.write('fleet.csv', after.join('\n'))
    const { status, results } = await run(world, [file, '--out', out, '--resume'])
    expect(status).toBe(0)
    expect(results).toContain('4 accounts: 4 work, 0 do not.')
    expect(Object.fromEntries(world.signIns)).toEqual({
      'a@example.test': 1,
      'b@example.test': 1,
      'c@example.test': 1,
      'd@example.test': 1,
    })
  }, 30_000)
})

describe('no account is locked', () => {
  test('by rows of one account with a wrong password: the first is tried, the others are not', async () => {
    const world = await fleet(() => NO)
    const rows = ['anna@example.test', 'ANNA@example.test', 'anna@example.test']
    const file = await world.write('fleet.csv', csvFor(rows, world.imap()))
    const out = join(world.folder, 'out.ndjson')
    const { status } = await run(world, [file, '--out', out])
    expect(status).toBe(1)
    const codes = (await readResults(out)).map(({ code }) => code)
    expect(codes.toSorted()).toEqual(['AUTH_PAUSED', 'AUTH_PAUSED', 'AUTH_REJECTED'])
    expect([...world.signIns.values()].reduce((sum, count) => sum + count, 0)).toBe(1)
  })

  test('by a run after another: refusals are remembered', async () => {
    const world = await fleet(() => NO)
    const file = await world.write('fleet.csv', csvFor(['anna@example.test'], world.imap()))
    const codes: (string | undefined)[] = []
    for (const name of ['1', '2', '3', '4']) {
      const out = join(world.folder, `out-${name}.ndjson`)
      await run(world, [file, '--out', out])
      codes.push((await readResults(out))[0]?.code)
    }
    expect(codes).toEqual(['AUTH_REJECTED', 'AUTH_REJECTED', 'AUTH_REJECTED', 'AUTH_PAUSED'])
    expect(world.signIns.get('anna@example.test')).toBe(3)
  }, 30_000)

  test('by a file with wrong passwords: after five in a row the server is left alone', async () => {
    const world = await fleet(() => NO)
    const file = await world.write('fleet.csv', csvFor(userNames(50), world.imap()))
    const args = ['batch', file, '--per-server', '1', '--rate', '1000', ...world.options]
    const { status, progress } = await runHere(args, {
      env: world.env,
      onProgress: (said, interrupt) => {
        if (said.includes('has refused several passwords')) interrupt()
      },
    })
    expect(status).toBe(1)
    expect(progress).toContain('mail.example.test has refused several passwords in a row.')
    expect(world.signIns.size).toBe(5)
  })
})

test('a server that is busy is left alone, and the row is tried again', async () => {
  const world = await fleet((_, count, { tag }) => (count === 1 ? BUSY : `${tag} OK in`))
  const file = await world.write('fleet.csv', csvFor(['anna@example.test'], world.imap()))
  const { status, progress, results } = await run(world, [file])
  expect(progress).toContain('mail.example.test is busy. Mailwright leaves it alone for 5 s.')
  expect(JSON.parse(results)).toMatchObject({ code: 'OK' })
  expect(status).toBe(0)
}, 30_000)

describe('where results go', () => {
  const FOREIGN = 'Not all of it was written by this command. It was left as it is. [FILE_UNSAFE]'
  test.each<readonly [string, (out: string) => Promise<unknown>, readonly string[], string]>([
    [
      'a file that is there',
      (out) => writeFile(out, 'mine\n'),
      [],
      '--resume goes on with it. [FILE_EXISTS]',
    ],
    ['a text of the user', (out) => writeFile(out, 'mine\n'), ['--resume'], FOREIGN],
    ['a text without a line end', (out) => writeFile(out, 'mine'), ['--resume'], FOREIGN],
    ['a line of another program', (out) => writeFile(out, '{"schema":1}\n'), ['--resume'], FOREIGN],
    ['a link', (out) => symlink('/etc/hostname', out), ['--resume'], '[FILE_UNSAFE]'],
  ])('%s is left as it is', async (_, leave, words, said) => {
    const world = await fleet()
    const file = await world.write('fleet.csv', csvFor(['anna@example.test'], world.imap()))
    const out = join(world.folder, 'out.ndjson')
    await leave(out)
    const before = await readFile(out, 'utf8')
    const { status, progress } = await run(world, [file, '--out', out, ...words])
    expect(progress).toContain(said)
    expect(status).toBe(2)
    expect(await readFile(out, 'utf8')).toBe(before)
    expect(world.signIns.size).toBe(0)
  })

  test('is a file that only its owner can read', async () => {
    const world = await fleet()
    const file = await world.write('fleet.csv', csvFor(['anna@example.test'], world.imap()))
    const out = join(world.folder, 'out.ndjson')
    await run(world, [file, '--out', out])
    expect((await stat(out)).mode & 0o777).toBe(0o600)
  })
})

describe('wrong usage', () => {
  test.each<readonly [string, string, readonly string[], string]>([
    ['no row', `${HEADER}\n`, [], 'has no row'],
    ['no header', 'anna@example.test,env:A\n', [], 'the first line must name the columns'],
    ['--resume without a file', `${HEADER}\n`, ['--resume'], '--resume needs --out'],
    ['a concurrency of none', `${HEADER}\n`, ['--concurrency', '0'], 'a number from 1 to 256'],
    ['a concurrency of many', `${HEADER}\n`, ['--concurrency', '9999'], 'a number from 1 to 256'],
  ])('%s', async (_, content, words, said) => {
    const world = await fleet()
    const file = await world.write('fleet.csv', content)
    const { status, progress, results } = await runHere(['batch', file, ...words])
    expect(progress).toContain(said)
    expect({ status, results }).toEqual({ status: 2, results: '' })
  })

  test('a file of another kind', async () => {
    const { status, progress } = await runHere(['batch', 'fleet.xlsx'])
    expect(progress).toContain('.csv, .ndjson or .jsonl')
    expect(status).toBe(2)
  })
})
