import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { contract, type EngineContract, type EngineHandlers } from '#shared/contract/contract.ts'
import type { ReplyMessage } from '#shared/contract/messages.ts'
import { serve } from '#shared/contract/server.ts'
import type { AnySpec } from '#shared/contract/spec.ts'
import { createCancellation, settle } from '../unit/shared/contract/carriers.ts'
import { mutationsOf } from '../unit/shared/contract/mutations.ts'
import { computingMs } from '../support/computing-time.ts'

const RUNS = 500

type Samples = { readonly [G in keyof EngineContract]: { readonly [M in keyof EngineContract[G]]: unknown } }

const endpoint = { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' }

/** One good input for everything a page can ask; a call that is missing here does not compile. */
const GOOD: Samples = {
  app: {
    describe: {},
    chooseView: { view: 'technician' },
    open: { url: 'https://example.org/' },
    writeMail: { subject: 'IMAP', body: 'Hello', language: 'en' },
    savePdf: {},
    opened: {},
  },
  network: {
    proxy: {},
    chooseProxy: { proxy: { address: 'proxy.example.org:8080', userName: 'anna', password: 'x' } },
  },
  discovery: { find: { address: 'anna@example.org', accountType: 'gmail' } },
  setup: {
    confirm: {
      address: 'anna@example.org',
      providerId: 'gmx-net',
      services: [
        { endpoint, userName: 'anna', origin: 'typed', pin: null, signIn: 'password' },
        {
          endpoint: { ...endpoint, protocol: 'smtp', port: 465 },
          userName: 'anna',
          origin: 'typed',
          pin: null,
          signIn: 'none',
        },
      ],
      previous: null,
      issuer: 'https://login.example.org/',
    },
    offer: { providerId: 'gmail', issuer: 'https://login.example.org/' },
    authorize: {
      setupId: 'a1b2',
      way: 'browser',
      client: { id: 'x', secret: null },
      issuer: null,
      language: 'en',
    },
    test: {
      setupId: 'a1b2',
      credential: { kind: 'password', secret: 'x' },
      sending: { kind: 'none' },
      protocols: ['imap', 'smtp'],
      expert: { family: 6, mechanism: 'PLAIN', ehloName: 'client.example.org' },
    },
    sendTest: { setupId: 'a1b2', language: 'de', to: 'ben@example.org' },
    refusals: { setupId: 'a1b2' },
    save: { setupId: 'a1b2', secret: 'keep' },
    saveExport: { setupId: 'a1b2', format: 'mobileconfig', documentPath: null, language: 'en' },
    survey: { setupId: 'setup-1' },
    mechanisms: { setupId: 'setup-1' },
    arrival: {
      setupId: 'setup-1',
      message: {
        fromDomain: 'example.org',
        receiver: 'mx.example.net',
        verdicts: [{ method: 'spf', result: 'pass', domain: 'example.org', proof: 'message' }],
        setAside: [{ kind: 'arc', host: 'mx.example.com' }],
        signatures: [{ domain: 'example.org', selector: 'k1' }],
        clientAddress: '192.0.2.1',
      },
    },
    close: { setupId: 'a1b2' },
  },
  clients: {
    kept: { issuerId: 'microsoft' },
    keep: { issuerId: 'microsoft', id: '11111111-2222-3333-4444-555555555555' },
    check: { issuerId: 'google', client: { id: 'x', secret: null } },
  },
  accounts: {
    list: {},
    open: { address: 'anna@example.org', secret: 'use' },
    remove: { address: 'anna@example.org', secrets: 'remove' },
  },
  programs: {
    list: {},
    preview: { setupId: 'a1b2', profileId: 'c3d4' },
    write: { setupId: 'a1b2', profileId: 'c3d4', previewId: 'e5f6' },
    inspect: {},
    review: {
      client: 'thunderbird',
      account: {
        name: 'anna',
        address: 'anna@example.org',
        services: [
          {
            protocol: 'smtp',
            host: 'smtp.example.org',
            port: 587,
            encryption: 'if-offered',
            userName: null,
            method: 'challenge',
            mechanism: 'CRAM-MD5',
            certificate: 'unchecked',
          },
        ],
      },
      previous: null,
    },
    testReview: { reviewId: 'a1b2', credential: { kind: 'password', secret: 'x' }, sending: null },
    closeReview: { reviewId: 'a1b2' },
    undo: { profileId: 'c3d4' },
    previewFix: { reviewId: 'a1b2', profileId: 'c3d4' },
    tryFix: { reviewId: 'a1b2' },
    writeFix: { reviewId: 'a1b2', profileId: 'c3d4', previewId: 'e5f6' },
    undoFix: { profileId: 'c3d4' },
  },
}

interface Member {
  readonly name: string
  readonly spec: AnySpec
  readonly good: unknown
}

const specs: Readonly<Record<string, Readonly<Record<string, AnySpec>>>> = contract
const samples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = GOOD

const MEMBERS: readonly Member[] = Object.entries(specs).flatMap(([group, members]) =>
  Object.entries(members).map(([member, spec]) => ({
    name: `${group}.${member}`,
    spec,
    good: samples[group]?.[member],
  })),
)

/** The contract's own answering end, with handlers that only write down what reaches them. */
function listen() {
  const reached: unknown[] = []
  const replies: ReplyMessage[] = []
  const bugs: unknown[] = []
  let deliver: (message: unknown) => void = () => {}
  const handlers = Object.fromEntries(
    Object.entries(specs).map(([group, members]) => [
      group,
      Object.fromEntries(
        Object.entries(members).map(([member, { kind }]) => [
          member,
          (input: unknown) => {
            reached.push(input)
            return kind === 'call' ? null : (async function* () {})()
          },
        ]),
      ),
    ]),
  ) as unknown as EngineHandlers
  serve(
    contract,
    handlers,
    { send: (reply) => replies.push(reply), listen: (listener) => void (deliver = listener) },
    { createCancellation, onBug: (error) => bugs.push(error) },
  )
  return { reached, replies, bugs, deliver: (message: unknown) => deliver(message) }
}

describe.each(MEMBERS)('$name', ({ name, spec, good }) => {
  test('takes a good input', async () => {
    const { reached, replies, deliver } = listen()
    deliver({ type: 'ask', id: 1, name, input: good })
    await settle()
    expect(reached).toEqual([good])
    expect(replies.at(-1)).toMatchObject({ type: 'end', id: 1 })
  })

  test(`of ${RUNS} damaged inputs none reaches its handler unless it fits, and none breaks the engine`, async () => {
    await fc.assert(
      fc.asyncProperty(mutationsOf(good), async (input) => {
        const { reached, replies, bugs, deliver } = listen()
        deliver({ type: 'ask', id: 1, name, input })
        await settle()
        const fits = v.is(spec.input, input)
        expect(reached.length).toBe(fits ? 1 : 0)
        expect(replies.at(-1)).toMatchObject(
          fits ? { type: 'end', id: 1 } : { type: 'refused', id: 1, code: 'IPC_BAD' },
        )
        expect(bugs).toEqual([])
        expect({}).not.toHaveProperty('polluted')
      }),
      { numRuns: RUNS },
    )
  })

  test('what reaches its handler is small and has the keys of the contract only', async () => {
    const keys = new Set(JSON.stringify(GOOD).match(/(?<=")[A-Za-z]+(?=":)/g))
    await fc.assert(
      fc.asyncProperty(mutationsOf(good), async (input) => {
        const { reached, deliver } = listen()
        deliver({ type: 'ask', id: 1, name, input })
        await settle()
        const text = JSON.stringify(reached)
        expect(text.length).toBeLessThan(20_000)
        expect((text.match(/(?<=[{,]")[^"\\]*(?=":)/g) ?? []).filter((key) => !keys.has(key))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

describe('an input that is far too big is refused before the user could notice', () => {
  const confirm = (services: unknown) => ({ ...(GOOD.setup.confirm as object), services })
  const withHost = (host: string) =>
    confirm([
      { endpoint: { ...endpoint, host }, userName: 'anna', origin: 'typed', pin: null, signIn: 'password' },
    ])

  test.each<readonly [string, string, unknown]>([
    ['a host of ten million letters', 'setup.confirm', withHost('x'.repeat(10_000_000))],
    ['a host of five million labels', 'setup.confirm', withHost('a.'.repeat(5_000_000))],
    [
      'a name for EHLO of ten million letters',
      'setup.test',
      {
        ...Object(GOOD.setup.test),
        expert: { family: null, mechanism: null, ehloName: 'x'.repeat(10_000_000) },
      },
    ],
    ['a million services', 'setup.confirm', confirm(Array.from({ length: 1_000_000 }, () => ({})))],
    [
      'an address of ten million letters',
      'accounts.open',
      { address: 'x'.repeat(10_000_000), secret: 'use' },
    ],
    ['a link of ten million letters', 'app.open', { url: 'x'.repeat(10_000_000) }],
    ['a number of ten million letters', 'setup.close', { setupId: 'x'.repeat(10_000_000) }],
  ])('%s', (_, name, input) => {
    const { replies, deliver } = listen()
    expect(computingMs(() => deliver({ type: 'ask', id: 1, name, input }))).toBeLessThan(200)
    expect(replies).toEqual([{ type: 'refused', id: 1, code: 'IPC_BAD' }])
  })
})

test(`of ${RUNS} messages that are anything at all none breaks the engine`, async () => {
  const { reached, replies, bugs, deliver } = listen()
  const good = { type: 'ask', id: 1, name: 'accounts.nothing', input: {} }
  const message = fc.oneof(fc.anything(), mutationsOf(good), mutationsOf({ type: 'cancel', id: 1 }))
  fc.assert(
    fc.property(message, (raw) => deliver(raw)),
    { numRuns: RUNS },
  )
  await settle()
  expect(reached).toEqual([])
  expect(bugs).toEqual([])
  expect(replies.every(({ type }) => type === 'refused')).toBe(true)
  expect(replies.length).toBeGreaterThan(RUNS / 4)
})
