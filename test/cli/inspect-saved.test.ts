import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ProvedService } from '#shared/domain/saved-account.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { DEFAULT_OPTIONS } from '#engine/system-environment.ts'
import { inspectPrograms } from '#cli/inspect/inspect-programs.ts'
import { authority, HOST } from '../support/certificates.ts'
import { json } from '../support/oauth/scripted-login.ts'
import { ADDRESS, OTHER_HOST, startTwoSidedWorld, type TwoSidedWorld } from '../support/two-sided-world.ts'

const impostor = await authority.issueSelfSigned({ dnsNames: [HOST] })
const at = (protocol: 'imap' | 'smtp', port: number): ProvedService => ({
  endpoint: { protocol, host: HOST, port, security: 'tls' },
  userName: ADDRESS,
  origin: 'typed',
  signIn: 'password',
  slot: 'account',
  auth: 'plain',
  pin: null,
  seen: null,
})

let world: TwoSidedWorld
let folder = ''
beforeEach(async () => {
  world = await startTwoSidedWorld(json({ error: 'invalid_grant' }, 400), impostor)
  folder = await mkdtemp(join(tmpdir(), 'mailwright-inspect-saved-'))
  const account = {
    address: ADDRESS,
    providerId: null,
    services: [at('imap', 993), at('smtp', 465)],
    secretStore: 'practice',
    oauth: null,
    provedAt: '2026-11-20T09:30:00.000Z',
  } as const
  await world.keep(account, { password: 'sunflower-4711' })
})
afterEach(async () => {
  await world.stop()
  await rm(folder, { recursive: true })
})

const settings = (host: string) =>
  [
    `set from = '${ADDRESS}'`,
    `set imap_user = '${ADDRESS}'`,
    `set folder = 'imaps://${host}:993/'`,
    `set smtp_url = 'smtps://anna%40example.test@${host}:465'`,
  ].join('\n')

async function inspect(host: string) {
  const profile = join(folder, 'neomuttrc')
  await writeFile(profile, settings(host))
  const [results, progress] = [new PassThrough(), new PassThrough()]
  const status = await inspectPrograms(world.useCases, {
    system: DEFAULT_OPTIONS,
    language: 'en',
    colors: 'plain',
    json: false,
    values: { client: 'neomutt', profile, test: true, saved: true },
    positionals: [],
    terminal: { input: new PassThrough(), results, progress, env: {}, signal: new AbortController().signal },
    translator: createTranslator('en'),
  })
  results.end()
  progress.end()
  return { status, said: `${await text(results)}${await text(progress)}` }
}

test('the saved password serves where the program has the servers that it was saved for', async () => {
  const { status, said } = await inspect(HOST)
  expect(said).toMatch(/✓ imap {2}works[\s\S]*✓ smtp {2}works/)
  expect(status).toBe(0)
  expect(world.receivedByOwn()).toMatch(/AUTHENTICATE|LOGIN/)
})

test('it goes to no other server, whatever a program is set to', async () => {
  const { status, said } = await inspect(OTHER_HOST)
  expect(status).toBe(1)
  expect(said).toContain('not tested, because of KEY_GONE')
  expect(world.receivedByOthers()).toBe('')
})
