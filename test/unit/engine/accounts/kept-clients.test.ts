import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createKeptClients } from '#engine/accounts/kept-clients.ts'

const GUID = '1b2c3d4e-0000-4abc-8def-0123456789ab'
const OTHER = '2b2c3d4e-0000-4abc-8def-0123456789ab'
const GOOGLE_ID = '123456789012-abc123.apps.googleusercontent.com'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-clients-'))
  path = join(folder, 'data', 'oauth-clients.json')
})
afterEach(() => rm(folder, { recursive: true }))

const clients = () => createKeptClients(join(folder, 'data', 'accounts.json'))

describe('a client ID is kept', () => {
  test('for the next run, beside those of other issuers', async () => {
    expect(await clients().idAt('microsoft')).toBeNull()
    const kept = clients()
    expect(await kept.keep('microsoft', GUID)).toEqual({ ok: true, value: null })
    await Promise.all([kept.keep('google', GOOGLE_ID), clients().keep('microsoft', OTHER)])
    expect([await clients().idAt('microsoft'), await clients().idAt('google')]).toEqual([OTHER, GOOGLE_ID])
  })

  test('until it is taken back', async () => {
    await clients().keep('microsoft', GUID)
    await clients().keep('microsoft', null)
    expect(await clients().idAt('microsoft')).toBeNull()
  })

  test.skipIf(process.platform === 'win32')('where its owner alone can read it', async () => {
    await clients().keep('microsoft', GUID)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o700)
  })

  test.each([
    ['an ID of another form', 'microsoft', GOOGLE_ID],
    ['an issuer that is unknown', 'evil', GUID],
    ['a name of every object', '__proto__', GUID],
  ])('but not %s', async (_, issuer, id) => {
    expect(await clients().keep(issuer, id)).toEqual({ ok: false, error: 'CFG_INVALID' })
    expect(await clients().idAt(issuer)).toBeNull()
  })
})

describe('a file that was changed', () => {
  const lay = async (text: string) => {
    await clients().keep('microsoft', GUID)
    await writeFile(path, text)
  }

  test.each([
    ['to no JSON', '{'],
    ['to another form', JSON.stringify({ schema: 1, clients: ['x'] })],
    ['to an ID that is none', JSON.stringify({ schema: 1, clients: { microsoft: 'https://evil.example' } })],
  ])('%s holds no ID, and is replaced', async (_, text) => {
    await lay(text)
    expect(await clients().idAt('microsoft')).toBeNull()
    await clients().keep('microsoft', OTHER)
    expect(await clients().idAt('microsoft')).toBe(OTHER)
  })

  test('by a later version stays as it is', async () => {
    const later = JSON.stringify({ schema: 2, clients: {} })
    await lay(later)
    expect(await clients().keep('microsoft', OTHER)).toEqual({ ok: false, error: 'STATE_NEWER' })
    expect(await readFile(path, 'utf8')).toBe(later)
  })

  test.skipIf(process.platform === 'win32')('to a link is not written through', async () => {
    await clients().keep('microsoft', GUID)
    const target = join(folder, 'target.json')
    await writeFile(target, '{"schema":1,"clients":{}}')
    await rm(path)
    await symlink(target, path)
    expect(await clients().keep('microsoft', OTHER)).toEqual({ ok: false, error: 'FILE_UNSAFE' })
    expect(await readFile(target, 'utf8')).toBe('{"schema":1,"clients":{}}')
  })
})
