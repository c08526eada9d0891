import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { mailServer } from '../support/behaviour.ts'
import { authority, HOST, serverTls } from '../support/certificates.ts'
import { runCli } from '../support/cli.ts'
import { startDnsServer, type DnsServer } from '../support/dns-server.ts'
import { FILLINGS, harmIn, harmInLines } from '../support/hostile-fillings.ts'

/** Everything at once that fits on one line. */
const HOSTILE = FILLINGS.map(([, octets]) => octets.toString('utf8').slice(0, 60)).join(' ')
const LINE = HOSTILE.replace(/[\r\n]+/g, ' ')

const IN_NAME = LINE.replace(/[,+"\\<>;=#]/g, (letter) => `\\${letter}`)
const tls = await serverTls({ dnsNames: [HOST, `${LINE}.test`], commonName: `${IN_NAME},O=${IN_NAME}` })

const SCRIPT = mailServer('imap', 'tls', tls, {
  greeting: `* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ${LINE}`,
  login: `* NO [X${LINE}] ${LINE}\r\n{tag} NO [${LINE}] ${LINE}`,
})

let folder = ''
let names: DnsServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-inert-'))
  await writeFile(join(folder, 'ca.pem'), authority.certificate)
  names = await startDnsServer(({ type, name }) => {
    if (type === 'A' && name === HOST) return [{ type, name, data: '127.0.0.1' }]
    if (type === 'TXT')
      return [{ type, name, data: [`v=spf1 ${LINE.slice(0, 60)}`, `v=DMARC1; p=${LINE.slice(0, 60)}`] }]
    if (type === 'MX') return [{ type, name, data: { preference: 1, exchange: 'a\u001b[31m\u202e.test' } }]
    return 'NXDOMAIN'
  })
})
afterAll(async () => {
  await names.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Both streams of a run. What JSON holds is looked at as its reader will see it. */
async function run(args: readonly string[], input: string) {
  const { results, progress } = await runCli([...args, '--dns', names.address], { input })
  expect(results).not.toBe('')
  expect(harmInLines(progress)).toEqual([])
  return args.includes('--json') ? harmIn(withoutMessages(JSON.parse(results))) : harmInLines(results)
}

/** Messages for an administrator are texts of our own with lines. */
function withoutMessages(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'message' ? null : one)))
}

const check = (port: number, ...more: readonly string[]) => [
  'check',
  'anna@example.test',
  '--imap',
  `${HOST}:${port}:tls`,
  '--password-stdin',
  '--no-color',
  '--ca',
  join(folder, 'ca.pem'),
  ...more,
]

describe('in the terminal nothing from the network does anything', () => {
  test.each([
    ['a check', [], 'report.md'],
    ['a check in JSON', ['--json'], 'report.json'],
  ])('%s and its report', { timeout: 60_000 }, async (_, more, name) => {
    const server = await startScriptedServer(SCRIPT)
    const file = join(folder, name)
    const harm = await run(check(server.port, '--report', file, ...more), 'a-password-nobody-has')
    await server.stop()
    expect(harm).toEqual([])
    const report = await readFile(file, 'utf8')
    expect(report).toContain('LURE')
    const found = name.endsWith('.json') ? harmIn(withoutMessages(JSON.parse(report))) : harmInLines(report)
    expect(found).toEqual([])
  })

  test.each([
    ['arrive', ['arrive', 'anna@example.test', '--timeout', '3'], ''],
    ['arrive in JSON', ['arrive', 'anna@example.test', '--timeout', '3', '--json'], ''],
    ['discover', ['discover', 'anna@example.test', '--timeout', '1'], ''],
    ['discover in JSON', ['discover', 'anna@example.test', '--timeout', '1', '--json'], ''],
    ['explain', ['explain', '-'], `550 5.1.1 <${LINE}@example.org>: ${LINE}`],
    ['explain in JSON', ['explain', '-', '--json'], `550 5.1.1 <${LINE}@example.org>: ${LINE}`],
  ])('%s', { timeout: 60_000 }, async (_, args, input) => {
    expect(await run(args, input)).toEqual([])
  })
})
