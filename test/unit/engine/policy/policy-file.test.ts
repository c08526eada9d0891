import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadPolicy, loadPolicyFile, systemPolicyPath } from '#engine/policy/policy-file.ts'
import { authority } from '../../../support/certificates.ts'

const SMALL = { schema: 1, organisation: 'Contoso' }

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailwright-policy-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function load(content: object | string) {
  const file = join(folder, 'policy.json')
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return loadPolicy(file, 'linux', {})
}

test.each([
  ['linux', '/etc/mailwright/policy.json'],
  ['darwin', '/Library/Application Support/Mailwright/policy.json'],
] as const)('on %s the policy of the computer is %s', (platform, path) => {
  expect(systemPolicyPath(platform, {})).toBe(path)
})

test('on Windows it is below ProgramData', () => {
  expect(systemPolicyPath('win32', { ProgramData: 'D:\\Data' })).toMatch(/^D:\\Data.Mailwright.policy\.json$/)
})

test('the certificates it names are found beside it', async () => {
  await writeFile(join(folder, 'ca.pem'), authority.certificate)
  const loaded = await load({
    ...SMALL,
    authorityFiles: ['ca.pem'],
    proxy: 'socks5://proxy.example.test:1080',
  })
  expect(loaded).toMatchObject({ ok: true, value: { proxy: { host: 'proxy.example.test', port: 1080 } } })
  expect(loaded.ok && loaded.value?.authorities.map((pem) => pem.trim())).toEqual([
    authority.certificate.trim(),
  ])
})

describe('a policy that cannot be used is never ignored', () => {
  test.each<readonly [string, object | string, string]>([
    ['no JSON', '{', ''],
    ['a typing mistake in a lock', { ...SMALL, lock: ['servers'] }, 'lock'],
    ['a proxy that is none', { ...SMALL, proxy: 'proxy.example.test' }, 'proxy'],
    ['a proxy with a password', { ...SMALL, proxy: 'http://a:b@proxy.example.test:3128' }, 'proxy'],
    ['a certificate that is not there', { ...SMALL, authorityFiles: ['missing.pem'] }, 'authorityFiles.0'],
  ])('%s', async (_, content, where) => {
    expect(await load(content)).toEqual({
      ok: false,
      error: { file: join(folder, 'policy.json'), kind: 'content', where },
    })
  })

  test('a file that was named has to be there', async () => {
    const file = join(folder, 'missing.json')
    expect(await loadPolicy(file, 'linux', {})).toEqual({
      ok: false,
      error: { file, kind: 'absent', where: '' },
    })
  })
})

describe('the policy of the computer', () => {
  test.skipIf(process.platform === 'win32')('may be written by its administrator alone', async () => {
    const file = join(folder, 'policy.json')
    await writeFile(file, JSON.stringify(SMALL))
    await chmod(file, 0o666)
    expect(await loadPolicyFile(file, 'of-computer-guarded')).toEqual({
      ok: false,
      error: { file, kind: 'unsafe', where: '' },
    })
    await chmod(file, 0o644)
    expect(await loadPolicyFile(file, 'of-computer-guarded')).toMatchObject({ ok: true })
  })

  test('need not exist', async () => {
    expect(await loadPolicy(null, 'win32', { ProgramData: folder })).toEqual({ ok: true, value: null })
  })
})

describe.skipIf(process.platform === 'win32')('what the policy of the computer rests on', () => {
  const PLACES: readonly (readonly [string, readonly string[], object])[] = [
    ['a certificate file that others can write to', ['policy/ca.pem'], { where: 'authorityFiles.0' }],
    ['a certificate file in a folder that others can write to', ['open'], { where: 'authorityFiles.1' }],
    ['a certificate file below such a folder', ['deep'], { where: 'authorityFiles.2' }],
    ['a certificate file behind a link into such a folder', ['linked'], { where: 'authorityFiles.3' }],
    [
      'a certificate file by way of a link that lies in such a folder',
      ['way'],
      { where: 'authorityFiles.3' },
    ],
    ['its own folder that others can write to', ['policy'], { where: '' }],
  ]

  async function layOut(): Promise<string> {
    for (const name of ['policy', 'open', 'deep', 'deep/er', 'linked', 'way'])
      await mkdir(join(folder, name), { mode: 0o755 })
    for (const name of ['policy/ca.pem', 'open/ca.pem', 'deep/er/ca.pem', 'linked/ca.pem'])
      await writeFile(join(folder, name), authority.certificate, { mode: 0o644 })
    await symlink('../way/link.pem', join(folder, 'policy', 'link.pem'))
    await symlink('../linked/ca.pem', join(folder, 'way', 'link.pem'))
    const authorityFiles = ['ca.pem', '../open/ca.pem', '../deep/er/ca.pem', 'link.pem']
    const file = join(folder, 'policy', 'policy.json')
    await writeFile(file, JSON.stringify({ ...SMALL, authorityFiles }), { mode: 0o644 })
    return file
  }

  test('is used where the administrator alone can change it', async () => {
    const loaded = await loadPolicyFile(await layOut(), 'of-computer-guarded')
    expect(loaded.ok && loaded.value?.authorities.length).toBe(4)
  })

  test.each(PLACES)('is not used with %s', async (_, open, fault) => {
    const file = await layOut()
    for (const name of open) await chmod(join(folder, name), 0o777)
    expect(await loadPolicyFile(file, 'of-computer-guarded')).toEqual({
      ok: false,
      error: { file, kind: 'unsafe', ...fault },
    })
  })

  test.each(PLACES)('is for the user to answer who names it, even with %s', async (_, open) => {
    const file = await layOut()
    for (const name of open) await chmod(join(folder, name), 0o777)
    expect(await loadPolicyFile(file, 'named')).toMatchObject({ ok: true })
  })
})
