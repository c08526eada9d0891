import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ENDING_SIGNALS } from '#engine/ending-signals.ts'
import { inRoot } from '../../scripts/lib/paths.ts'
import { killGroup, membersOf } from '../support/process-group.ts'

let tools = ''
let run: Run | undefined
beforeAll(() => {
  tools = mkdtempSync(join(tmpdir(), 'mailwright-test-'))
  const browser = `#!/bin/sh\nexec ${process.execPath} ${inRoot('test/support/endless-browser.mjs')} "$@"\n`
  writeFileSync(join(tools, 'chromium'), browser, { mode: 0o755 })
})
afterEach(() => {
  if (run !== undefined) killGroup(run.group)
  if (run !== undefined) rmSync(run.folder, { recursive: true, force: true })
  run = undefined
})
afterAll(() => rmSync(tools, { recursive: true, force: true }))

interface Run {
  readonly child: ChildProcess
  readonly group: number
  /** Where it keeps what is temporary. */
  readonly folder: string
}

/** A process group of its own, as a terminal makes one, once it has said how it shows its page. */
async function start(command: readonly [string, ...string[]], display: 'window' | 'none'): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'mailwright-test-'))
  const [program, ...args] = command
  const child = spawn(program, args, {
    cwd: inRoot(),
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      TMPDIR: folder,
      LANG: 'en_US.UTF-8',
      DISPLAY: display === 'none' ? '' : ':99',
      WAYLAND_DISPLAY: '',
      CHROMIUM_PATH: join(tools, 'chromium'),
    },
  })
  const started: Run = { child, group: child.pid ?? 0, folder }
  run = started
  await new Promise<void>((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (/Ctrl\+C|The window is open/.test(said)) resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('close', () => reject(new Error(`it ended: ${said}`)))
  })
  if (display === 'window') await expect.poll(() => profileOf(started).length).toBeGreaterThan(0)
  return started
}

/** What the browser has written, which it does once it minds no signal any more. */
function profileOf({ folder }: Run): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /profile.\d+$/.test(path),
  )
}

async function expectNothingLeft({ group, folder }: Run): Promise<void> {
  await expect.poll(() => membersOf(group).map(({ command }) => command), { timeout: 10_000 }).toEqual([])
  expect(readdirSync(folder).filter((name) => name.startsWith('mailwright-'))).toEqual([])
}

function pidOf({ group }: Run, who: RegExp): number {
  const found = membersOf(group).find(({ command }) => who.test(command))
  if (found === undefined) throw new Error(`nothing runs that is ${String(who)}`)
  return found.pid
}

/** One after the other, with a pause: what is sent while the same signal is still pending melts into one. */
async function send(pid: number, signals: readonly NodeJS.Signals[]): Promise<void> {
  for (const signal of signals) {
    try {
      process.kill(pid, signal)
    } catch {
      // It ended at the one before.
    }
    await delay(3)
  }
}

const NPM = ['npm', 'start', '--', '--practice', '--browser'] as const
const HOST = [process.execPath, inRoot('dist/cli/mailwright.mjs'), 'serve', '--practice'] as const
const BOOTSTRAP = /^\S*node scripts\/run\.mjs/
const TASK = /scripts\/tasks\/start\.ts/
const PROGRAM = /dist\/cli\/mailwright\.mjs/

describe('npm start leaves nothing behind', () => {
  test.each([
    ['Ctrl+C', ['SIGINT']],
    ['Ctrl+C twice', ['SIGINT', 'SIGINT']],
    ['Ctrl+C again and again', ['SIGINT', 'SIGINT', 'SIGINT', 'SIGINT', 'SIGINT']],
    ['SIGTERM', ['SIGTERM']],
    ['a terminal that is closed', ['SIGHUP', 'SIGHUP']],
    ['everything at once', ['SIGHUP', 'SIGINT', 'SIGTERM']],
    ['Ctrl+\\', ['SIGQUIT']],
  ] as const)('after %s', async (_, signals) => {
    const started = await start(NPM, 'none')
    await send(-started.group, signals)
    await expectNothingLeft(started)
  })

  // SIGINT for npm alone is left out: a shell that does not exec (dash) holds it back until its child has ended.
  test.each([
    ['npm alone gets SIGTERM', /^npm/, ['SIGTERM']],
    ['npm alone gets SIGHUP', /^npm/, ['SIGHUP']],
    ['npm alone is killed', /^npm/, ['SIGKILL']],
    ['the bootstrap alone gets SIGINT twice', BOOTSTRAP, ['SIGINT', 'SIGINT']],
    ['the bootstrap alone gets SIGTERM', BOOTSTRAP, ['SIGTERM']],
    ['the bootstrap alone is killed', BOOTSTRAP, ['SIGKILL']],
    ['the task alone gets SIGHUP', TASK, ['SIGHUP']],
    ['the bootstrap alone gets SIGQUIT', BOOTSTRAP, ['SIGQUIT']],
    ['the task alone gets SIGUSR1 and SIGALRM', TASK, ['SIGUSR1', 'SIGALRM']],
    ['the task alone is killed', TASK, ['SIGKILL']],
    ['the program alone gets SIGINT twice', PROGRAM, ['SIGINT', 'SIGINT']],
  ] as const)('when %s', async (_, who, signals) => {
    const started = await start(NPM, 'none')
    await send(pidOf(started, who), signals)
    await expectNothingLeft(started)
  })
})

