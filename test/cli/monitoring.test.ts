import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startScriptedServer, type ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { inRoot } from '../../scripts/lib/paths.ts'
import { unpackedRoot } from '../../scripts/lib/unpacked-servers.ts'
import { mailServer } from '../support/behaviour.ts'
import { authority, goodTls, HOST } from '../support/certificates.ts'
import { runCli } from '../support/cli.ts'
import { startDnsServer, type DnsServer } from '../support/dns-server.ts'
import { findProgram } from '../support/real/programs.ts'

const promtool = join(unpackedRoot('prometheus'), 'usr/bin/promtool')
const ADDRESS = 'anna@example.test'

let folder = ''
let names: DnsServer
let good: ScriptedServer
let refusing: ScriptedServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-monitoring-'))
  await writeFile(join(folder, 'ca.pem'), authority.certificate)
  names = await startDnsServer(({ type }) =>
    type === 'A' ? [{ type: 'A', name: HOST, data: '127.0.0.1' }] : [],
  )
  good = await startScriptedServer(mailServer('imap', 'tls', goodTls))
  refusing = await startScriptedServer(
    mailServer('imap', 'tls', goodTls, {
      login: async ({ conversation, tag }) =>
        conversation.send(`${tag} NO [AUTHENTICATIONFAILED] Authentication failed.`),
    }),
  )
})
afterAll(async () => {
  await good.stop()
  await refusing.stop()
  await names.stop()
  await rm(folder, { recursive: true })
})

function check(server: ScriptedServer, ...options: readonly string[]) {
  const settings = ['--ca', join(folder, 'ca.pem'), '--dns', names.address, '--no-color']
  const endpoint = ['--imap', `${HOST}:${server.port}:tls`, '--password-stdin']
  return runCli(['check', ADDRESS, ...endpoint, ...options, ...settings], { input: 'sunflower-4711' })
}

test('figures for Prometheus are all that is printed, and promtool takes them', async () => {
  const { status, results } = await check(good, '--format', 'prometheus')
  expect(status).toBe(0)
  expect(results).toContain(`mailwright_account_up{address="${ADDRESS}"} 1`)
  expect(results.split('\n').filter((line) => !/^(#|mailwright_|$)/.test(line))).toEqual([])
  if (existsSync(promtool))
    expect(execFileSync(promtool, ['check', 'metrics'], { input: results }).toString()).toBe('')
})

test('a build server gets one document, with the failure as such', async () => {
  const { status, results } = await check(refusing, '--format=junit')
  expect(status).toBe(1)
  expect(results).toContain('type="AUTH_REJECTED"')
  if (findProgram('xmllint') !== null) {
    const schema = inRoot('test/support/monitoring/junit.xsd')
    const stdio = ['pipe', 'pipe', 'pipe'] as const
    execFileSync('xmllint', ['--noout', '--schema', schema, '-'], { input: results, stdio: [...stdio] })
  }
})

describe('a plug-in of Nagios ends with the state', () => {
  test.each([
    // The certificates of the tests are made for a few days.
    ['that a certificate ends soon', () => good, 1, 'MAILWRIGHT WARNING - '],
    ['that it is broken', () => refusing, 2, 'MAILWRIGHT CRITICAL - '],
  ] as const)('%s', async (_, server, state, words) => {
    const { status, results } = await check(server(), '--format', 'nagios')
    expect(results.slice(0, words.length)).toBe(words)
    expect(status).toBe(state)
  })

  test.each([
    ['no password in the pipe', ['check', ADDRESS, '--imap', `${HOST}:993:tls`, '--format', 'nagios']],
    ['no such option', ['check', ADDRESS, '--format=nagios', '--lost']],
    ['two formats', ['check', ADDRESS, '--format', 'nagios', '--json']],
  ])('that nothing is known, where there is %s', async (_, args) => {
    const { status, results } = await runCli(args)
    expect({ status, results }).toEqual({ status: 3, results: '' })
  })

  test('that nothing is known, where no account is saved', async () => {
    const { status, results } = await runCli(['accounts', 'test', '--format', 'nagios'])
    expect(results).toContain('MAILWRIGHT UNKNOWN -')
    expect(status).toBe(3)
  })
})

test.each([
  ['a format that is none', ['check', ADDRESS, '--format', 'xml']],
  ['a report on standard output as well', ['check', ADDRESS, '--format', 'junit', '--report', '-']],
  ['a list of accounts', ['accounts', '--format', 'junit']],
  ['a list of accounts with changes', ['accounts', '--report-changes']],
])('%s is wrong usage', async (_, args) => {
  const { status, results } = await runCli(args)
  expect({ status, results }).toEqual({ status: 2, results: '' })
})
