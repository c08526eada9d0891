import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'

interface Streams {
  readonly input?: string
  readonly output?: string
}

/** The program with a file, a folder or a device in place of a stream. */
async function run(args: readonly string[], { input = '/dev/null', output }: Streams) {
  const from = openSync(input, 'r')
  const to = output === undefined ? 'pipe' : openSync(output, 'w')
  const child = spawn(process.execPath, [inRoot('electron/cli/main.ts'), ...args], {
    stdio: [from, to, 'pipe'],
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
  })
  let progress = ''
  child.stderr?.on('data', (chunk: Buffer) => (progress += chunk.toString('utf8')))
  child.stdout?.resume()
  const status = await new Promise((resolve) => child.once('close', resolve))
  closeSync(from)
  if (to !== 'pipe') closeSync(to)
  return { status, progress }
}

const CHECK = ['check', 'anna@example.test', '--imap', 'localhost:1:tls', '--password-stdin']

describe('standard input that cannot be read', { timeout: 60_000 }, () => {
  test.concurrent.each([
    ['a folder, for a password', CHECK, tmpdir(), 'EISDIR'],
    ['a folder, for a text', ['explain'], tmpdir(), 'EISDIR'],
    // What Node opens where the shell has closed it.
    ['nothing at all, for a password', CHECK, '/dev/null', 'closed'],
    ['nothing at all, for a text', ['explain'], '/dev/null', 'closed'],
  ])('%s', async (_, args, input, why) => {
    expect(await run(args, { input })).toEqual({
      status: 2,
      progress: `mailwright ${args[0]}: standard input cannot be read (${why})\n`,
    })
  })
})

test('standard output that cannot be written is named as such', { timeout: 60_000 }, async () => {
  expect(await run(['providers'], { output: '/dev/full' })).toEqual({
    status: 3,
    progress: 'mailwright: standard output cannot be written (ENOSPC)\n',
  })
})
