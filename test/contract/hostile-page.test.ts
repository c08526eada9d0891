import { X509Certificate } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProvedService, SavedAccount } from '#shared/domain/saved-account.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Page } from '../support/discovery/web-server.ts'
import { createCanary } from '../support/canary.ts'
import { authority, HOST } from '../support/certificates.ts'
import { answer, ISSUER, TOKEN } from '../support/oauth/scripted-login.ts'
import { startProxy, type TestProxy } from '../support/proxy-server.ts'
import { ADDRESS, OTHER_HOST, startTwoSidedWorld, type TwoSidedWorld } from '../support/two-sided-world.ts'

/*
 * A page that was taken over can make every call of the contract. It has seen no saved password and no token, and it
 * tries to have them sent to a server of its own.
 */

const IMAP: ServerEndpoint = { protocol: 'imap', host: HOST, port: 993, security: 'tls' }
const SMTP: ServerEndpoint = { protocol: 'smtp', host: HOST, port: 465, security: 'tls' }
const password = createCanary()
const sending = createCanary()
const accessToken = createCanary()
const refreshToken = createCanary()
const CANARIES = { password, sending, accessToken, refreshToken }
const impostor = await authority.issueSelfSigned({ dnsNames: [HOST] })
const fingerprint = new X509Certificate(impostor.certificate).fingerprint256

const service = (endpoint: ServerEndpoint) => ({
  endpoint,
  userName: ADDRESS,
  origin: 'typed' as const,
  pin: null as string | null,
  signIn: 'password' as const,
})
const OWN = [service(IMAP), service(SMTP)]
type Services = typeof OWN

const proved = (endpoint: ServerEndpoint): ProvedService => ({
  ...service(endpoint),
  slot: 'account',
  auth: 'plain',
  seen: null,
})
const ACCOUNT: SavedAccount = {
  address: ADDRESS,
  providerId: null,
  services: [proved(IMAP), proved(SMTP)],
  secretStore: 'practice',
  oauth: null,
  provedAt: '2026-11-20T09:30:00.000Z',
}

