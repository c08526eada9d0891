import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EngineHandlers } from '#shared/contract/contract.ts'
import { SETUP_GONE } from '#shared/domain/setup-gone.ts'
import { startPracticeEngine, type PracticeEngine } from '../support/in-process-host.ts'

const signal = new AbortController().signal

let engine: PracticeEngine
beforeAll(async () => {
  engine = await startPracticeEngine()
})
afterAll(() => engine.stop())

/** Every call about a setup that is there but closing it: what is gone is closed. */
type Asking = Exclude<keyof EngineHandlers['setup'], 'confirm' | 'offer' | 'close'>
type Ask = (setup: EngineHandlers['setup'], setupId: string) => unknown

const PROGRAM_CALLS: Readonly<Record<'preview' | 'write', Ask>> = {
  preview: (_, setupId) => engine.handlers.programs.preview({ setupId, profileId: 'a1b2' }, signal),
  write: (_, setupId) =>
    engine.handlers.programs.write({ setupId, profileId: 'a1b2', previewId: 'c3d4' }, signal),
}

const CALLS: Readonly<Record<Asking, Ask>> = {
  authorize: (setup, setupId) =>
    setup.authorize({ setupId, way: 'browser', client: null, issuer: null, language: 'en' }, signal),
  test: (setup, setupId) => setup.test({ setupId, credential: null, sending: null, protocols: null }, signal),
  sendTest: (setup, setupId) => setup.sendTest({ setupId, language: 'en', to: null }, signal),
  refusals: (setup, setupId) => setup.refusals({ setupId }, signal),
  save: (setup, setupId) => setup.save({ setupId, secret: 'keep' }, signal),
  saveExport: (setup, setupId) =>
    setup.saveExport({ setupId, format: 'msmtp', documentPath: null, language: 'en' }, signal),
  survey: (setup, setupId) => setup.survey({ setupId }, signal),
  mechanisms: (setup, setupId) => setup.mechanisms({ setupId }, signal),
  arrival: (setup, setupId) => setup.arrival({ setupId, message: null }, signal),
}

const isStream = (answer: unknown): answer is AsyncIterable<unknown> =>
  typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer

/** Everything that is answered: one thing, or what a stream gives. */
async function answersTo(ask: Ask, setupId: string): Promise<readonly unknown[]> {
  const answer = ask(engine.handlers.setup, setupId)
  if (!isStream(answer)) return [await answer]
  const events: unknown[] = []
  for await (const event of answer) events.push(event)
  return events
}

async function closed(): Promise<string> {
  const { confirm, close } = engine.handlers.setup
  const endpoint = { protocol: 'imap', host: 'imap.practice.example', port: 993, security: 'tls' } as const
  const service = { endpoint, userName: 'anna', origin: 'found', pin: null, signIn: 'password' } as const
  const address = 'anna@practice.example'
  const request = { address, providerId: null, services: [service], previous: null, issuer: null }
  const ticket = await confirm(request, signal)
  if (!ticket.ok) throw new Error(ticket.error)
  expect(await close({ setupId: ticket.value.setupId }, signal)).toBeNull()
  return ticket.value.setupId
}

describe('a setup that is gone has one answer:', () => {
  test.each(Object.entries({ ...CALLS, ...PROGRAM_CALLS }))('%s of one that was closed', async (_, ask) => {
    expect(await answersTo(ask, await closed())).toEqual([SETUP_GONE])
  })

  test.each(Object.entries({ ...CALLS, ...PROGRAM_CALLS }))('%s of one that never was', async (_, ask) => {
    expect(await answersTo(ask, 'no-such-setup')).toEqual([SETUP_GONE])
  })

  test('closing it again is no failure', async () => {
    expect(await engine.handlers.setup.close({ setupId: await closed() }, signal)).toBeNull()
  })
})
