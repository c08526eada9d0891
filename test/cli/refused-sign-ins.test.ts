import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { startScriptedServer, type ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { newProcessName } from '#engine/files/process-name.ts'
import { runCommandLine } from '#cli/run.ts'
import { mailServer } from '../support/behaviour.ts'
import { authority, goodTls, HOST } from '../support/certificates.ts'
import { runCli, type CliRun } from '../support/cli.ts'
import { startDnsServer, type DnsServer } from '../support/dns-server.ts'

let folder = ''
let names: DnsServer
let server: ScriptedServer
let signIns = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-refused-'))
  await writeFile(join(folder, 'ca.pem'), authority.certificate)
  names = await startDnsServer(({ type }) =>
    type === 'A' ? [{ type: 'A', name: HOST, data: '127.0.0.1' }] : [],
  )
  const refusing = mailServer('imap', 'tls', goodTls, {
    login: async ({ conversation, tag }) => {
      signIns += 1
      conversation.send(`${tag} NO [AUTHENTICATIONFAILED] Authentication failed.`)
    },
  })
  server = await startScriptedServer(refusing)
})
afterAll(async () => {
  await server.stop()
  await names.stop()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  signIns = 0
})

const args = (userName = 'anna@example.test') => [
  'check',
  'anna@example.test',
  '--user',
  userName,
  '--imap',
  `${HOST}:${server.port}:tls`,
  '--password-stdin',
  '--no-color',
  '--ca',
  join(folder, 'ca.pem'),
  '--dns',
  names.address,
]

/** The terminal in this very process, as a program that stays open. */
async function runHere(data: string, secret: string): Promise<CliRun> {
  vi.stubEnv('MAILWRIGHT_DATA_DIR', data)
  onTestFinished(() => void vi.unstubAllEnvs())
  const [results, progress] = [new PassThrough(), new PassThrough()]
  const said = { results: '', progress: '' }
  results.on('data', (chunk: Buffer) => (said.results += chunk.toString()))
  progress.on('data', (chunk: Buffer) => (said.progress += chunk.toString()))
  const env = { LANG: 'en_US.UTF-8', MAILWRIGHT_DATA_DIR: data }
  const { signal } = new AbortController()
  const status = await runCommandLine(args(), {
    input: Readable.from([secret]),
    results,
    progress,
    env,
    signal,
  })
  return { status, ...said }
}

async function fiveTimes(run: (secret: string) => Promise<CliRun>): Promise<readonly CliRun[]> {
  const runs: CliRun[] = []
  for (const secret of ['one-1', 'two-2', 'three-3', 'four-4', 'five-5']) runs.push(await run(secret))
  return runs
}

describe('the fourth wrong password is not sent', () => {
  test.each<readonly [string, (lock: string) => Promise<unknown>]>([
    ['a lock that is empty', (lock) => writeFile(lock, '')],
    ['a lock with the number of a process that runs', (lock) => writeFile(lock, String(process.pid))],
    ['a lock with a folder in it', (lock) => mkdir(join(lock, 'x'), { recursive: true })],
    ['a newer version has written another list', (lock) => writeFile(listBeside(lock), '{"schema":2}')],
    ['a folder in place of the list', (lock) => mkdir(listBeside(lock))],
  ])(
    'where the last run found or left %s',
    async (_, leave) => {
      const data = await mkdtemp(join(folder, 'data-'))
      await leave(join(data, 'refusals.json.lock'))
      const runs = await fiveTimes((input) => runCli(args(), { input, env: { MAILWRIGHT_DATA_DIR: data } }))
      expect(runs.map(({ status }) => status)).toEqual([1, 1, 1, 2, 2])
      expect(signIns).toBe(3)
      expect(runs[3]?.progress).toContain('[AUTH_PAUSED]')
    },
    60_000,
  )

  test.each<readonly [string, string, (data: string) => Promise<unknown>]>([
    ['the folder cannot be written', 'FILE_DENIED', (data) => writeFile(data, '')],
    ['another process does not let go', 'FILE_BUSY', heldLock],
  ])(
    'where %s (%s), which is said',
    async (_, code, spoil) => {
      const data = join(folder, `data-${code}`)
      await spoil(data)
      const runs = await fiveTimes((secret) => runHere(data, secret))
      expect(runs.map(({ status }) => status)).toEqual([1, 1, 1, 2, 2])
      expect(signIns).toBe(3)
      for (const { progress } of runs.slice(0, 3)) {
        expect(progress).toContain('could not be saved, so they count only until Mailwright is closed')
        expect(progress).toContain(`[${code}]`)
      }
    },
    60_000,
  )
})

describe('of many wrong passwords no more than three are sent', () => {
  test('by processes that begin at the same time', async () => {
    const env = { MAILWRIGHT_DATA_DIR: await mkdtemp(join(folder, 'data-')) }
    const secrets = ['one-1', 'two-2', 'three-3', 'four-4', 'five-5', 'six-6']
    const runs = await Promise.all(secrets.map((input) => runCli(args(), { input, env })))
    expect(runs.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([1, 1, 1, 2, 2, 2])
    expect(signIns).toBe(3)
  }, 60_000)

  test('however the user name is spelled', async () => {
    const data = await mkdtemp(join(folder, 'data-'))
    const statuses: number[] = []
    for (const name of ['anna', 'Anna', 'ANNA', 'anna@example.test', 'Anna@Example.test']) {
      const input = `wrong-${name}`
      const { status } = await runCli(args(name), { input, env: { MAILWRIGHT_DATA_DIR: data } })
      statuses.push(status)
    }
    expect(statuses).toEqual([1, 1, 1, 2, 2])
    expect(signIns).toBe(3)
  }, 60_000)
})

async function heldLock(data: string): Promise<void> {
  await mkdir(join(data, 'refusals.json.lock'), { recursive: true })
  await writeFile(join(data, 'refusals.json.lock', await newProcessName()), '')
}

function listBeside(lock: string): string {
  return lock.replace(/\.lock$/, '')
}
