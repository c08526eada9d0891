import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Code } from '#shared/finding/codes.ts'
import type { PasswordSent } from '#shared/domain/evidence.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import { startScriptedServer, type Script } from '#engine/practice/kit/scripted-server.ts'
import { inRoot } from '../../scripts/lib/paths.ts'
import { mailServer } from '../support/behaviour.ts'
import { createCanary } from '../support/canary.ts'
import { authority, goodTls, HOST } from '../support/certificates.ts'
import { runCli } from '../support/cli.ts'
import { startDnsServer, type DnsServer } from '../support/dns-server.ts'
import { expectModesty, expectNoSecretIn } from '../support/oracle.ts'
import type { Vitals } from '../support/vitals.ts'
import { titleOf } from './cases.ts'
import { EAST_CASES } from './east-cases.ts'
import { LOGIN_CASES } from './login-cases.ts'
import { REPLY_CASES } from './reply-cases.ts'
import { STARTTLS_CASES } from './starttls-cases.ts'
import { CERTIFICATE_CASES, HANDSHAKE_CASES, RAW_CASES } from './tls-cases.ts'

interface CheckJson {
  readonly endpoints: readonly {
    readonly code: string
    readonly passwordSent: string
    readonly findings: readonly unknown[]
  }[]
}

let directory: string
let ca: string
let names: DnsServer
let runs = 0

/** What a server does, and how the terminal is told to reach it. */
interface Trial {
  readonly protocol: Protocol
  readonly security: 'tls' | 'starttls'
  readonly script: () => Promise<Script>
}

/** A row of the table: a trial, and what must come of it. */
interface Row extends Trial {
  readonly name: string
  readonly code: Code
  readonly passwordSent: PasswordSent
}

async function check({ protocol, security, script }: Trial) {
  const canary = createCanary()
  const server = await startScriptedServer(await script())
  const vitalsFile = join(directory, `vitals-${(runs += 1)}.json`)
  const endpoint = `${HOST}:${server.port}:${security}`
  const run = await runCli(
    [
      'check',
      'anna@example.test',
      `--${protocol}`,
      endpoint,
      '--password-stdin',
      '--json',
      '--timeout',
      '2.5',
      '--ca',
      ca,
      '--dns',
      names.address,
    ],
    {
      input: canary.secret,
      node: ['--import', inRoot('test/support/vitals.ts')],
      env: { MAILWRIGHT_VITALS_FILE: vitalsFile },
    },
  )
  const clear = server.received.filter(({ encrypted }) => !encrypted).map(({ text }) => text)
  await server.stop()
  expect(canary.formsIn(clear.join('')), 'no secret byte in the clear').toEqual([])
  expectNoSecretIn(run, canary)
  const vitals = JSON.parse(await readFile(vitalsFile, 'utf8')) as Vitals
  return { status: run.status, vitals, result: (JSON.parse(run.results) as CheckJson).endpoints[0] }
}

const REPLIES = [...STARTTLS_CASES, ...EAST_CASES, ...REPLY_CASES, ...LOGIN_CASES].flatMap((one) =>
  one.protocols.map((protocol): Row => {
    const { security, endpoint = security, behaviour, code, passwordSent } = one
    const script = async () => mailServer(protocol, endpoint, goodTls, behaviour(protocol))
    return { name: titleOf(one, protocol), protocol, security, script, code, passwordSent }
  }),
)

const SEALS = [...CERTIFICATE_CASES, ...HANDSHAKE_CASES].map(({ id, name, tls, code }, index): Row => {
  const protocol = PROTOCOLS[index % PROTOCOLS.length] ?? 'imap'
  const security = index % 2 === 0 ? 'tls' : 'starttls'
  const script = async () => mailServer(protocol, security, await tls())
  return { name: `${protocol}: ${name} (${id})`, protocol, security, script, code, passwordSent: 'no' }
})

const STRANGERS = RAW_CASES.map(({ id, name, act, code }, index): Row => {
  const protocol = PROTOCOLS[index % PROTOCOLS.length] ?? 'imap'
  const script = async (): Promise<Script> => (conversation) => act(conversation, protocol)
  return { name: `${protocol}: ${name} (${id})`, protocol, security: 'tls', script, code, passwordSent: 'no' }
})

describe('in the terminal', () => {
  let honest: Vitals
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'mailwright-terminal-'))
    ca = join(directory, 'ca.pem')
    await writeFile(ca, authority.certificate)
    names = await startDnsServer(({ type, name }) =>
      type === 'A' && name === HOST ? [{ type: 'A', name, data: '127.0.0.1' }] : [],
    )
    const { status, vitals } = await check({
      protocol: 'imap',
      security: 'tls',
      script: async () => mailServer('imap', 'tls', goodTls),
    })
    expect(status).toBe(0)
    honest = vitals
  })
  afterAll(async () => {
    await names.stop()
    await rm(directory, { recursive: true, force: true })
  })

  test.concurrent.each([...REPLIES, ...SEALS, ...STRANGERS])('$name', { timeout: 60_000 }, async (row) => {
    const { status, vitals, result } = await check(row)
    expect({ code: result?.code, passwordSent: result?.passwordSent, status }).toEqual({
      code: row.code,
      passwordSent: row.passwordSent,
      status: row.code === 'OK' ? 0 : 1,
    })
    expect(result?.findings).toHaveLength(row.code === 'OK' ? 0 : 1)
    expectModesty({ ...vitals, maxRssKb: vitals.maxRssKb - honest.maxRssKb })
  })
})