describe('the browser host takes its window, profile and redirect file with it', () => {
  test.each([
    ['after Ctrl+C twice', (started) => send(-started.group, ['SIGINT', 'SIGINT'])],
    ...(['SIGQUIT', 'SIGALRM', 'SIGUSR2', 'SIGXCPU', 'SIGVTALRM', 'SIGXFSZ', 'SIGIO', 'SIGPWR'] as const).map(
      (signal) => [`after ${signal}`, (started: Run) => send(started.group, [signal])] as const,
    ),
    ['after SIGTERM for itself', (started) => send(started.group, ['SIGTERM'])],
    ['after its window was closed', (started) => send(pidOf(started, /endless-browser/), ['SIGKILL'])],
    ['after the pipe to its input was closed', ({ child }) => child.stdin?.end()],
    [
      'after the reader of its output has gone',
      ({ child, group }) => {
        child.stdout?.destroy()
        child.stderr?.destroy()
        return send(group, ['SIGHUP'])
      },
    ],
  ] satisfies readonly (readonly [string, (started: Run) => unknown])[])('%s', async (_, end) => {
    const started = await start(HOST, 'window')
    await end(started)
    await expectNothingLeft(started)
  })
})

test('SIGUSR1 opens no debugger in the program, and does not end it', async () => {
  const words = `import { url } from 'node:inspector'
    import { listenForInterrupt } from '#cli/interrupt.ts'
    const signal = listenForInterrupt()
    process.on('SIGWINCH', () => process.stdout.write(\`told \${url() ?? 'nothing'}\\n\`))
    setInterval(() => {}, 1_000)
    signal.addEventListener('abort', () => process.exit(0))
    process.stdout.write('Ctrl+C\\n')`
  const started = await start([process.execPath, '--input-type=module', '-e', words], 'none')
  let said = ''
  const listen = (chunk: Buffer) => (said += chunk.toString('utf8'))
  started.child.stdout?.on('data', listen)
  started.child.stderr?.on('data', listen)
  await send(started.group, ['SIGUSR1'])
  // Node opens it from another thread, so it is asked more than once.
  for (let time = 1; time <= 5; time += 1) {
    await send(started.group, ['SIGWINCH'])
    await expect.poll(() => said.match(/told/g)?.length ?? 0).toBe(time)
  }
  expect(said).not.toMatch(/Debugger|ws:/)
  const ended = new Promise((resolve) => started.child.once('exit', (...how) => resolve(how)))
  await send(started.group, ['SIGTERM'])
  expect(await ended).toEqual([0, null])
})

test('the launcher passes on every signal that the program ends in order at', () => {
  const launcher = readFileSync(inRoot('scripts/lib/run-in-place.mjs'), 'utf8')
  const [list = ''] = /ENDING_SIGNALS = \[[^\]]*/.exec(launcher) ?? []
  expect(list.match(/SIG[A-Z0-9]+(?=')/g)).toEqual(ENDING_SIGNALS)
})

test('a program that does not end in time after Ctrl+C is ended', async () => {
  const words = `import { listenForInterrupt } from '#cli/interrupt.ts'
    const signal = listenForInterrupt()
    setInterval(() => {}, 1_000)
    signal.addEventListener('abort', () => process.stdout.write('told once\\n'))
    process.stdout.write('Ctrl+C\\n')`
  const started = await start([process.execPath, '--input-type=module', '-e', words], 'none')
  const ended = new Promise((resolve) => started.child.once('exit', (...how) => resolve(how)))
  await send(started.group, ['SIGINT', 'SIGINT'])
  expect(await ended).toEqual([3, null])
})
