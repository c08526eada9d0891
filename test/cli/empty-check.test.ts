import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { runCli } from '../support/cli.ts'
import { startDnsServer, type DnsServer } from '../support/dns-server.ts'

const ADDRESS = 'anna@example.test'
const IMAP = { protocol: 'imap', host: 'imap.example.test', port: 993, security: 'tls' } as const

/** Saved with a password, so that the keychain would be asked for it. */
const WITH_IMAP: SavedAccount = {
  address: ADDRESS,
  providerId: null,
  services: [
    {
      endpoint: IMAP,
      userName: ADDRESS,
      origin: 'found',
      signIn: 'password',
      slot: 'account',
      auth: 'plain',
      pin: null,
      seen: null,
    },
  ],
  secretStore: 'secret-service',
  oauth: null,
  provedAt: '2026-11-20T09:30:00.000Z',
}
const WITHOUT_SERVERS: SavedAccount = { ...WITH_IMAP, services: [], secretStore: null }

let folder = ''
let names: DnsServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-empty-'))
  names = await startDnsServer(() => 'NXDOMAIN')
})
afterAll(async () => {
  await names.stop()
  await rm(folder, { recursive: true })
})

async function run(account: SavedAccount | null, ...args: readonly string[]) {
  const data = await mkdtemp(join(folder, 'data-'))
  const accounts = account === null ? [] : [account]
  await writeFile(join(data, 'accounts.json'), JSON.stringify({ schema: 2, accounts }))
  const network = ['--dns', names.address, '--timeout', '2']
  return runCli([...args, ...network, '--no-color'], { env: { MAILWRIGHT_DATA_DIR: data } })
}

describe('a check of nothing is wrong usage', () => {
  test.each<readonly [string, SavedAccount | null, readonly string[], string]>([
    ['a kind of server that was not saved', WITH_IMAP, ['--saved', '--protocols', 'pop3'], 'for pop3'],
    [
      'two kinds that were not saved',
      WITH_IMAP,
      ['--saved', '--protocols', 'smtp,pop3', '--json'],
      'for smtp, pop3',
    ],
    ['a saved account without servers', WITHOUT_SERVERS, ['--saved'], 'no server is saved'],
    ['no kind of server at all', null, ['--no-login', '--protocols', ''], '--protocols takes some of'],
    ['a list with a gap', null, ['--no-login', '--protocols', 'imap,'], '--protocols takes some of'],
  ])('%s', async (_, account, args, words) => {
    const { status, results, progress } = await run(account, 'check', ADDRESS, ...args)
    expect(progress).toContain(words)
    expect({ status, results }).toEqual({ status: 2, results: '' })
  })
})

test('an account without servers is not said to work when accounts are tested again', async () => {
  const { status, results } = await run(WITHOUT_SERVERS, 'accounts', 'test', '--json')
  expect(JSON.parse(results)).toMatchObject({
    accounts: [{ address: ADDRESS, verdict: 'problem', error: { code: 'CFG_INVALID' }, endpoints: [] }],
  })
  expect(status).toBe(1)
})
