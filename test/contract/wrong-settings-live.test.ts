import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { providerByDomain, providerById } from '#shared/catalogue/look-up.ts'
import type { ReviewEvent } from '#shared/contract/review-event.ts'
import { fail, ok } from '#shared/outcome.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import { createEngine, type Engine } from '#engine/create-engine.ts'
import type { Dialer, Resolver } from '#engine/environment.ts'
import { createCatalogueSource } from '#engine/discovery/catalogue-source.ts'
import { startScriptedServer, type ScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { createMemoryStore } from '#engine/secrets/memory-store.ts'
import { systemEnvironment } from '#engine/system-environment.ts'
import { mailServer, type Behaviour, type Endpoint } from '../support/behaviour.ts'
import { serverTls } from '../support/certificates.ts'
import { resolverWith } from '../support/resolvers.ts'
import { dialerTo, toolsFor } from '../support/probe-bench.ts'
import { SOUND } from '../unit/shared/programs/sound-settings.ts'
import { WRONG_SETTINGS } from '../unit/shared/programs/wrong-settings.ts'

const PASSWORD = 'of-anna-5d2e'
/** Only the whole address signs in here, and nothing is sent without. */
const PROVIDER: Behaviour = {
  login: ({ conversation, line, tag }) => {
    const names = line.split(' ').map((word) => Buffer.from(word, 'base64').toString('utf8').split('\0')[1])
    const isKnown = names.includes('anna@gmx.net') || /(?: |")anna@gmx\.net(?: |")/.test(line)
    const [yes, no] =
      tag === '' ? ['235 2.7.0 in', '535 5.7.8 no'] : [`${tag} OK in`, `${tag} NO [AUTHENTICATIONFAILED] no`]
    return Promise.resolve(conversation.send(isKnown ? yes : no))
  },
  unknown: '530 5.7.0 Authentication required',
}
/** What a person waits for the answer, at most. */
const MOST_MS = 30_000
const signal = new AbortController().signal

const NAMES: ReadonlySet<string> = new Set(['imap.gmx.net', 'mail.gmx.net', 'pop.gmx.net'])
/** A known host that led to this computer would be a false name: the dialer leads here alone. */
const addresses: Resolver['addresses'] = (host) =>
  Promise.resolve(
    NAMES.has(host) ? ok([{ address: '9.9.9.9', family: 4 }]) : fail({ kind: 'name-not-found' }),
  )
const dialer: Dialer = {
  connect: (target, within) =>
    dialerTo(Object.fromEntries(servers)).connect({ ...target, address: '127.0.0.1' }, within),
}

let folder = ''
let engine: Engine
const servers = new Map<number, ScriptedServer>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-wrong-'))
  const tls = await serverTls({ dnsNames: [...NAMES] })
  const serve = async (port: number, protocol: 'imap' | 'smtp', endpoint: Endpoint) =>
    servers.set(port, await startScriptedServer(mailServer(protocol, endpoint, tls, PROVIDER)))
  await Promise.all([
    serve(993, 'imap', 'tls'),
    serve(143, 'imap', 'starttls'),
    serve(465, 'smtp', 'tls'),
    serve(587, 'smtp', 'starttls'),
  ])
  const real = systemEnvironment({ version: '0.0.0', host: 'browser', openUrl: () => Promise.resolve(false) })
  engine = createEngine({
    ...real,
    probe: {
      ...real.probe,
      ...toolsFor(Object.fromEntries(servers)),
      resolver: resolverWith({ addresses }),
      dialer,
      scopeOf: () => 'internet',
      controlHosts: [],
    },
    sources: [createCatalogueSource(providerByDomain)],
    providerById,
    secrets: createMemoryStore('practice'),
    accountsPath: join(folder, 'accounts.json'),
    policy: null,
    // One process tests them all; what counts wrong passwords would end it.
    mostSetups: 500,
  })
})
afterAll(async () => {
  engine.close()
  for (const server of servers.values()) await server.stop()
  await rm(folder, { recursive: true })
})

/** What a live test of the account says, the first cause first. */
async function tested(client: ReadableClient, from: string, to: string): Promise<readonly SettingFinding[]> {
  const read = READERS[client].read(
    SOUND[client].map(({ name, text }) => ({ name, text: text.replace(from, to) })),
  )
  if (!read.ok) throw new Error(read.error)
  const [account] = read.value.accounts
  if (account === undefined) throw new Error('no account')
  const review = await engine.useCases.review(
    { client, account, signIn: 'sign-in', saved: 'leave', previous: null },
    signal,
  )
  const credential = { kind: 'password', secret: PASSWORD } as const
  const events: ReviewEvent[] = []
  for await (const event of engine.useCases.testReview({ reviewId: review.reviewId, credential }, signal))
    events.push(event)
  engine.useCases.closeReview(review.reviewId)
  const last = events.at(-1)
  if (last?.type !== 'judged') throw new Error('not judged')
  return last.findings
}

test.each(Object.keys(SOUND) as readonly ReadableClient[])(
  '%s as its provider wants it works',
  async (client) => {
    expect((await tested(client, '\u0000', '')).filter(({ severity }) => severity === 'error')).toEqual([])
  },
)

/** The program alone does not tell these: its user name, or its From, is the only address that it has. */
const NOT_TOLD = new Set(['username = anna@gmx.de', 'from anna@example.org'])
const TOLD = WRONG_SETTINGS.filter(([, , to]) => !NOT_TOLD.has(to))

test('at least forty accounts are tested', () => {
  expect(TOLD.length).toBeGreaterThanOrEqual(40)
  expect(WRONG_SETTINGS.length - TOLD.length).toBe(NOT_TOLD.size)
})

test.each(TOLD)(
  'a live test of %s with %j -> %j names the same field first',
  async (client, from, to, first) => {
    const began = performance.now()
    const [cause] = await tested(client, from, to)
    expect(performance.now() - began).toBeLessThan(MOST_MS)
    const [, protocol, field] = first.split(' ')
    expect({ protocol: cause?.protocol ?? 'all', field: cause?.field, code: cause?.code }).toMatchObject({
      protocol,
      field,
    })
    expect(cause?.code).not.toBe('AUTH_REJECTED')
  },
)
