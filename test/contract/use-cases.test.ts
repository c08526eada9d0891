import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { GivenCredential } from '#shared/contract/guards.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { authority, HOST } from '../support/certificates.ts'
import { json, TOKEN } from '../support/oauth/scripted-login.ts'
import { ADDRESS, startTwoSidedWorld, type TwoSidedWorld } from '../support/two-sided-world.ts'

const IMAP: ServerEndpoint = { protocol: 'imap', host: HOST, port: 993, security: 'tls' }
const signal = new AbortController().signal
const impostor = await authority.issueSelfSigned({ dnsNames: [HOST] })

let world: TwoSidedWorld
beforeEach(async () => {
  world = await startTwoSidedWorld(json(TOKEN), impostor)
})
afterEach(() => world.stop())

function confirm(providerId: string | null, endpoints: readonly ServerEndpoint[]) {
  const common = { userName: ADDRESS, origin: 'typed', pin: null, signIn: 'password' } as const
  const services = endpoints.map((endpoint) => ({ endpoint, ...common }))
  return world.useCases.confirm({ address: ADDRESS, providerId, services, previous: null, issuer: null })
}

async function runTest(
  providerId: string | null,
  credential: GivenCredential | null,
  protocols: readonly Protocol[] | null,
): Promise<TestEvent | undefined> {
  const ticket = confirm(providerId, [IMAP])
  if (!ticket.ok) throw new Error(ticket.error)
  const { setupId } = ticket.value
  const request = { setupId, credential, sending: null, protocols, message: null }
  let last: TestEvent | undefined
  for await (const event of world.useCases.test(request, signal)) last = event
  return last
}

describe('a test of nothing proves nothing', () => {
  test('where none of the wanted services is confirmed', async () => {
    expect(await runTest(null, null, ['pop3'])).toMatchObject({
      type: 'done',
      result: { verdict: 'problem', endpoints: [] },
    })
    expect(world.receivedByOwn()).toBe('')
  })

  test('and no setup is without a service', () => {
    expect(confirm(null, [])).toEqual({ ok: false, error: 'CFG_INVALID' })
  })
})

test('a result says when the service was tested, as it will stand in the log of the server', async () => {
  const begun = Date.now()
  const last = await runTest(null, { kind: 'password', secret: 'sunflower' }, null)
  const [service] = last?.type === 'done' ? last.result.endpoints : []
  const testedAt = Date.parse(service?.testedAt ?? '')
  expect(testedAt).toBeGreaterThanOrEqual(begun)
  expect(testedAt).toBeLessThanOrEqual(Date.now())
})

/** What a server gets of an answer to AUTHENTICATE PLAIN (RFC 4616). */
const plain = (password: string) => Buffer.from(`\0${ADDRESS}\0${password}`).toString('base64')

describe('what is typed is cleaned in the engine, for whatever it was typed', () => {
  test.each<readonly [string, Exclude<GivenCredential['kind'], 'none' | 'token'>, string, string]>([
    ['gmail', 'app-password', 'Abcd efgh ijkl mnop', 'abcdefghijklmnop'],
    ['icloud', 'app-password', 'abcdefghijklmnop', 'abcd-efgh-ijkl-mnop'],
    ['fastmail', 'app-password', 'ab12 cd34', 'ab12cd34'],
    ['gmail', 'app-password', 'Sunflower 4711', 'Sunflower 4711'],
    ['gmail', 'password', 'abcd efgh ijkl mnop', 'abcd efgh ijkl mnop'],
    ['', 'password', ' with  spaces ', ' with  spaces '],
  ])('%s, %s: "%s" goes as "%s"', async (providerId, kind, secret, sent) => {
    await runTest(providerId === '' ? null : providerId, { kind, secret }, null)
    expect(world.receivedByOwn()).toContain(plain(sent))
  })
})
