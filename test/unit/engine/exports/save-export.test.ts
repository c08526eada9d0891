import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SETUP_GONE } from '#shared/domain/setup-gone.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import { saveExport } from '#engine/exports/save-export.ts'
import { provedSetupOf } from '#engine/setup/proved-setup-of.ts'
import { Setup } from '#engine/setup/setups.ts'
import { ANNA, IMAP, passed, resultFor, SMTP } from '../../renderer/wizard/samples.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-export-'))
})
afterEach(() => rm(folder, { recursive: true }))

const LOGIN = passed('login')
const PROVED = [resultFor(IMAP, {}, LOGIN), resultFor(SMTP, {}, LOGIN)]

function setupWith(endpoints: readonly EndpointResult[]): Setup {
  const services = [IMAP, SMTP].map((endpoint) => {
    const service = confirmService(endpoint, 'anna')
    if (!service.ok) throw new Error(service.error)
    return service.value
  })
  const setup = new Setup({ address: ANNA, provider: null, services, issuerRef: null })
  setup.record({ address: ANNA.ascii, verdict: 'ok', endpoints })
  return setup
}

const proved = (endpoints: readonly EndpointResult[]) => provedSetupOf(setupWith(endpoints))

const REQUEST = { format: 'json', documentPath: null, language: 'en' } as const

/** What the user is asked, and picks in the dialog. */
function dialog(answer: string | null) {
  const asked: string[] = []
  const choose = (name: string) => {
    asked.push(name)
    return Promise.resolve(answer)
  }
  return { choose, asked }
}

describe('a file for a mail program', () => {
  test('goes where the user says, under the proposed name or another', async () => {
    const { choose, asked } = dialog(join(folder, 'anna.json'))
    expect(await saveExport(proved(PROVED), REQUEST, choose)).toEqual({
      ok: true,
      value: { state: 'saved', file: 'anna.json' },
    })
    expect(asked).toEqual(['mail.json'])
    const content = await readFile(join(folder, 'anna.json'), 'utf8')
    for (const { host } of [IMAP, SMTP]) expect(content).toContain(host)
  })

  test('replaces what the user said may go, and leaves nothing beside it', async () => {
    await writeFile(join(folder, 'anna.json'), 'old')
    await saveExport(proved(PROVED), REQUEST, dialog(join(folder, 'anna.json')).choose)
    expect(await readdir(folder)).toEqual(['anna.json'])
    expect(await readFile(join(folder, 'anna.json'), 'utf8')).toContain(IMAP.host)
  })

  test('is not written where the user closed the dialog', async () => {
    const saved = await saveExport(proved(PROVED), REQUEST, dialog(null).choose)
    expect(saved).toEqual({ ok: true, value: { state: 'cancelled' } })
    expect(await readdir(folder)).toEqual([])
  })

  test('does not follow a link in its place', async () => {
    const link = join(folder, 'anna.json')
    await symlink(join(folder, 'elsewhere'), link)
    expect(await saveExport(proved(PROVED), REQUEST, dialog(link).choose)).toEqual({
      ok: false,
      error: { kind: 'place', problem: 'special', folder },
    })
    expect((await lstat(link)).isSymbolicLink()).toBe(true)
    expect(await readdir(folder)).toEqual(['anna.json'])
  })

  test('needs a folder that is there', async () => {
    const place = join(folder, 'none', 'anna.json')
    expect(await saveExport(proved(PROVED), REQUEST, dialog(place).choose)).toMatchObject({
      error: { kind: 'place', problem: 'no-folder' },
    })
  })

  test.each([
    ['nothing is proved', proved([resultFor(IMAP, { verdict: 'failed' })]), 'CFG_CONFIRM'],
    ['the format does not carry it', proved([resultFor(IMAP, {}, LOGIN)]), 'CFG_FORMAT'],
  ])('is not asked about where %s', async (_, setup, code) => {
    const { choose, asked } = dialog(join(folder, 'x'))
    expect(await saveExport(setup, { ...REQUEST, format: 'msmtp' }, choose)).toEqual({
      ok: false,
      error: { kind: 'code', code },
    })
    expect(asked).toEqual([])
  })

  test('of a setup that is gone is none', async () => {
    expect(await saveExport(null, REQUEST, dialog(null).choose)).toBe(SETUP_GONE)
  })
})

test('of a partial proof the engine hands on that part alone', () => {
  const setup = setupWith([resultFor(IMAP, {}, LOGIN), resultFor(SMTP, { verdict: 'failed' })])
  expect(provedSetupOf(setup).services.map(({ endpoint }) => endpoint.protocol)).toEqual(['imap'])
})
