import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAccountFile } from '#engine/accounts/account-file.ts'
import { newProcessName } from '#engine/files/process-name.ts'
import { inRoot } from '../../scripts/lib/paths.ts'
import { runCli } from '../support/cli.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'mailwright-writers-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))

const accounts = (...args: readonly string[]) =>
  runCli(['accounts', ...args], { env: { MAILWRIGHT_DATA_DIR: data } })

/** A process of its own, as the window, the browser host and a terminal are. */
function writer(name: string, count: number): Promise<number> {
  const script = inRoot('test/support/account-writer.ts')
  const child = spawn(process.execPath, [script, data, name, String(count)], { stdio: 'inherit' })
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? -1)))
}

describe('K3: window, browser host and terminal at once', () => {
  test('write one after the other, and no account is lost', async () => {
    expect(await Promise.all(['window', 'host', 'terminal'].map((name) => writer(name, 8)))).toEqual([
      0, 0, 0,
    ])
    const read = await createAccountFile(join(data, 'accounts.json')).read()
    expect(read.ok && read.value.accounts.length).toBe(24)
    expect(await readdir(data)).toEqual(['accounts.json'])
  })

  test('one that is kept waiting too long says so and changes nothing', async () => {
    await writer('window', 1)
    const before = await readFile(join(data, 'accounts.json'), 'utf8')
    await mkdir(join(data, 'accounts.json.lock'))
    await writeFile(join(data, 'accounts.json.lock', await newProcessName()), '')
    const run = await accounts('remove', 'window-0@example.org', '--json')
    expect(run.status).toBe(1)
    expect(JSON.parse(run.results)).toMatchObject({ error: { code: 'FILE_BUSY' } })
    expect(await readFile(join(data, 'accounts.json'), 'utf8')).toBe(before)
  })
})

test('K2: a damaged list is set aside, which is said, and the program goes on with an empty one', async () => {
  await writeFile(join(data, 'accounts.json'), '{"schema": 2, "acc')
  const run = await accounts()
  expect(run.status).toBe(0)
  expect(run.progress).toContain('The list of accounts was damaged')
  expect((await readdir(data)).some((name) => name.startsWith('accounts.json.damaged-'))).toBe(true)
  expect((await accounts()).progress).not.toContain('damaged')
})

test.each([
  [['list'], 1],
  [['test'], 1],
  [['remove', 'anna@example.org'], 1],
])('a list of a newer version is left alone by "accounts %s", which says so', async (args, status) => {
  const path = join(data, 'accounts.json')
  await writeFile(path, '{"schema": 3, "people": []}')
  const run = await accounts(...args)
  expect(run.progress).toContain('Saved by a newer version of Mailwright')
  expect(run.progress).toContain('[STATE_NEWER]')
  expect(run.progress).toContain(path)
  expect({ status: run.status, results: run.results }).toEqual({ status, results: '' })
  expect(await readFile(path, 'utf8')).toBe('{"schema": 3, "people": []}')
  expect(await readdir(data)).toEqual(['accounts.json'])
})
