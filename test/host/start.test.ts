import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'

/** `npm start` without a display, until it has said where it is. */
async function start(...args: readonly string[]): Promise<string> {
  const program = spawn(process.execPath, [inRoot('scripts/run.mjs'), 'start', ...args], {
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', LANG: 'en_US.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => program.once('close', () => resolve()))
  let said = ''
  await new Promise<void>((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (said.includes('Ctrl+C')) resolve()
    }
    program.stdout.on('data', listen)
    program.stderr.on('data', listen)
    void ended.then(resolve)
  })
  program.kill('SIGTERM')
  await ended
  return said
}

test.each([['nothing'], ['--practice'], ['--browser']])(
  'npm start with %s prints its link where there is no display, and stops when told to',
  async (option) => {
    const said = await start(...(option === 'nothing' ? [] : [option]))
    expect(said).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/m)
    expect(said).toContain('There is no display here.')
    expect(said).not.toMatch(/error|warn/i)
  },
)
