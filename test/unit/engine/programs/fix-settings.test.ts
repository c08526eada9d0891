import { execFileSync } from 'node:child_process'
import { chmod, chown, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import { createFixes } from '#engine/programs/fix-settings.ts'
import { asOrdinaryUser, emptyFolder } from '../files/folders.ts'
import { lockFile } from '../../../support/locked-file.ts'

const MSMTP = '# mine\naccount a\nhost mail.example.org\nport 465\ntls on\nauth on\nuser anna\n'
const MENDED = MSMTP.replace('user anna\n', 'user anna\ntls_starttls off\n')
const PREFS = [
  ['mail.accountmanager.accounts', '"account1"'],
  ['mail.account.account1.server', '"server1"'],
  ['mail.server.server1.type', '"imap"'],
  ['mail.server.server1.hostname', '"imap.example.org"'],
  ['mail.server.server1.port', '993'],
  ['mail.server.server1.socketType', '2'],
]
  .map(([name, value]) => `user_pref("${name}", ${value});\n`)
  .join('')

async function settings(text: string, client: ReadableClient = 'msmtp', name = '.msmtprc') {
  const path = join(await emptyFolder(), name)
  await writeFile(path, text)
  const fixes = createFixes({ platform: 'linux' })
  const read = READERS[client].read([{ name, text }])
  const accounts = read.ok ? read.value.accounts : []
  // What is found: SSL/TLS on its port.
  const wanted = accounts.map((account) => ({
    ...account,
    services: account.services.map((service) => ({ ...service, encryption: 'tls' as const })),
  }))
  const request = { client, path, wanted }
  return {
    path,
    fixes,
    request,
    text: () => readFile(path, 'utf8'),
    names: async () => (await readdir(dirname(path))).toSorted(),
    preview: async () => {
      const preview = await fixes.preview(request)
      if (!preview.ok) throw new Error(preview.error)
      return preview.value
    },
    fix: async () => {
      const preview = await fixes.preview(request)
      return preview.ok ? fixes.write(request, preview.value.previewId) : preview
    },
  }
}

describe('the settings of a program are changed', () => {
  test('by the line that was shown, with the old file beside it', async () => {
    const { fix, preview, text, path, names } = await settings(MSMTP)
    expect((await preview()).changes).toEqual([{ line: 7, before: null, after: 'tls_starttls off' }])
    const written = await fix()
    if (!written.ok) throw new Error(written.error)
    expect(await text()).toBe(MENDED)
    expect(written.value).toMatch(/^\.msmtprc-before-mailwright-[0-9a-f]{32}$/)
    expect(await readFile(join(dirname(path), written.value), 'utf8')).toBe(MSMTP)
    expect(await names()).toEqual(['.msmtprc', written.value].toSorted())
  })

  test('and the file keeps its mode and its owner', async () => {
    const { fix, path } = await settings(MSMTP)
    await chmod(path, 0o640)
    // As a file that a daemon of this group reads.
    if (process.getuid?.() === 0) await chown(path, 0, 65_534)
    const before = await stat(path)
    expect((await fix()).ok).toBe(true)
    const { mode, uid, gid } = await stat(path)
    expect({ mode, uid, gid }).toEqual({ mode: before.mode, uid: before.uid, gid: before.gid })
  })

  test('in a profile of Thunderbird, too', async () => {
    const { fix, text } = await settings(PREFS, 'thunderbird', 'prefs.js')
    expect((await fix()).ok).toBe(true)
    expect(await text()).toBe(PREFS.replace('socketType", 2', 'socketType", 3'))
  })

  test('a preview changes nothing', async () => {
    const { preview, text, names } = await settings(MSMTP)
    await preview()
    expect([await text(), await names()]).toEqual([MSMTP, ['.msmtprc']])
  })
})

describe('a change is taken back', () => {
  test('octet by octet, and once', async () => {
    const { fix, fixes, request, text, names } = await settings(MSMTP)
    await fix()
    expect(await fixes.undo(request)).toEqual({ ok: true, value: null })
    expect([await text(), await names()]).toEqual([MSMTP, ['.msmtprc']])
    expect(await fixes.undo(request)).toEqual({ ok: false, error: 'PROFILE_NO_BACKUP' })
  })

  test('but not once something else has changed', async () => {
    const { fix, fixes, request, path, text } = await settings(MSMTP)
    await fix()
    await writeFile(path, `${MENDED}# more\n`)
    expect(await fixes.undo(request)).toEqual({ ok: false, error: 'PROFILE_CHANGED' })
    expect(await text()).toBe(`${MENDED}# more\n`)
  })
})

type World = Awaited<ReturnType<typeof settings>>

const REFUSED: readonly (readonly [string, string, ReadableClient, (world: World) => Promise<void>])[] = [
  [
    'is a link',
    'FILE_UNSAFE',
    'msmtp',
    async ({ path }) => {
      const elsewhere = join(await emptyFolder(), 'msmtprc')
      await writeFile(elsewhere, MSMTP)
      await rm(path)
      await symlink(elsewhere, path)
    },
  ],
  [
    'is a pipe',
    'FILE_UNSAFE',
    'msmtp',
    async ({ path }) => {
      await rm(path)
      execFileSync('mkfifo', [path])
    },
  ],
  ['is gone', 'FILE_MISSING', 'msmtp', ({ path }) => rm(path)],
  ['has a hundred megabytes', 'FILE_TOO_BIG', 'msmtp', ({ path }) => truncate(path, 100 * 1_048_576)],
  ['is not in UTF-8', 'PROFILE_DAMAGED', 'msmtp', ({ path }) => writeFile(path, Buffer.from([0x61, 0xff]))],
  ['is of another user', 'FILE_DENIED', 'msmtp', ({ path }) => chown(path, 65_534, 65_534)],
  [
    'has another account by now',
    'FIX_FORM',
    'msmtp',
    ({ path }) => writeFile(path, `${MSMTP}account b\nhost b.example.org\n`),
  ],
  [
    'is open in Thunderbird',
    'PROFILE_OPEN',
    'thunderbird',
    async ({ path }) => {
      await writeFile(join(dirname(path), '.parentlock'), '')
      await lockFile(join(dirname(path), '.parentlock'))
    },
  ],
  [
    'has a file beside it that goes before it',
    'PROFILE_OVERRULED',
    'thunderbird',
    ({ path }) =>
      writeFile(join(dirname(path), 'user.js'), 'user_pref("mail.server.server1.socketType", 2);\n'),
  ],
]

describe('a file that', () => {
  test.each(REFUSED)('%s is left as it is: %s', async (_what, error, client, change) => {
    const isMsmtp = client === 'msmtp'
    const world = await settings(isMsmtp ? MSMTP : PREFS, client, isMsmtp ? '.msmtprc' : 'prefs.js')
    await change(world)
    const names = await world.names()
    expect(await world.fix()).toEqual({ ok: false, error })
    expect(await world.names()).toEqual(names)
  })

  test('has changed since it was shown is left as it is', async () => {
    const { preview, fixes, request, path, text, names } = await settings(MSMTP)
    const { previewId } = await preview()
    await writeFile(path, `${MSMTP}# more\n`)
    expect(await fixes.write(request, previewId)).toEqual({ ok: false, error: 'PROFILE_CHANGED' })
    expect([await text(), await names()]).toEqual([`${MSMTP}# more\n`, [basename(path)]])
  })

  test('may not be written is left as it is', async () => {
    const { fix, path, text } = await settings(MSMTP)
    for (const place of [path, dirname(path)]) await chown(place, 65_534, 65_534)
    await chmod(dirname(path), 0o555)
    expect(await asOrdinaryUser(fix)).toEqual({ ok: false, error: 'FILE_DENIED' })
    expect(await text()).toBe(MSMTP)
  })

  test.skipIf(process.getuid?.() !== 0)('would be lost to its group is left as it is', async () => {
    const { fix, path, text, names } = await settings(MSMTP)
    await chown(path, 0, 12_345)
    await chmod(path, 0o664)
    await chmod(dirname(path), 0o777)
    expect(await asOrdinaryUser(fix)).toEqual({ ok: false, error: 'FILE_DENIED' })
    expect([await text(), await names()]).toEqual([MSMTP, [basename(path)]])
  })

  test('two windows change at once is changed once', async () => {
    const { preview, fixes, request, text } = await settings(MSMTP)
    const { previewId } = await preview()
    const results = await Promise.all([1, 2, 3].map(() => fixes.write(request, previewId)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await text()).toBe(MENDED)
  })
})
