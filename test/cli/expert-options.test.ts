import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { runCommandLine } from '#cli/run.ts'
import { mailServer, type Behaviour } from '../support/behaviour.ts'
import { authority, goodTls, HOST } from '../support/certificates.ts'
import { startDnsServer, type DnsServer } from '../support/dns-server.ts'

let folder = ''
let names: DnsServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-expert-'))
  vi.stubEnv('MAILWRIGHT_DATA_DIR', folder)
  await writeFile(join(folder, 'ca.pem'), authority.certificate)
  names = await startDnsServer(({ type }) =>
    type === 'A' ? [{ type: 'A', name: HOST, data: '127.0.0.1' }] : [],
  )
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await names.stop()
  await rm(folder, { recursive: true })
})

interface Printed {
  readonly endpoints: readonly {
    readonly code: string
    readonly findings: readonly { readonly title: string }[]
    readonly stages: readonly { readonly stage: string; readonly facts: Readonly<Record<string, unknown>> }[]
  }[]
}

/** `check` of SMTP at a server of its own, without a sign-in, in this very process. */
async function check(options: readonly string[], behaviour: Behaviour = {}) {
  const server = await startScriptedServer(mailServer('smtp', 'starttls', goodTls, behaviour))
  const smtp = `${HOST}:${server.port}:starttls`
  const common = ['--ca', join(folder, 'ca.pem'), '--dns', names.address, '--json', '--no-color']
  const [results, progress] = [new PassThrough(), new PassThrough()]
  const said = { results: '', progress: '' }
  results.on('data', (chunk: Buffer) => (said.results += chunk.toString()))
  progress.on('data', (chunk: Buffer) => (said.progress += chunk.toString()))
  const status = await runCommandLine(
    ['check', 'anna@example.test', '--smtp', smtp, '--no-login', ...common, ...options],
    {
      input: new PassThrough().end(),
      results,
      progress,
      env: { LANG: 'en_US.UTF-8', MAILWRIGHT_DATA_DIR: folder },
      signal: new AbortController().signal,
    },
  )
  await server.stop()
  const lines = server.received.flatMap(({ text }) => text.split('\r\n'))
  return { ...said, status, server, greetings: lines.filter((line) => /^(?:EHLO|HELO)\b/.test(line)) }
}

const printed = (results: string) => JSON.parse(results) as Printed

describe('--ehlo', () => {
  test.each([
    ['client.example.net', 'client.example.net'],
    ['[192.0.2.7]', '[192.0.2.7]'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
  ])('%s is the name before and after STARTTLS', async (given, said) => {
    const { greetings, results } = await check(['--ehlo', given])
    expect(printed(results).endpoints[0]?.code).toBe('OK')
    expect(greetings).toEqual([`EHLO ${said}`, `EHLO ${said}`])
  })

  test('is also the name in HELO, for a server that does not know EHLO', async () => {
    const { greetings } = await check(['--ehlo', 'client.example.net'], {
      capabilities: ({ conversation, line }) => {
        conversation.send(line.startsWith('EHLO') ? '502 5.5.1 what?' : '250 mail.example.test')
        return Promise.resolve()
      },
    })
    expect(greetings.slice(0, 2)).toEqual(['EHLO client.example.net', 'HELO client.example.net'])
  })

  test('without it, the name tells nothing about this computer', async () => {
    expect((await check([])).greetings).toEqual(['EHLO [127.0.0.1]', 'EHLO [127.0.0.1]'])
  })

  test.each([
    ['a second command', 'client.example.net\r\nMAIL FROM:<a@example.org>'],
    ['an address without brackets', '192.0.2.7'],
    ['nothing', ''],
  ])('%s is wrong usage, and no server is asked', async (_, given) => {
    const { status, progress, server } = await check([`--ehlo=${given}`])
    expect(status).toBe(2)
    expect(progress).toContain('--ehlo takes a domain name, or an address in brackets: [192.0.2.1]')
    expect(server.connections).toBe(0)
  })
})

describe('one kind of address', () => {
  test('--ipv4 connects where there is an IPv4 address', async () => {
    const { results } = await check(['--ipv4'])
    const connect = printed(results).endpoints[0]?.stages.find(({ stage }) => stage === 'connect')
    expect(connect?.facts).toMatchObject({ address: '127.0.0.1' })
  })

  test('--ipv6 does not fall back to IPv4, and says why nothing was reached', async () => {
    const { status, results, server } = await check(['--ipv6'])
    expect(status).toBe(1)
    expect(printed(results).endpoints[0]).toMatchObject({
      code: 'NET_FAMILY',
      findings: [{ title: `${HOST} has no IPv6 address` }],
    })
    expect(server.connections).toBe(0)
  })

  test('both at once are wrong usage', async () => {
    const { status, progress, server } = await check(['--ipv4', '--ipv6'])
    expect(status).toBe(2)
    expect(progress).toContain('give only one of --ipv4, --ipv6')
    expect(server.connections).toBe(0)
  })
})
