import { afterEach, describe, expect, test } from 'vitest'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { runCheck } from '#engine/check/run-check.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import type { Limits } from '#engine/limits.ts'
import type { Script } from '#engine/practice/kit/scripted-server.ts'
import { Secret } from '#engine/secret.ts'
import { mailServer } from '../support/behaviour.ts'
import { createCanary } from '../support/canary.ts'
import { serverTls } from '../support/certificates.ts'
import { createDiscoveryWorld, type DiscoveryWorld } from '../support/discovery/discovery-world.ts'

const HOST = 'smtp.example.org'
const ADDRESS = 'anna@example.org'
const canary = createCanary()
const tls = await serverTls({ dnsNames: [HOST] })

let world: DiscoveryWorld | undefined
afterEach(async () => {
  await world?.stop()
  world = undefined
})

/** A web server: it waits for the question, and mends nothing about a line that is none. */
const web =
  (answer: string): Script =>
  async (conversation) => {
    const first = await conversation.readLine()
    if (first?.startsWith('GET ') !== true)
      return await conversation.sendRaw('HTTP/1.1 400 Bad Request\r\n\r\n')
    while (((await conversation.readLine()) ?? '') !== '');
    await conversation.sendRaw(answer.replaceAll('\n', '\r\n'))
  }

const SHOP = web('HTTP/1.1 200 OK\nContent-Length: 0\n\n')
const PORTAL = web('HTTP/1.1 302 Found\nLocation: http://10.0.0.1/hello\nContent-Length: 0\n\n')

interface Place {
  readonly security: ServerEndpoint['security']
  readonly port: number
}

async function check(
  { security, port }: Place,
  endpoints: Readonly<Record<string, Script>>,
  limits: Partial<Limits> = {},
): Promise<EndpointResult> {
  world = await createDiscoveryWorld({
    limits: { connectMs: 700, alternativesAfterMs: 100, greetingMs: 1_500, replyMs: 700, ...limits },
    endpoints,
  })
  const service = confirmService({ protocol: 'smtp', host: HOST, port, security }, ADDRESS, {
    origin: 'typed',
  })
  if (!service.ok) throw new Error(service.error)
  const request = {
    address: ADDRESS,
    services: [service.value],
    credential: { kind: 'password', secret: new Secret(canary.secret) } as const,
    provider: null,
    testMessage: null,
    signal: new AbortController().signal,
  }
  for await (const event of runCheck(request, world.tools)) {
    if (event.type !== 'done') continue
    const [result] = event.result.endpoints
    if (result !== undefined) return result
  }
  throw new Error('the check did not end')
}

const AT_587 = { security: 'starttls', port: 587 } as const
const AT_465 = { security: 'tls', port: 465 } as const

describe('a web page where a mail server should be', () => {
  test.each([
    ['STARTTLS', AT_587],
    ['SSL/TLS', AT_465],
  ])('is called another service: %s', async (_, place) => {
    const result = await check(place, { [`${HOST}:${place.port}`]: SHOP })
    expect(result).toMatchObject({ code: 'PROTO_WRONG_SERVICE', passwordSent: 'no' })
    expect(result.findings[0]).toMatchObject({ turn: 'you', facts: { seen: 'http' } })
    expect(result.findings[0]?.actions[0].kind).toBe('edit-servers')
  })

  test.each([
    ['STARTTLS', AT_587],
    ['SSL/TLS', AT_465],
  ])('is the page of a network where its other hosts show that page too: %s', async (_, place) => {
    const result = await check(place, { [`${HOST}:${place.port}`]: PORTAL, 'example.org:80': PORTAL })
    expect(result.code).toBe('NET_CAPTIVE')
    expect(result.findings[0]).toMatchObject({ turn: 'you', facts: { portal: '10.0.0.1' } })
    expect(result.findings[0]?.actions[0].kind).toBe('network-sign-in')
  })

  test('is the page of a network where this very port leads to it', async () => {
    const result = await check(AT_587, { [`${HOST}:587`]: PORTAL })
    expect(result.code).toBe('NET_CAPTIVE')
  })

  test('is called so where it hangs up before it is asked', async () => {
    let asked = 0
    const impatient: Script = async (conversation) => {
      asked += 1
      if (asked > 1) await SHOP(conversation)
    }
    const result = await check(AT_587, { [`${HOST}:587`]: impatient })
    expect(result.code).toBe('PROTO_WRONG_SERVICE')
  })

  test('is asked for nothing but its front page, by the name the user gave', async () => {
    await check(AT_587, { [`${HOST}:587`]: SHOP })
    const heard = world?.endpoints[`${HOST}:587`]?.received.map(({ text }) => text).join('') ?? ''
    expect(heard).toContain(`GET / HTTP/1.1\r\nHost: ${HOST}\r\n`)
    expect(canary.formsIn(heard)).toEqual([])
  })
})

describe('a mail server that greets late', () => {
  const late: Script = async (conversation) => {
    await conversation.pause(500)
    await mailServer('smtp', 'starttls', tls)(conversation)
  }

  test('is never spoken to as a web server', async () => {
    const result = await check(AT_587, { [`${HOST}:587`]: late })
    expect(result.code).toBe('OK')
    const heard = world?.endpoints[`${HOST}:587`]?.received.map(({ text }) => text).join('') ?? ''
    expect(heard).not.toContain('GET')
  })

  test('and says nothing at all ends as silence', async () => {
    const result = await check(AT_587, { [`${HOST}:587`]: (conversation) => conversation.silence() })
    expect(result.code).toBe('NET_TIMEOUT')
  })
})
