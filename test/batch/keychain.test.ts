import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProvedService, SavedAccount } from '#shared/domain/saved-account.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { DEFAULT_OPTIONS } from '#engine/system-environment.ts'
import { runBatch } from '#cli/batch/run-batch.ts'
import { authority, HOST } from '../support/certificates.ts'
import { readResults } from '../support/fleet-world.ts'
import { json } from '../support/oauth/scripted-login.ts'
import { ADDRESS, OTHER_HOST, startTwoSidedWorld, type TwoSidedWorld } from '../support/two-sided-world.ts'

const impostor = await authority.issueSelfSigned({ dnsNames: [HOST] })
const PASSWORD = 'sunflower-4711'

const service = (protocol: 'imap' | 'smtp', port: number): ProvedService => ({
  endpoint: { protocol, host: HOST, port, security: 'tls' },
  userName: ADDRESS,
  origin: 'typed',
  signIn: 'password',
  slot: 'account',
  auth: 'plain',
  pin: null,
  seen: null,
})
const ACCOUNT: SavedAccount = {
  address: ADDRESS,
  providerId: null,
  services: [service('imap', 993), service('smtp', 465)],
  secretStore: 'practice',
  oauth: null,
  provedAt: '2026-11-20T09:30:00.000Z',
}

let world: TwoSidedWorld
let folder = ''
beforeEach(async () => {
  world = await startTwoSidedWorld(json({}), impostor)
  folder = await mkdtemp(join(tmpdir(), 'mailwright-fleet-keys-'))
  await world.keep(ACCOUNT, { password: PASSWORD })
})
afterEach(async () => {
  await world.stop()
  await rm(folder, { recursive: true })
})

async function codeOf(row: string) {
  const [file, out] = [join(folder, 'fleet.csv'), join(folder, 'out.ndjson')]
  await writeFile(file, `address,user,secret,imap,smtp\n${row}\n`)
  const { signal } = new AbortController()
  const [results, progress] = [new PassThrough().resume(), new PassThrough().resume()]
  await runBatch(world.useCases, {
    system: DEFAULT_OPTIONS,
    language: 'en',
    colors: 'plain',
    json: false,
    values: { out },
    positionals: [file],
    terminal: { input: new PassThrough(), results, progress, env: {}, signal },
    translator: createTranslator('en'),
  })
  expect(await readFile(out, 'utf8')).not.toContain(PASSWORD)
  const [result] = await readResults(out)
  return [result?.code, ...(result?.endpoints.map(({ protocol }) => protocol) ?? [])].join(' ')
}

const OWN = `${HOST}:993:tls`

describe('a password of the keychain', () => {
  test.each<readonly [string, string, string]>([
    ['all servers of the account, where the row names none', `${ADDRESS},,keychain:,,`, 'OK imap smtp'],
    ['the one that the row names', `${ADDRESS},,keychain:,${OWN},`, 'OK imap'],
    ['those of the account that is named', `team@example.test,,keychain:${ADDRESS},,`, 'OK imap smtp'],
  ])('is for %s', async (_, row, expected) => {
    expect(await codeOf(row)).toBe(expected)
  })

  test.each<readonly [string, string, string]>([
    ['another server', `${ADDRESS},,keychain:,${OTHER_HOST}:993:tls,`, 'CFG_CONFIRM'],
    ['another port', `${ADDRESS},,keychain:,${HOST}:1993:tls,`, 'CFG_CONFIRM'],
    ['another encryption', `${ADDRESS},,keychain:,${HOST}:993:starttls,`, 'CFG_CONFIRM'],
    ['another user name', `${ADDRESS},ben,keychain:,${OWN},`, 'CFG_CONFIRM'],
    ['an account that is not saved', `ben@example.test,,keychain:,${OWN},`, 'ACCOUNT_GONE'],
  ])('is not for %s: no server is touched', async (_, row, expected) => {
    expect(await codeOf(row)).toBe(expected)
    expect(world.receivedByOwn()).toBe('')
    expect(world.receivedByOthers()).toBe('')
  })
})
