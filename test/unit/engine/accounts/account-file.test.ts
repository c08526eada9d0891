import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { createAccountFile } from '#engine/accounts/account-file.ts'
import { emptyFolder } from '../files/folders.ts'
import { account, savedPlace } from './saved-place.ts'

function accountOf(address: string): SavedAccount {
  return {
    address,
    providerId: null,
    services: [
      {
        endpoint: { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' },
        userName: address,
        origin: 'found',
        signIn: 'password',
        slot: 'account',
        auth: 'plain',
        pin: null,
        seen: {
          addresses: ['192.0.2.25'],
          tls: 'TLSv1.3',
          certificate: null,
          capabilities: ['IMAP4REV1'],
        },
      },
    ],
    secretStore: 'secret-service',
    oauth: null,
    provedAt: '2026-11-20T12:00:00.000Z',
  }
}

const FIXTURE = new URL('accounts-schema-1.json', import.meta.url)

const anna = accountOf('anna@example.org')
const ben = accountOf('ben@example.org')
const listOf = (...accounts: readonly SavedAccount[]) => ({ ok: true, value: { accounts, notice: null } })
const fileOf = (...accounts: readonly unknown[]) => JSON.stringify({ schema: 2, accounts })

async function folderWith(content: string) {
  const folder = await emptyFolder()
  const path = join(folder, 'accounts.json')
  await writeFile(path, content)
  return { folder, path, file: createAccountFile(path) }
}

describe('the list of accounts', () => {
  test('is empty where there is no file', async () => {
    expect(await createAccountFile(join(await emptyFolder(), 'accounts.json')).read()).toEqual(listOf())
  })

  test('keeps what is put in', async () => {
    const path = join(await emptyFolder(), 'data', 'mailwright', 'accounts.json')
    expect(await createAccountFile(path).update(() => [anna])).toEqual({ ok: true, value: null })
    expect(await createAccountFile(path).update((accounts) => [...accounts, ben])).toMatchObject({ ok: true })
    expect(await createAccountFile(path).read()).toEqual(listOf(anna, ben))
  })

  test('lies in a folder and a file for their owner alone, with nothing beside it', async () => {
    const folder = join(await emptyFolder(), 'mailwright')
    await createAccountFile(join(folder, 'accounts.json')).update(() => [anna])
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder, 'accounts.json'))).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['accounts.json'])
  })

  test('is a text a person can read, with a number for its form', async () => {
    const { path, file } = await folderWith(fileOf())
    await file.update(() => [anna])
    const text = await readFile(path, 'utf8')
    expect(JSON.parse(text)).toEqual({ schema: 2, accounts: [anna] })
    expect(text).toMatch(/^\{\n {2}"schema": 2,\n[\s\S]*\}\n$/)
  })

  test('is read even if it has fields of a later version', async () => {
    const { file } = await folderWith(
      JSON.stringify({ schema: 2, accounts: [{ ...anna, colour: 'green' }], theme: 'dark' }),
    )
    expect(await file.read()).toEqual(listOf(anna))
  })

  test('loses nothing when several change it at once', async () => {
    const { path } = await folderWith(fileOf(anna))
    const addresses = Array.from({ length: 12 }, (_, index) => `user${index}@example.org`)
    const updates = addresses.map((address) =>
      createAccountFile(path).update((accounts) => [...accounts, accountOf(address)]),
    )
    expect((await Promise.all(updates)).every(({ ok }) => ok)).toBe(true)
    const read = await createAccountFile(path).read()
    const known = read.ok ? read.value.accounts.map(({ address }) => address) : []
    expect(known.toSorted()).toEqual(['anna@example.org', ...addresses].toSorted())
  })

  test('stays as it was when a change breaks', async () => {
    const { folder, path, file } = await folderWith(fileOf(anna))
    const broken = file.update(() => {
      throw new Error('bug')
    })
    await expect(broken).rejects.toThrow('bug')
    expect(await readFile(path, 'utf8')).toBe(fileOf(anna))
    expect(await readdir(folder)).toEqual(['accounts.json'])
  })
})

