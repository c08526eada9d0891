import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { runCommandLine } from '#cli/run.ts'
import { startScriptedServer, type ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { mailServer } from '../support/behaviour.ts'
import { authority, HOST, serverTls } from '../support/certificates.ts'
import { startDnsServer, type DnsServer } from '../support/dns-server.ts'

const OTHER = 'smtp.other-company.test'
const MAILBOX = 'of-the-mailbox-4c1f'
const SENDING = 'of-the-sender-9b27'

let folder = ''
let names: DnsServer
let incoming: ScriptedServer
let outgoing: ScriptedServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-two-'))
  await writeFile(join(folder, 'ca.pem'), authority.certificate)
  names = await startDnsServer(({ type, name }) =>
    type === 'A' && [HOST, OTHER].includes(name) ? [{ type: 'A', name, data: '127.0.0.1' }] : [],
  )
  incoming = await startScriptedServer(mailServer('imap', 'tls', await serverTls({ dnsNames: [HOST] })))
  outgoing = await startScriptedServer(mailServer('smtp', 'tls', await serverTls({ dnsNames: [OTHER] })))
  const settings = `[a]
source = imaps://anna%40example.test@${HOST}:${incoming.port}
outgoing = smtps+plain://anna%40example.test@${OTHER}:${outgoing.port}
from = Anna <anna@example.test>
`
  await writeFile(join(folder, 'accounts.conf'), settings)
})
afterAll(async () => {
  await Promise.all([incoming.stop(), outgoing.stop()])
  await names.stop()
  await rm(folder, { recursive: true })
})

/** @param typed what a user types; `null`: a script pipes one secret in */
async function inspect(typed: string | null) {
  const [input, results, progress] = [new PassThrough(), new PassThrough(), new PassThrough()]
  if (typed === null) input.end(MAILBOX)
  else input.write(typed)
  vi.stubEnv('HOME', folder)
  vi.stubEnv('MAILWRIGHT_DATA_DIR', join(folder, 'data'))
  const profile = ['--client', 'aerc', '--profile', join(folder, 'accounts.conf')]
  const network = ['--ca', join(folder, 'ca.pem'), '--dns', names.address, '--timeout', '5', '--no-color']
  const way = typed === null ? ['--password-stdin'] : []
  const status = await runCommandLine(['inspect', ...profile, '--test', ...way, ...network], {
    input: Object.assign(input, { isTTY: typed !== null }),
    results,
    progress,
    env: { LANG: 'en_US.UTF-8' },
    signal: new AbortController().signal,
  })
  vi.unstubAllEnvs()
  results.end()
  progress.end()
  return { status, results: await text(results), progress: await text(progress) }
}

/** What a server has learned, also from within the base64 of a sign-in. */
const learned = ({ received }: ScriptedServer): string =>
  received
    .map((chunk) => chunk.text.replaceAll(/[\w+/]{16,}=*/g, (blob) => Buffer.from(blob, 'base64').toString()))
    .join('')

test('where another company sends, each gets its own password and neither the other one', async () => {
  const { status, progress } = await inspect(`${MAILBOX}\r${SENDING}\r`)
  expect(progress).toContain(`Password for sending by ${OTHER}:`)
  expect(status).toBe(0)
  expect(learned(incoming)).toContain(MAILBOX)
  expect(learned(outgoing)).toContain(SENDING)
  expect(learned(incoming)).not.toContain(SENDING)
  expect(learned(outgoing)).not.toContain(MAILBOX)
})

test('a pipe holds only one password, so a script is told, and nothing is sent', async () => {
  const before = incoming.connections + outgoing.connections
  const { status, progress } = await inspect(null)
  expect(status).toBe(2)
  expect(progress).toContain('each has a password of its own')
  expect(incoming.connections + outgoing.connections).toBe(before)
})
