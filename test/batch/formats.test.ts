import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'
import { unpackedRoot } from '../../scripts/lib/unpacked-servers.ts'
import { runHere } from '../support/cli-here.ts'
import { csvFor, NO, startFleetWorld, userNames, type FleetWorld } from '../support/fleet-world.ts'
import { findProgram } from '../support/real/programs.ts'

const promtool = join(unpackedRoot('prometheus'), 'usr/bin/promtool')

let world: FleetWorld
let fleet = ''
beforeAll(async () => {
  world = await startFleetWorld((userName, _, { tag }) =>
    userName === 'user2@example.test' ? NO : `${tag} OK in`,
  )
  // A row twice, as lists have it, and one that is none.
  const rows = csvFor([...userNames(3), 'user3@example.test'], world.imap())
  fleet = await world.write('fleet.csv', `${rows}hello,env:FLEET_SECRET,${world.imap()}\r\n`)
})
afterAll(() => world.stop())

function batch(...options: readonly string[]) {
  return runHere(['batch', fleet, '--rate', '1000', ...options, ...world.options], { env: world.env })
}

describe('what came of a whole file', () => {
  test('goes to Prometheus, which takes every series once', async () => {
    const { status, results } = await batch('--format', 'prometheus')
    expect(status).toBe(1)
    expect(results).toContain('mailwright_account_up{address="user1@example.test"} 1\n')
    expect(results).toContain(
      'mailwright_account_code_info{address="user2@example.test",code="AUTH_REJECTED"} 1\n',
    )
    expect(results).toContain('mailwright_account_code_info{address="#6",code="ADDR_INVALID"} 1\n')
    expect(results).toMatch(/mailwright_service_test_seconds\{address="user1@example\.test",.*\} [0-9.]+\n/)
    const series = results.split('\n').filter((line) => line.startsWith('mailwright_'))
    const names = series.map((line) => line.slice(0, line.lastIndexOf(' ')))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    expect(results.split('\n').filter((line) => !/^(#|mailwright_|$)/.test(line))).toEqual([])
    if (existsSync(promtool))
      expect(execFileSync(promtool, ['check', 'metrics'], { input: results }).toString()).toBe('')
    expect(world.canary.formsIn(results)).toEqual([])
  })

  test('goes to a build server, with the words of each failure', async () => {
    const { results } = await batch('--format', 'junit')
    expect(results).toContain('type="AUTH_REJECTED"')
    expect(results).toContain('<error message="This is not an email address" type="ADDR_INVALID"/>')
    if (findProgram('xmllint') === null) return
    const schema = inRoot('test/support/monitoring/junit.xsd')
    execFileSync('xmllint', ['--noout', '--schema', schema, '-'], {
      input: results,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
  })

  test('goes to Nagios beside a file, with what an earlier run has done', async () => {
    const out = join(world.folder, 'results.ndjson')
    const first = await batch('--out', out, '--format', 'nagios')
    expect(first.results).toMatch(/^MAILWRIGHT CRITICAL - user1@example\.test /)
    expect(first.status).toBe(2)
    expect((await readFile(out, 'utf8')).trimEnd().split('\n')).toHaveLength(5)
    const second = await batch('--out', out, '--resume', '--format', 'nagios')
    expect([second.status, second.results]).toEqual([2, first.results])
  })
})

test.each([
  ['a format that is none', ['--format', 'xml'], 2],
  ['two formats', ['--format', 'junit', '--json'], 2],
  // To Nagios, a command line that makes no sense is in an unknown state.
  ['going on with nothing', ['--format', 'nagios', '--resume'], 3],
] as const)('%s is wrong usage', async (_, options, status) => {
  const run = await batch(...options)
  expect([run.status, run.results]).toEqual([status, ''])
})