describe('a file of an older version', () => {
  const content = (services: object) =>
    JSON.stringify({ schema: 1, accounts: [{ ...anna, services: [services] }] })
  const { endpoint, userName, auth } = anna.services[0] ?? {}
  const read = async (service: object) => (await folderWith(content(service))).file.read()

  test('is read as it was written: the fixture is one', async () => {
    const { file, path } = await folderWith(await readFile(FIXTURE, 'utf8'))
    const before = JSON.parse(await readFile(FIXTURE, 'utf8')) as { readonly accounts: readonly object[] }
    const known = await file.read()
    expect(known).toMatchObject({ ok: true, value: { accounts: before.accounts, notice: null } })
    await file.update((accounts) => accounts)
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ schema: 2, accounts: before.accounts })
  })

  test('takes a sign-in for granted where it knew neither pins nor relays', async () => {
    expect(await read({ endpoint, userName, auth })).toMatchObject({
      value: {
        accounts: [
          { services: [{ origin: 'found', signIn: 'password', slot: 'account', pin: null, seen: null }] },
        ],
      },
    })
  })

  test('knows a relay or an exception, and with them that the user typed the server', async () => {
    const pin = Array.from({ length: 32 }, () => 'AB').join(':')
    const relay = { endpoint, userName: '', auth: 'none', signIn: 'none', pin: null }
    expect(await read(relay)).toMatchObject({
      value: { accounts: [{ services: [{ ...relay, origin: 'typed' }] }] },
    })
    expect(await read({ endpoint, userName, auth, signIn: 'password', pin })).toMatchObject({
      value: { accounts: [{ services: [{ pin, origin: 'typed' }] }] },
    })
  })
})

describe('a file of a newer version', () => {
  test.each<readonly [string, object]>([
    ['of the next version', { schema: 3, accounts: [] }],
    ['of a much later one, in a form of its own', { schema: 2_000_000, people: { anna: {} } }],
    ['of the next version, with what this one could read', { schema: 3, accounts: [anna] }],
  ])('%s is not read and not changed, and lies where it lay', async (_, content) => {
    const { folder, path, file } = await folderWith(JSON.stringify(content))
    const before = await stat(path)
    expect(await file.read()).toEqual({ ok: false, error: 'STATE_NEWER' })
    expect(await file.update((accounts) => [...accounts, ben])).toEqual({ ok: false, error: 'STATE_NEWER' })
    expect(await readFile(path, 'utf8')).toBe(JSON.stringify(content))
    expect(await stat(path)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs })
    expect(await readdir(folder)).toEqual(['accounts.json'])
  })

  test.each([
    '{"schema":2.5,"accounts":[]}',
    '{"schema":"3"}',
    '{"schema":"2","accounts":[]}',
    '{"schema":1e400}',
    '{"schema":0}',
    '{"schema":-1}',
    '{"schema":null}',
    '{"schema":[2]}',
    '{"schema":{"major":3}}',
    '\uFEFF{"schema":3}',
    '\uFEFF{"schema":"3"}',
  ])('may number its form otherwise: %j is not read, not changed and not moved', async (content) => {
    const { folder, path, file } = await folderWith(content)
    expect(await file.read()).toEqual({ ok: false, error: 'STATE_NEWER' })
    expect(await file.update((accounts) => [...accounts, ben])).toEqual({ ok: false, error: 'STATE_NEWER' })
    expect(await readFile(path, 'utf8')).toBe(content)
    expect(await readdir(folder)).toEqual(['accounts.json'])
  })

  test('is none because an editor put a byte order mark before it', async () => {
    const { file } = await folderWith(`\uFEFF${JSON.stringify({ schema: 2, accounts: [anna] })}`)
    expect(await file.read()).toMatchObject({ ok: true, value: { accounts: [anna], notice: null } })
  })

  test('is said where an account of it is opened or removed', async () => {
    const place = await savedPlace(account(), {})
    await writeFile(join(place.folder, 'accounts.json'), JSON.stringify({ schema: 3 }))
    expect(await place.open()).toEqual({ ok: false, error: 'STATE_NEWER' })
    expect(await place.forget()).toEqual({ ok: false, error: 'STATE_NEWER' })
  })
})

