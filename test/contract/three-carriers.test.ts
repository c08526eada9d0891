import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '#shared/contract/client.ts'
import { contract, type EngineClient, type EngineContract } from '#shared/contract/contract.ts'
import { MEMBERS } from '#shared/contract/members.ts'
import type { Channel, ReplyMessage, RequestMessage } from '#shared/contract/messages.ts'
import { serve } from '#shared/contract/server.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { createCancellation } from '#engine/cancellation.ts'
import {
  startPracticeEngine,
  startTestHost,
  type PracticeEngine,
  type TestHost,
} from '../support/in-process-host.ts'

let engine: PracticeEngine
let web: TestHost
beforeAll(async () => {
  engine = await startPracticeEngine()
  web = await startTestHost(engine.handlers)
})
afterAll(async () => {
  await web.host.stop()
  await engine.stop()
})

/** Two ends of a line in one process; `copy` is what the carrier does to a message on its way. */
function inProcess(copy: (message: unknown) => unknown): EngineClient {
  let toEngine: (message: unknown) => void = () => {}
  let toPage: (message: unknown) => void = () => {}
  const engineEnd: Channel<ReplyMessage> = {
    send: (message) => queueMicrotask(() => toPage(copy(message))),
    listen: (listener) => {
      toEngine = listener
    },
  }
  const pageEnd: Channel<RequestMessage> = {
    send: (message) => queueMicrotask(() => toEngine(copy(message))),
    listen: (listener) => {
      toPage = listener
    },
  }
  serve(contract, engine.handlers, engineEnd, { createCancellation, onBug: () => {} })
  return createClient<EngineContract>(MEMBERS, pageEnd)
}

async function overWebSocket(): Promise<EngineClient> {
  const socket = await web.socket(await web.openPage())
  return createClient<EngineContract>(MEMBERS, {
    send: (message) => socket.send(JSON.stringify(message)),
    listen: (listener) => socket.on('message', (data: Buffer) => listener(JSON.parse(data.toString('utf8')))),
  })
}

// The desktop shell copies messages as structuredClone does; its own carrier is tested with the shell.
const CARRIERS: readonly (readonly [string, () => EngineClient | Promise<EngineClient>])[] = [
  ['in one process', () => inProcess((message) => message)],
  ['over IPC', () => inProcess((message) => structuredClone(message))],
  ['over the browser host', overWebSocket],
]

type Ticket = Awaited<ReturnType<EngineClient['setup']['confirm']>>

/** Takes what the discovery proposes for the address. */
async function confirmProposal(client: EngineClient, address: string): Promise<string> {
  const found = []
  for await (const snapshot of client.discovery.find({ address, accountType: null })) found.push(snapshot)
  const last = found.at(-1)
  if (!last?.ok) throw new Error('nothing found')
  const { candidates, provider } = last.value
  const services = (['imap', 'smtp', 'pop3'] as const).flatMap((protocol) => {
    const best = candidates.find(({ endpoint }) => endpoint.protocol === protocol)
    return best === undefined
      ? []
      : [
          {
            endpoint: best.endpoint,
            userName: best.userName,
            origin: 'found' as const,
            pin: null,
            signIn: 'password' as const,
          },
        ]
  })
  const providerId = provider?.id ?? null
  return idOf(await client.setup.confirm({ address, providerId, services, ...FIRST }))
}

/** Of a setup that replaces no other, at a provider that says nothing about signing in. */
const FIRST = { previous: null, issuer: null }

function confirmOne(client: EngineClient, endpoint: ServerEndpoint): Promise<Ticket> {
  const userName = 'anna@hotel.example'
  const services = [{ endpoint, userName, origin: 'found' as const, pin: null, signIn: 'password' as const }]
  return client.setup.confirm({ address: userName, providerId: null, services, ...FIRST })
}

function idOf(ticket: Ticket): string {
  if (!ticket.ok) throw new Error(ticket.error)
  return ticket.value.setupId
}

