import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { _electron, expect, test } from 'playwright/test'
import { inRoot } from '../../../scripts/lib/paths.ts'

/* The packaged program as a user starts it. `npm run package` makes it; MAILWRIGHT_PACKAGED names another one. */

const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Where electron-builder puts what it has not made an installer of, and what of it a user starts. */
const PLACES: readonly (readonly [string, string])[] = [
  ['release/linux-unpacked', 'mailwright'],
  ['release/win-unpacked', 'Mailwright.exe'],
  ['release/mac-universal/Mailwright.app', 'Contents/MacOS/Mailwright'],
  ['release/mac-arm64/Mailwright.app', 'Contents/MacOS/Mailwright'],
  ['release/mac/Mailwright.app', 'Contents/MacOS/Mailwright'],
]
const [folder, name] = PLACES.find(([place, start]) => existsSync(inRoot(place, start))) ?? ['', '']
const program = process.env['MAILWRIGHT_PACKAGED'] ?? (folder === '' ? '' : inRoot(folder, name))

test.beforeEach(() => test.skip(program === '', 'no packaged program here: run `npm run package`'))

/** Runs it until it ends, or for a while. */
async function run(start: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(start, [...args, ...AS_ROOT], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const patience = setTimeout(() => child.kill('SIGKILL'), 10_000)
  const [said, failed, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ])
  clearTimeout(patience)
  return { status, said, failed }
}

test('A7: it is no Node: neither as one, nor with options for one', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'mailwright-fuse-'))
  const trace = join(scratch, 'trace')
  const script = join(scratch, 'script.cjs')
  await writeFile(script, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'ran')`)
  await run(program, ['-e', `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'ran')`], {
    ELECTRON_RUN_AS_NODE: '1',
  })
  await run(program, ['--practice'], { NODE_OPTIONS: `--require=${script}` })
  expect((await readdir(scratch)).toSorted()).toEqual(['script.cjs'])
  await rm(scratch, { recursive: true })
})

for (const option of [
  '--inspect=0',
  '--inspect-brk=0',
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
])
  test(`A7: it does not start with ${option}`, async () => {
    const { status, failed } = await run(program, [option])
    expect(failed).not.toMatch(/Debugger listening|DevTools listening/)
    expect(status).toBe(2)
  })

test('A7: with one octet of its archive changed it does not start', async () => {
  test.skip(process.platform === 'linux', 'Electron checks no archive on Linux')
  const copied = await copyOf('changed')
  const archive = join(
    copied.folder,
    process.platform === 'darwin' ? 'Contents/Resources' : 'resources',
    'app.asar',
  )
  const file = await open(archive, 'r+')
  const { size } = await file.stat()
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  await file.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, size - 1)
  await file.close()
  expect((await run(copied.program, ['--practice'])).status).not.toBe(0)
  await copied.remove()
})

test('A8: it starts from a folder with blanks and other letters that nothing can be written to', async () => {
  const copied = await copyOf('Müller & Söhne – 邮件')
  await chmod(copied.folder, 0o555)
  const app = await _electron.launch({ executablePath: copied.program, args: ['--practice', ...AS_ROOT] })
  const page = await app.firstWindow()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.title()).toContain('Mailwright')
  await app.close()
  await chmod(copied.folder, 0o755)
  await copied.remove()
})

async function copyOf(called: string) {
  const scratch = await mkdtemp(join(tmpdir(), 'mailwright-packaged-'))
  const place = join(scratch, called)
  const depth = name.split('/').length
  const source = join(program, ...Array.from({ length: depth }, () => '..'))
  await cp(source, place, { recursive: true, verbatimSymlinks: true })
  return {
    folder: place,
    program: join(place, ...program.split(/[/\\]/).slice(-depth)),
    remove: () => rm(scratch, { recursive: true }),
  }
}