describe('K2: a damaged file is set aside and the list begins anew', () => {
  test.each<readonly [string, string]>([
    ['an empty file', ''],
    ['half a file', fileOf(anna).slice(0, 100)],
    ['a file of NULs', '\0'.repeat(512)],
    ['no JSON', 'accounts: none'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no accounts', JSON.stringify({ schema: 2 })],
    ['an account without services', fileOf({ ...anna, services: undefined })],
    [
      'an account whose port is no port',
      fileOf({
        ...anna,
        services: [{ ...anna.services[0], endpoint: { ...anna.services[0]?.endpoint, port: 0 } }],
      }),
    ],
    ['an account in an unknown keychain', fileOf({ ...anna, secretStore: 'pocket' })],
    ['one good account and one bad one', fileOf(anna, { address: 1 })],
  ])('%s', async (_, content) => {
    const { folder, file } = await folderWith(content)
    expect(await file.read()).toEqual({ ok: true, value: { accounts: [], notice: 'STATE_RECOVERED' } })
    const names = await readdir(folder)
    expect(names).toEqual([expect.stringMatching(/^accounts\.json\.damaged-\d{4}-\d\d-\d\dT[\d.]+Z$/)])
    expect(await readFile(join(folder, names[0] ?? ''), 'utf8')).toBe(content)
  })

  test('which is said once', async () => {
    const { file } = await folderWith('{')
    await file.read()
    expect(await file.read()).toEqual(listOf())
  })

  test('and does not hinder a change', async () => {
    const { file } = await folderWith('{')
    expect(await file.update((accounts) => [...accounts, anna])).toMatchObject({ ok: true })
    expect(await file.read()).toEqual(listOf(anna))
  })
})

describe('what is in the way is said', () => {
  test('a link in the place of the file', async () => {
    const folder = await emptyFolder()
    await writeFile(join(folder, 'target'), fileOf(anna))
    await symlink('target', join(folder, 'accounts.json'))
    const file = createAccountFile(join(folder, 'accounts.json'))
    expect(await file.update(() => [ben])).toEqual({ ok: false, error: 'FILE_UNSAFE' })
    expect(await readFile(join(folder, 'target'), 'utf8')).toBe(fileOf(anna))
  })

  test.each<readonly [string, string, (path: string) => Promise<unknown>]>([
    ['a pipe', 'FILE_UNSAFE', (path) => Promise.resolve(execFileSync('mkfifo', [path]))],
    ['a link to a device without an end', 'FILE_UNSAFE', (path) => symlink('/dev/zero', path)],
    [
      'a list of a terabyte',
      'FILE_TOO_BIG',
      (path) => writeFile(path, '').then(() => truncate(path, 2 ** 40)),
    ],
  ])('%s in the place of the file', async (_, error, put) => {
    const folder = await emptyFolder()
    const file = createAccountFile(join(folder, 'accounts.json'))
    await put(join(folder, 'accounts.json'))
    const start = performance.now()
    expect(await file.read()).toEqual({ ok: false, error })
    expect(await file.update(() => [ben])).toEqual({ ok: false, error })
    expect(performance.now() - start).toBeLessThan(1_000)
    expect(await readdir(folder)).toEqual(['accounts.json'])
  })

  test('a directory in the place of the file', async () => {
    const folder = await emptyFolder()
    await mkdir(join(folder, 'accounts.json'))
    expect(await createAccountFile(join(folder, 'accounts.json')).read()).toMatchObject({ ok: false })
  })

  test('a file in the place of the folder', async () => {
    const folder = await emptyFolder()
    await writeFile(join(folder, 'data'), '')
    const file = createAccountFile(join(folder, 'data', 'accounts.json'))
    expect(await file.update(() => [anna])).toMatchObject({ ok: false })
  })
})
