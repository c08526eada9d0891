import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HEALTHY } from '../support/arrival/ask.ts'
import { recordsOf } from '../support/arrival/zone.ts'
import { runCli, type CliRun } from '../support/cli.ts'
import { startDnsServer, type DnsServer } from '../support/dns-server.ts'

let directory = ''
let dns: DnsServer
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mailwright-arrive-'))
  const records = recordsOf({ ...HEALTHY, 'TXT bare.example': ['v=spf1 mx -all'] })
  dns = await startDnsServer(({ type, name }) => records[`${type} ${name}`] ?? 'NXDOMAIN')
})
afterAll(async () => {
  await dns.stop()
  await rm(directory, { recursive: true })
})

function arrive(...args: readonly string[]): Promise<CliRun> {
  return runCli(['arrive', ...args, '--dns', dns.address, '--no-color', '--timeout', '5'])
}

async function fileWith(content: string): Promise<string> {
  const path = join(directory, `${Math.random().toString(36).slice(2)}.eml`)
  await writeFile(path, content)
  return path
}

const FASTMAIL = ['--smtp', 'smtp.fastmail.com:465:tls'] as const
const MESSAGE = [
  'Received: from out.example.net (out.example.net [198.51.100.20]) by mx.test with ESMTPS id x',
  'Authentication-Results: mx.test; spf=pass smtp.mailfrom=example.org; dkim=pass header.d=example.org; dmarc=pass',
  'DKIM-Signature: v=1; d=example.org; s=fm1; b=x',
  'From: anna@example.org',
  'Subject: x',
  '',
  'hello',
].join('\r\n')

interface Output {
  readonly schema: number
  readonly verdict: string
  readonly message?: unknown
  readonly findings: readonly { readonly subject: string; readonly code: string; readonly records: unknown }[]
}

describe('arrive', () => {
  test('says of a domain in order that it is, with status 0', async () => {
    const { status, results } = await arrive('anna@example.org', ...FASTMAIL)
    expect(results).toContain('✓ Allowed senders (SPF): Your sending service may send for example.org')
    expect(results).toContain('Everything that can be checked is right.')
    expect(status).toBe(0)
  })

  test('gives the record to copy, and status 1', async () => {
    const { status, results } = await arrive('anna@bare.example', ...FASTMAIL)
    expect(results).toContain('bare.example  TXT  v=spf1 mx include:spf.messagingengine.com -all')
    expect(results).toContain('ARRIVE_DMARC_MISSING')
    expect(status).toBe(1)
  })

  test('speaks German', async () => {
    const { results } = await arrive('anna@bare.example', ...FASTMAIL, '--lang', 'de')
    expect(results).toContain('Ihr Versanddienst fehlt im SPF-Eintrag')
  })

  test.each([
    ['a file that is not there', async () => join(directory, 'nowhere'), 'cannot read'],
    ['a file that is no message', () => fileWith('hello there'), 'is no message'],
    [
      'a message from another domain',
      () => fileWith(MESSAGE.replace('anna@example.org', 'a@else.test')),
      'from else.test',
    ],
    ['a folder', async () => directory, 'cannot read'],
  ])('%s is wrong usage', async (_, make, words) => {
    const { status, progress } = await arrive('anna@example.org', '--message', await make())
    expect(status).toBe(2)
    expect(progress).toContain(words)
  })
})

describe('arrive with a message', () => {
  test('reads a message that arrived, and prints one object with --json', async () => {
    const file = await fileWith(MESSAGE)
    const { status, results } = await arrive('anna@example.org', ...FASTMAIL, '--message', file, '--json')
    const output = JSON.parse(results) as Output
    expect([status, output.schema, output.verdict]).toEqual([0, 1, 'ok'])
    expect(output.findings.map(({ subject }) => subject)).toEqual([
      'spf',
      'dkim',
      'dmarc',
      'mx',
      'mta-sts',
      'tlsa',
    ])
    expect(output.findings[0]).toMatchObject({ code: 'OK', proof: 'message', actions: [{ kind: 'nothing' }] })
    expect(output.message).toEqual({
      receiver: 'mx.test',
      results: [
        { method: 'spf', result: 'pass', domain: 'example.org', proof: 'message' },
        { method: 'dkim', result: 'pass', domain: 'example.org', proof: 'message' },
        { method: 'dmarc', result: 'pass', domain: null, proof: 'message' },
      ],
      setAside: [],
    })
  })

  test('says whose results it sets aside where the receiver wrote none', async () => {
    const arc = 'ARC-Authentication-Results: i=1; mx.google.com; dkim=pass header.d=example.org'
    const file = await fileWith(
      MESSAGE.replace('Results: mx.test;', `Results: relay.example.net;`).replace('From:', `${arc}\r\nFrom:`),
    )
    const { results, progress } = await arrive('anna@example.org', ...FASTMAIL, '--message', file)
    expect(progress).toContain('Results of relay.example.net, ARC of mx.google.com prove nothing')
    expect(results).not.toContain('The receiving server confirmed it')
  })
})
