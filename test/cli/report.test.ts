import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startScriptedServer, type ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { mailServer } from '../support/behaviour.ts'
import { authority, goodTls, HOST } from '../support/certificates.ts'
import { runCli } from '../support/cli.ts'
import { startDnsServer, type DnsServer } from '../support/dns-server.ts'

let folder = ''
let names: DnsServer
let server: ScriptedServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-report-'))
  await writeFile(join(folder, 'ca.pem'), authority.certificate)
  await writeFile(join(folder, 'taken.md'), 'mine')
  await mkdir(join(folder, 'reports'))
  names = await startDnsServer(({ type }) =>
    type === 'A' ? [{ type: 'A', name: HOST, data: '127.0.0.1' }] : [],
  )
  server = await startScriptedServer(mailServer('imap', 'tls', goodTls))
})
afterAll(async () => {
  await server.stop()
  await names.stop()
  await rm(folder, { recursive: true })
})

const check = (...args: readonly string[]) =>
  runCli([
    'check',
    'anna@example.test',
    '--imap',
    `${HOST}:${server.port}:tls`,
    '--no-login',
    '--no-color',
    '--ca',
    join(folder, 'ca.pem'),
    '--dns',
    names.address,
    ...args,
  ])

describe('--report names what is wrong with the place it was given, before anything is tested', () => {
  test.each([
    ['taken.md', 'There is a file of this name already', 'FILE_EXISTS'],
    ['reports', 'This is a folder', 'FILE_UNSAFE'],
    ['no/report.md', 'The folder FOLDER/no does not exist', 'FILE_MISSING'],
    [`${'x'.repeat(300)}.md`, 'This system does not allow a file of this name', 'FILE_MISSING'],
  ])('%s: %s [%s]', async (name, words, code) => {
    const before = server.connections
    const { status, progress, results } = await check('--report', join(folder, name))
    expect(progress).toContain(`--report ${join(folder, name)}: ${words.replace('FOLDER', folder)}`)
    expect(progress).toContain(`[${code}]`)
    expect({ status, results }).toEqual({ status: 2, results: '' })
    expect(server.connections).toBe(before)
    expect((await readdir(folder)).toSorted()).toEqual(['ca.pem', 'reports', 'taken.md'])
    expect(await readFile(join(folder, 'taken.md'), 'utf8')).toBe('mine')
  })
})

describe('--report -', () => {
  test('prints the report, and everything else goes to standard error', async () => {
    const { status, progress, results } = await check('--report', '-')
    expect(status).toBe(0)
    expect(results).toMatch(/^# .+\n[\s\S]+\n## IMAP /)
    expect(results).not.toContain('✓')
    expect(progress).toContain(`imap  ${HOST}:${server.port}`)
  })

  test('does not go with --json, which has standard output to itself', async () => {
    const { status, progress, results } = await check('--report', '-', '--json')
    expect({ status, results }).toEqual({ status: 2, results: '' })
    expect(progress).toContain('--report - and --json both write to standard output')
  })
})
