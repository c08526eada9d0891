import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProvedService, SavedAccount } from '#shared/domain/saved-account.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { DEFAULT_OPTIONS } from '#engine/system-environment.ts'
import { testAccounts } from '#cli/accounts/test-accounts.ts'
import { checkAccount } from '#cli/check/check-account.ts'
import type { Invocation } from '#cli/command.ts'
import { authority, HOST } from '../support/certificates.ts'
import { ISSUER, json } from '../support/oauth/scripted-login.ts'
import { ADDRESS, startTwoSidedWorld, type TwoSidedWorld } from '../support/two-sided-world.ts'

const impostor = await authority.issueSelfSigned({ dnsNames: [HOST] })
const refusesTokens = json({ error: 'invalid_grant' }, 400)

const at = (protocol: 'imap' | 'smtp', port: number): ProvedService => ({
  endpoint: { protocol, host: HOST, port, security: 'tls' } satisfies ServerEndpoint,
  userName: ADDRESS,
  origin: 'typed',
  signIn: 'password',
  slot: 'account',
  auth: 'plain',
  pin: null,
  seen: null,
})
const PASSWORD = 'sunflower-4711'
const ACCOUNT: SavedAccount = {
  address: ADDRESS,
  providerId: null,
  services: [at('imap', 993), at('smtp', 465)],
  secretStore: 'practice',
  oauth: null,
  provedAt: '2026-11-20T09:30:00.000Z',
}
const WITH_TOKEN: SavedAccount = { ...ACCOUNT, oauth: { issuer: ISSUER, clientId: 'an-id' } }

let world: TwoSidedWorld
beforeEach(async () => {
  world = await startTwoSidedWorld(refusesTokens, impostor)
})
afterEach(() => world.stop())

/** The two commands that test a saved account, in this very process, on the engine of the world. */
const WAYS = {
  'check --saved': (invocation: Invocation) => checkAccount(world.useCases, invocation),
  'accounts test': (invocation: Invocation) => testAccounts(world.useCases, ADDRESS, invocation),
} as const

async function run(way: keyof typeof WAYS, options: Invocation['values'] = {}) {
  const [results, progress] = [new PassThrough(), new PassThrough()]
  const { signal } = new AbortController()
  const terminal = { input: new PassThrough(), results, progress, env: {}, signal }
  const status = await WAYS[way]({
    system: DEFAULT_OPTIONS,
    language: 'en',
    colors: 'plain',
    json: false,
    values: { saved: true, ...options },
    positionals: [ADDRESS],
    terminal,
    translator: createTranslator('en'),
  })
  results.end()
  progress.end()
  return { status, said: `${await text(results)}${await text(progress)}` }
}

async function provedAt(): Promise<string | undefined> {
  const known = await world.useCases.accounts()
  return known.ok ? known.value.accounts[0]?.provedAt : undefined
}

describe.each(Object.keys(WAYS) as readonly (keyof typeof WAYS)[])('%s', (way) => {
  test('tests with what was kept, and notes a good test as the latest proof', async () => {
    await world.keep(ACCOUNT, { password: PASSWORD })
    expect((await run(way)).status).toBe(0)
    expect(await provedAt()).not.toBe(ACCOUNT.provedAt)
  })

  test('leaves the servers alone where no token came of what was kept, and says why', async () => {
    await world.keep(WITH_TOKEN, { refreshToken: 'an-old-one' })
    const { status, said } = await run(way)
    expect(said).toContain('OAUTH_AGAIN')
    expect(status).toBe(1)
    expect(world.receivedByOwn()).toBe('')
  })
})

describe('check --saved', () => {
  test('of one kind of server is a good test of that, and no proof of the account', async () => {
    await world.keep(ACCOUNT, { password: PASSWORD })
    const { status, said } = await run('check --saved', { protocols: 'imap' })
    expect(status).toBe(0)
    expect(said).not.toContain('smtp')
    expect(await provedAt()).toBe(ACCOUNT.provedAt)
  })

  test.each(['no-login', 'password-stdin', 'token-stdin'])('is wrong usage with --%s', async (option) => {
    await world.keep(ACCOUNT, { password: PASSWORD })
    await expect(run('check --saved', { [option]: true })).rejects.toMatchObject({
      text: { key: 'cli.usage.only-one' },
    })
    expect(world.receivedByOwn()).toBe('')
  })
})
