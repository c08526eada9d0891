import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestEvent } from '#shared/contract/test-event.ts'
import { isSetupGone } from '#shared/domain/setup-gone.ts'
import { startPracticeEngine, type PracticeEngine } from '../support/in-process-host.ts'

const ADDRESS = 'anna@practice.example'
const PASSWORD = 'sunflower'
const PREFS = 'user_pref("a", 1);\n'
const signal = new AbortController().signal

let home = ''
let engine: PracticeEngine
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'mailwright-programs-'))
  await mkdir(join(home, '.thunderbird/abcd'), { recursive: true })
  await writeFile(join(home, '.thunderbird/profiles.ini'), '[Profile0]\nName=mine\nIsRelative=1\nPath=abcd\n')
  await writeFile(join(home, '.thunderbird/abcd/prefs.js'), PREFS)
  engine = await startPracticeEngine({ platform: 'linux', home, root: home, env: {} })
})
afterEach(async () => {
  await engine.stop()
  await rm(home, { recursive: true })
})

const prefs = () => readFile(join(home, '.thunderbird/abcd/prefs.js'), 'utf8')

async function profileId(): Promise<string> {
  const { programs } = await engine.handlers.programs.list({}, signal)
  return programs[0]?.profiles[0]?.id ?? ''
}

/** A setup as the page makes one, with servers that work for this password. */
async function confirmed(): Promise<string> {
  const service = (protocol: 'imap' | 'smtp', port: number) => ({
    endpoint: { protocol, host: `${protocol}.practice.example`, port, security: 'tls' as const },
    userName: ADDRESS,
    origin: 'found' as const,
    pin: null,
    signIn: 'password' as const,
  })
  const services = [service('imap', 993), service('smtp', 465)]
  const request = { address: ADDRESS, providerId: null, services, previous: null, issuer: null }
  const ticket = await engine.handlers.setup.confirm(request, signal)
  if (!ticket.ok) throw new Error(ticket.error)
  return ticket.value.setupId
}

async function prove(setupId: string, protocols: readonly ('imap' | 'smtp')[] | null = null): Promise<void> {
  const credential = { kind: 'password', secret: PASSWORD } as const
  const request = { setupId, credential, sending: null, protocols }
  let last: TestEvent | null = null
  for await (const event of engine.handlers.setup.test(request, signal)) last = event
  expect(last).toMatchObject({ type: 'done', result: { verdict: 'ok' } })
}

describe('a page hands a setup to a mail program:', () => {
  test('what was proved is shown, written as it was shown, and taken back', async () => {
    const { programs } = engine.handlers
    const [setupId, id] = [await confirmed(), await profileId()]
    await prove(setupId)
    const preview = await programs.preview({ setupId, profileId: id }, signal)
    if (!preview.ok) throw new Error(preview.error)
    expect(await prefs()).toBe(PREFS)
    const { previewId } = preview.value
    const written = await programs.write({ setupId, profileId: id, previewId }, signal)
    expect(written).toMatchObject({ ok: true, value: { profile: { name: 'mine' } } })
    expect(await prefs()).toContain('"imap.practice.example"')
    expect(`${await prefs()}${JSON.stringify([preview, written])}`).not.toContain(PASSWORD)
    expect(await programs.undo({ profileId: id }, signal)).toMatchObject({ ok: true })
    expect(await prefs()).toBe(PREFS)
  })

  test.each([
    ['nothing is handed on before anything is proved', [] as const, 'CFG_CONFIRM'],
    ['nothing is handed on of a setup that only receives', ['imap'] as const, 'CFG_FORMAT'],
  ])('%s', async (_, protocols, error) => {
    const [setupId, id] = [await confirmed(), await profileId()]
    if (protocols.length > 0) await prove(setupId, protocols)
    expect(await engine.handlers.programs.preview({ setupId, profileId: id }, signal)).toEqual({
      ok: false,
      error,
    })
    expect(await prefs()).toBe(PREFS)
  })

  test('nothing is written by what was shown for other servers', async () => {
    const [setupId, id] = [await confirmed(), await profileId()]
    await prove(setupId)
    const request = { setupId, profileId: id, previewId: 'a'.repeat(32) }
    expect(await engine.handlers.programs.write(request, signal)).toEqual({
      ok: false,
      error: 'PROFILE_CHANGED',
    })
    expect(await prefs()).toBe(PREFS)
  })

  test('a profile is known by its id alone, and a path is none', async () => {
    const setupId = await confirmed()
    await prove(setupId)
    const answer = await engine.handlers.programs.preview({ setupId, profileId: 'f'.repeat(32) }, signal)
    expect(isSetupGone(answer)).toBe(false)
    expect(answer).toEqual({ ok: false, error: 'PROFILE_GONE' })
  })
})