describe.each(CARRIERS)('%s', (_, connect) => {
  test('the whole setup of an account gives the same answers', async () => {
    const client = await connect()
    const address = 'anna@practice.example'
    const setupId = await confirmProposal(client, address)
    const types = new Set<string>()
    let verdict = ''
    const credential = { kind: 'password', secret: 'sunflower' } as const
    for await (const event of client.setup.test({ setupId, credential, sending: null, protocols: null })) {
      types.add(event.type)
      if (event.type === 'done') verdict = event.result.verdict
    }
    expect(verdict).toBe('ok')
    expect([...types]).toEqual(['started', 'stage', 'result', 'done'])
    const saved = await client.setup.save({ setupId, secret: 'keep' })
    expect(saved).toMatchObject({ ok: true, value: { address, secretStore: 'practice' } })
    const listed = await client.accounts.list({})
    expect(listed).toMatchObject({ ok: true, value: { accounts: [{ address }] } })
    expect(await client.accounts.remove({ address, secrets: 'remove' })).toEqual({
      ok: true,
      value: 'removed',
    })
    expect(await client.setup.close({ setupId })).toBeNull()
  })
})

describe.each(CARRIERS)('%s,', (_, connect) => {
  test('cancelling a test ends it with a result for every service', async () => {
    const client = await connect()
    const blocked = { protocol: 'smtp', host: 'smtp.hotel.example', port: 587, security: 'starttls' } as const
    const setupId = idOf(await confirmOne(client, blocked))
    const stop = new AbortController()
    const codes: string[] = []
    for await (const event of client.setup.test(
      { setupId, credential: null, sending: null, protocols: null },
      stop.signal,
    )) {
      if (event.type === 'stage' && event.event.stage === 'connect') stop.abort()
      if (event.type === 'result') codes.push(event.result.code)
    }
    expect(codes).toEqual(['CANCELLED'])
  })

  test('a plain connection to anywhere but this computer is not confirmed', async () => {
    const plain = { protocol: 'imap', host: 'imap.practice.example', port: 143, security: 'none' } as const
    expect(await confirmOne(await connect(), plain)).toEqual({ ok: false, error: 'CFG_INSECURE' })
  })

  test.each([
    ['65: two addresses', 'a@b.c, d@e.f'],
    ['66: a quoted local part', '"x@evil.test y"@good.test'],
    ['67: a group', 'friends:anna@example.org;'],
    ['69: a label of 64 letters', `a@${'b'.repeat(64)}.example`],
    ['74: full-width letters', 'u@ｇｍａｉｌ.com'],
    ['a comma for a dot', 'anna@gmail,com'],
  ])('what is no address is not looked up: %s', async (__, address) => {
    const client = await connect()
    const answers = []
    for await (const answer of client.discovery.find({ address, accountType: null })) answers.push(answer)
    expect(answers).toEqual([{ ok: false, error: 'ADDR_INVALID' }])
    const endpoint = { protocol: 'imap', host: 'imap.b.c', port: 993, security: 'tls' } as const
    const services = [
      { endpoint, userName: 'a', origin: 'found' as const, pin: null, signIn: 'password' as const },
    ]
    const ticket = await client.setup.confirm({ address, providerId: null, services, ...FIRST })
    expect(ticket).toEqual({ ok: false, error: 'ADDR_INVALID' })
  })

  test('68: a line break or a NUL in an address does not get past the table', async () => {
    const client = await connect()
    for (const address of ['anna@example.org\r\nRCPT TO:<x@y.z>', 'an\0na@example.org']) {
      const asking = client.discovery.find({ address, accountType: null })[Symbol.asyncIterator]()
      await expect(asking.next()).rejects.toThrow('IPC_BAD')
    }
  })

  test('a request that does not fit the table is refused', async () => {
    const client = await connect()
    await expect(client.setup.save({ setupId: '../../etc', secret: 'keep' })).rejects.toThrow('IPC_BAD')
    await expect(client.accounts.remove({ address: 'a\r\nb', secrets: 'remove' })).rejects.toThrow('IPC_BAD')
  })
})