/** How long a token lasts; `0` has it renewed at every test. */
let lastsSeconds = 3_600
let atTokenEndpoint: () => Promise<void> = () => Promise.resolve()
const token: Page = (_, response) => {
  void atTokenEndpoint().then(() => {
    const body = { ...TOKEN, access_token: accessToken.secret, expires_in: lastsSeconds }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
}

let world: TwoSidedWorld
let proxy: TestProxy
beforeEach(async () => {
  lastsSeconds = 3_600
  atTokenEndpoint = () => Promise.resolve()
  world = await startTwoSidedWorld(token, impostor)
  proxy = await startProxy({ kind: 'http' })
  proxy.leadTo(world.attackersDialer)
})
afterEach(async () => {
  await world.stop()
  await proxy.stop()
})

const signal = new AbortController().signal

const confirm = async (services: Services, previous: string | null, issuer: string | null = null) =>
  world.handlers.setup.confirm({ address: ADDRESS, providerId: null, services, previous, issuer }, signal)

async function confirmed(services: Services, previous: string | null): Promise<string> {
  const ticket = await confirm(services, previous)
  if (!ticket.ok) throw new Error(ticket.error)
  return ticket.value.setupId
}

async function drain<T>(events: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = []
  for await (const event of events) all.push(event)
  return all
}

type Given = Parameters<TwoSidedWorld['handlers']['setup']['test']>[0]['credential']

const testAll = (setupId: string, credential: Given = null, forSending: Given = null) =>
  drain(world.handlers.setup.test({ setupId, credential, sending: forSending, protocols: null }, signal))

const named = (text: string) =>
  Object.entries(CANARIES).flatMap(([name, { formsIn }]) => (formsIn(text).length > 0 ? [name] : []))

async function openSaved(): Promise<string> {
  const opened = await world.handlers.accounts.open({ address: ADDRESS, secret: 'use' }, signal)
  if (!opened.ok) throw new Error(opened.error)
  expect(opened.value.secret).toBe('ready')
  return opened.value.setupId
}

async function openSavedToken(): Promise<string> {
  const oauth = { issuer: ISSUER, clientId: 'an-id' }
  await world.keep({ ...ACCOUNT, oauth }, { refreshToken: refreshToken.secret })
  return openSaved()
}

/** Every way in which the engine comes to hold a secret, and the setup it holds it for. */
const HOLDINGS: readonly (readonly [string, () => Promise<string>])[] = [
  [
    'a saved password',
    async () => {
      await world.keep(ACCOUNT, { password: password.secret })
      return openSaved()
    },
  ],
  [
    'two saved passwords',
    async () => {
      const services = [proved(IMAP), { ...proved(SMTP), slot: 'sending' as const }]
      await world.keep({ ...ACCOUNT, services }, { password: password.secret, sending: sending.secret })
      return openSaved()
    },
  ],
  [
    'a password that was typed',
    async () => {
      const setupId = await confirmed(OWN, null)
      await testAll(setupId, { kind: 'password', secret: password.secret })
      return setupId
    },
  ],
  ['a saved sign-in', openSavedToken],
]

const evil = (endpoint: ServerEndpoint): ServerEndpoint => ({ ...endpoint, host: OTHER_HOST })
const POP3: ServerEndpoint = { protocol: 'pop3', host: OTHER_HOST, port: 995, security: 'tls' }

const CHANGES: readonly (readonly [string, Services])[] = [
  ['another host for receiving', [service(evil(IMAP)), service(SMTP)]],
  ['another host for sending', [service(IMAP), service(evil(SMTP))]],
  ['other hosts for everything', [service(evil(IMAP)), service(evil(SMTP))]],
  [
    'another port of the same host, as a finding may offer it',
    [service({ ...IMAP, port: 1993 }), service(SMTP)],
  ],
  ['another encryption', [service({ ...IMAP, port: 143, security: 'starttls' }), service(SMTP)]],
  ['another user name', [{ ...service(IMAP), userName: 'mallory' }, service(SMTP)]],
  ['one more service', [...OWN, service(POP3)]],
  ['one more service instead of another', [service(IMAP), service(POP3)]],
  ['an exception for a certificate of its own', [{ ...service(IMAP), pin: fingerprint }, service(SMTP)]],
]

describe.each(HOLDINGS)('%s', (_, hold) => {
  test.each(CHANGES)('does not go to %s', async (_change, services) => {
    const setupId = await hold()
    const before = world.receivedByOwn().length
    // With a proxy of its own the page decides where every connection ends.
    await world.handlers.network.chooseProxy({ proxy: proxyOfPage(services) }, signal)
    const ticket = await confirm(services, setupId)
    await testAll(setupId)
    await drain(
      world.handlers.setup.test({ setupId, credential: null, sending: null, protocols: ['imap'] }, signal),
    )
    await drain(world.handlers.setup.sendTest({ to: null, setupId, language: 'en' }, signal))
    expect(named(world.receivedByOthers())).toEqual([])
    expect(named(world.receivedByOwn().slice(before))).toEqual([])
    expect(ticket).toMatchObject({ value: { setupId, credential: 'dropped' } })
    expect(await world.handlers.setup.save({ setupId, secret: 'keep' }, signal)).toMatchObject({ ok: false })
  })

  test('does not come back when the page confirms the right servers afterwards', async () => {
    const setupId = await hold()
    await confirm([service(evil(IMAP))], setupId)
    expect(await confirm(OWN, setupId)).toMatchObject({ value: { credential: 'none' } })
  })

  test('stays for the very same servers, and for fewer of them', async () => {
    const setupId = await hold()
    const before = world.receivedByOwn().length
    expect(await confirm(OWN, setupId)).toMatchObject({ value: { credential: 'kept' } })
    expect(await confirm([service(IMAP)], setupId)).toMatchObject({ value: { credential: 'kept' } })
    await testAll(setupId)
    expect(named(world.receivedByOwn().slice(before))).toHaveLength(1)
  })
})

function proxyOfPage(services: Services) {
  const own = proxy.server()
  const isWanted = services.some(({ pin }) => pin !== null)
  return isWanted ? { address: `${own.host}:${own.port}`, userName: '', password: null } : null
}

describe('what is under way while the page changes the servers:', () => {
  test('a renewal gives its token to the servers it was begun for, and to no others', async () => {
    lastsSeconds = 1
    const setupId = await openSavedToken()
    atTokenEndpoint = async () => void (await confirm([service(evil(IMAP))], setupId))
    await testAll(setupId)
    await testAll(setupId)
    expect(named(world.receivedByOthers())).toEqual([])
  })

  test('so does a sign-in in the browser', async () => {
    const setupId = await confirmed(OWN, null)
    const client = { id: 'an-id', secret: null }
    const request = { setupId, way: 'browser', client, issuer: ISSUER, language: 'en' } as const
    const types: string[] = []
    for await (const event of world.handlers.setup.authorize(request, signal)) {
      types.push(event.type)
      if (event.type !== 'opened') continue
      await confirm([service(evil(IMAP))], setupId)
      void answer(event.url)
    }
    expect(types.at(-1)).toBe('unknown-setup')
    await testAll(setupId)
    expect(named(world.receivedByOthers())).toEqual([])
  })
})

test('a token is dropped when the page names another issuer', async () => {
  const setupId = await openSavedToken()
  const ticket = await confirm(OWN, setupId, 'https://login.evil.example.test')
  expect(ticket).toMatchObject({ value: { credential: 'dropped' } })
})

test('the password for receiving does not take the place of the one for sending', async () => {
  const services = [proved(IMAP), { ...proved(SMTP), slot: 'sending' as const }]
  await world.keep({ ...ACCOUNT, services }, { password: password.secret, sending: sending.secret })
  await testAll(await openSaved(), null, { kind: 'none' })
  expect(named(world.receivedByOwn())).toEqual([])
})

test('a password that was typed for another server goes there: the servers of this test do take one', async () => {
  const setupId = await confirmed([service(evil(IMAP)), service(evil(SMTP)), service(POP3)], null)
  await testAll(setupId, { kind: 'password', secret: password.secret })
  expect(named(world.receivedByOthers())).toEqual(['password'])
})
