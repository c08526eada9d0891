import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../support/cli.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-named-'))
  execFileSync('mkfifo', [join(folder, 'pipe')])
  execFileSync('truncate', ['--size=1T', join(folder, 'sparse')])
})
afterAll(() => rm(folder, { recursive: true }))

/** Every way to name a file that is read. */
const OPTIONS: readonly (readonly [string, (file: string) => readonly string[]])[] = [
  ['--policy', (file) => ['discover', 'anna@example.org', '--offline', '--policy', file]],
  ['--ca', (file) => ['discover', 'anna@example.org', '--offline', '--ca', file]],
  ['explain', (file) => ['explain', file]],
  ['--message', (file) => ['arrive', 'anna@example.org', '--message', file]],
]

const PLACES: readonly (readonly [string, () => string, string])[] = [
  ['a pipe', () => join(folder, 'pipe'), 'it is a pipe, a socket or a device, not a file [FILE_UNSAFE]'],
  [
    'a device without an end',
    () => '/dev/zero',
    'it is a pipe, a socket or a device, not a file [FILE_UNSAFE]',
  ],
  ['a folder', () => folder, 'it is a folder, not a file [FILE_UNSAFE]'],
  ['nothing', () => join(folder, 'nowhere'), 'there is no such file [FILE_MISSING]'],
  ['a file of a terabyte', () => join(folder, 'sparse'), 'it is longer than 1 MiB [FILE_TOO_BIG]'],
]

describe.each(OPTIONS)('%s', (option, argumentsFor) => {
  test.each(PLACES)('with %s is refused at once, with its path and the reason', async (_, place, reason) => {
    // Of a message only the headers are read, however long it is.
    const words = option === '--message' && reason.includes('TOO_BIG') ? 'is no message' : reason
    const { status, progress, results } = await runCli(argumentsFor(place()))
    expect(progress).toContain(words)
    expect(progress).toContain(place())
    expect({ status, results }).toEqual({ status: 2, results: '' })
  })
})
