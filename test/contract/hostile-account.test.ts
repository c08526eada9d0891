import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProvedService } from '#shared/domain/saved-account.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { createCanary } from '../support/canary.ts'
import { authority, HOST } from '../support/certificates.ts'
import { json, TOKEN } from '../support/oauth/scripted-login.ts'
import { ADDRESS, OTHER_HOST, startTwoSidedWorld, type TwoSidedWorld } from '../support/two-sided-world.ts'

/*
 * A page that was taken over says that a program has its servers, and tries to have a saved password tested there.
 */

const IMAP: ServerEndpoint = { protocol: 'imap', host: HOST, port: 993, security: 'tls' }
const SMTP: ServerEndpoint = { protocol: 'smtp', host: HOST, port: 465, security: 'tls' }
const POP3: ServerEndpoint = { protocol: 'pop3', host: OTHER_HOST, port: 995, security: 'tls' }
const evil = (endpoint: ServerEndpoint): ServerEndpoint => ({ ...endpoint, host: OTHER_HOST })
const password = createCanary()
const impostor = await authority.issueSelfSigned({ dnsNames: [HOST] })
const signal = new AbortController().signal

const proved = (endpoint: ServerEndpoint): ProvedService => ({
  endpoint,
  userName: ADDRESS,
  origin: 'typed',
  pin: null,
  signIn: 'password',
  slot: 'account',
  auth: 'plain',
  seen: null,
})

let world: TwoSidedWorld
beforeEach(async () => {
  world = await startTwoSidedWorld(json(TOKEN), impostor)
  const account = {
    address: ADDRESS,
    providerId: null,
    services: [proved(IMAP), proved(SMTP)],
    secretStore: 'practice',
    oauth: null,
    provedAt: '2026-11-20T09:30:00.000Z',
  } as const
  await world.keep(account, { password: password.secret })
})
afterEach(() => world.stop())

const isIn = (text: string) => password.formsIn(text).length > 0

/** An account as the page says that a program has it. */
const madeUp = (services: readonly ServerEndpoint[], userName = ADDRESS) => ({
  client: 'neomutt' as const,
  account: {
    name: 'a',
    address: ADDRESS,
    services: services.map(({ protocol, host, port }) => ({
      protocol,
      host,
      port,
      encryption: 'tls' as const,
      userName,
      method: 'password' as const,
      certificate: 'checked' as const,
    })),
  },
})

async function reviewAndTest(account: ReturnType<typeof madeUp>, previous: string | null = null) {
  const review = await world.handlers.programs.review({ ...account, previous }, signal)
  const { reviewId } = review
  const request = { reviewId, credential: null, sending: null }
  for await (const event of world.handlers.programs.testReview(request, signal))
    expect(isIn(JSON.stringify(event))).toBe(false)
  return review
}

describe('an account that the page makes up as that of a program', () => {
  test('has the saved password tested at the servers it was saved for: this page could do so before', async () => {
    const { tests } = await reviewAndTest(madeUp([IMAP, SMTP]))
    expect(tests).toMatchObject([{ credential: 'kept' }])
    expect(isIn(world.receivedByOwn())).toBe(true)
  })

  test.each([
    ['another host', [evil(IMAP), SMTP]],
    ['other hosts alone', [evil(IMAP), evil(SMTP)]],
    ['one more server', [IMAP, SMTP, POP3]],
    ['another port', [{ ...IMAP, port: 1993 }, SMTP]],
  ])('does not bring it to %s', async (_, services) => {
    const { tests } = await reviewAndTest(madeUp(services))
    expect(tests).toMatchObject([{ credential: 'wanted' }])
    expect(isIn(world.receivedByOthers() + world.receivedByOwn())).toBe(false)
  })

  test('does not bring it to another host by way of the right one', async () => {
    const right = await reviewAndTest(madeUp([IMAP, SMTP]))
    const { tests } = await reviewAndTest(madeUp([evil(IMAP), SMTP]), right.reviewId)
    expect(tests).toMatchObject([{ credential: 'wanted' }])
    expect(isIn(world.receivedByOthers())).toBe(false)
  })

  test('does not bring it to another user name', async () => {
    await reviewAndTest(madeUp([IMAP, SMTP], 'mallory'))
    expect(isIn(world.receivedByOwn())).toBe(false)
  })
})
