import { execFileSync } from 'node:child_process'
import { chmod, chown, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createProfiles } from '#engine/programs/profiles.ts'
import { setupOf } from '../../../support/exports/exported.ts'
import { asOrdinaryUser, emptyFolder } from '../files/folders.ts'
import { lockFile } from '../../../support/locked-file.ts'
import { profilesIni, testHome } from './home.ts'

const SETUP = setupOf({ servers: { imap: 'imap.example.test:993:tls', smtp: 'smtp.example.test:465:tls' } })
const OTHER = { ...SETUP, services: SETUP.services.map((service) => ({ ...service, userName: 'ben' })) }
const PREFS =
  '// Mozilla User Preferences\n\nuser_pref("a.b", "ü"); // kept\nunknown line\nuser_pref("z", 1);\n'

async function profileWith(prefs: string | null = PREFS) {
  const home = await testHome()
  await home.write('.thunderbird/profiles.ini', profilesIni('abcd.default'))
  await home.write('.thunderbird/abcd.default/times.json', '{}')
  const folder = join(home.home, '.thunderbird/abcd.default')
  const path = join(folder, 'prefs.js')
  if (prefs !== null) await writeFile(path, prefs)
  const profiles = createProfiles(home)
  const id = (await profiles.list()).programs[0]?.profiles[0]?.id ?? ''
  return {
    home: home.home,
    folder,
    path,
    profiles,
    id,
    text: () => readFile(path, 'utf8'),
    names: async () => (await readdir(folder)).toSorted(),
    preview: async () => {
      const preview = await profiles.preview(id, SETUP)
      if (!preview.ok) throw new Error(preview.error)
      return preview.value
    },
    add: async () => {
      const preview = await profiles.preview(id, SETUP)
      return preview.ok ? profiles.write(id, SETUP, preview.value.previewId) : preview
    },
  }
}

describe('an account is written into a profile', () => {
  test('with what was shown and nothing else, and the old file beside it', async () => {
    const { add, text, preview, folder, names } = await profileWith()
    const { changes } = await preview()
    const written = await add()
    if (!written.ok) throw new Error(written.error)
    const lines = changes.map(({ name, after }) => `user_pref("${name}", ${after});\n`)
    expect(await text()).toBe(PREFS + lines.join(''))
    expect(await readFile(join(folder, written.value.backup), 'utf8')).toBe(PREFS)
    expect(await names()).toEqual([written.value.backup, 'prefs.js', 'times.json'].toSorted())
  })

  test('with the mode that the file had', async () => {
    const { add, path } = await profileWith()
    await chmod(path, 0o640)
    expect((await add()).ok).toBe(true)
    expect((await stat(path)).mode & 0o777).toBe(0o640)
  })

  test('that has no settings yet, and then they are for its owner alone', async () => {
    const { add, path, text } = await profileWith(null)
    expect((await add()).ok).toBe(true)
    expect(await text()).toContain('user_pref("mail.accountmanager.accounts", "account1");')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  test('without a password: there is none to write', async () => {
    const { preview } = await profileWith()
    expect(JSON.stringify((await preview()).changes)).not.toMatch(/password/i)
  })

  test('beside a file of the user that is about other things', async () => {
    const { add, folder } = await profileWith()
    await writeFile(join(folder, 'user.js'), 'user_pref("mail.biff.play_sound", false);\n')
    expect((await add()).ok).toBe(true)
  })

  test('a preview changes nothing', async () => {
    const { preview, text, names } = await profileWith()
    await preview()
    expect(await text()).toBe(PREFS)
    expect(await names()).toEqual(['prefs.js', 'times.json'])
  })
})

describe('it is taken back', () => {
  test('octet by octet, and the backup goes', async () => {
    const { add, profiles, id, text, names } = await profileWith()
    await add()
    expect(await profiles.undo(id)).toMatchObject({ ok: true, value: { id } })
    expect(await text()).toBe(PREFS)
    expect(await names()).toEqual(['prefs.js', 'times.json'])
  })

  test('to no file where there was none', async () => {
    const { add, profiles, id, names } = await profileWith(null)
    await add()
    expect((await profiles.undo(id)).ok).toBe(true)
    expect(await names()).toEqual(['times.json'])
  })

  test('one writing after the other', async () => {
    const { add, profiles, id, text } = await profileWith()
    await add()
    const first = await text()
    const preview = await profiles.preview(id, OTHER)
    if (!preview.ok) throw new Error(preview.error)
    expect((await profiles.write(id, OTHER, preview.value.previewId)).ok).toBe(true)
    expect((await profiles.undo(id)).ok).toBe(true)
    expect(await text()).toBe(first)
    expect((await profiles.undo(id)).ok).toBe(true)
    expect(await text()).toBe(PREFS)
  })

  test('but not once the program has changed anything', async () => {
    const { add, profiles, id, path, text } = await profileWith()
    await add()
    const changed = `${await text()}user_pref("by.the.program", 1);\n`
    await writeFile(path, changed)
    expect(await profiles.undo(id)).toEqual({ ok: false, error: 'PROFILE_CHANGED' })
    expect(await text()).toBe(changed)
  })

  test('but not where nothing was written', async () => {
    const { profiles, id } = await profileWith()
    expect(await profiles.undo(id)).toEqual({ ok: false, error: 'PROFILE_NO_BACKUP' })
  })

  test('but not by a link in the place of the backup', async () => {
    const { add, profiles, id, folder, text } = await profileWith()
    const written = await add()
    if (!written.ok) throw new Error(written.error)
    const after = await text()
    const outside = join(await emptyFolder(), 'outside')
    await writeFile(outside, 'of another')
    await rm(join(folder, written.value.backup))
    await symlink(outside, join(folder, written.value.backup))
    expect(await profiles.undo(id)).toEqual({ ok: false, error: 'FILE_UNSAFE' })
    expect(await text()).toBe(after)
  })
})

type World = Awaited<ReturnType<typeof profileWith>>

/** What has become of a profile before anything is written, and what is said then. */
const REFUSED: readonly (readonly [string, string, (world: World) => Promise<void>])[] = [
  [
    'is of another computer, by its lock',
    'PROFILE_UNSURE',
    ({ folder }) => symlink('192.0.2.9:+12', join(folder, 'lock')),
  ],
  [
    'is open in the program',
    'PROFILE_OPEN',
    async ({ folder }) => {
      await writeFile(join(folder, '.parentlock'), '')
      await lockFile(join(folder, '.parentlock'))
    },
  ],
  ['has a hundred megabytes of settings', 'FILE_TOO_BIG', ({ path }) => truncate(path, 100 * 1_048_576)],
  [
    'is not in UTF-8',
    'PROFILE_DAMAGED',
    ({ path }) => writeFile(path, Buffer.from('user_pref("a", "\xFC");', 'latin1')),
  ],
  ['has a comment without an end', 'PROFILE_DAMAGED', ({ path }) => writeFile(path, `${PREFS}/* `)],
  [
    'has a link in the place of its settings',
    'FILE_UNSAFE',
    async ({ path }) => {
      await rm(path)
      await symlink(join(await emptyFolder(), 'elsewhere'), path)
    },
  ],
  [
    'has a pipe in the place of its settings',
    'FILE_UNSAFE',
    async ({ path }) => {
      await rm(path)
      execFileSync('mkfifo', [path])
    },
  ],
  [
    'has the account already',
    'PROFILE_HAS_ACCOUNT',
    async ({ add }) => {
      await add()
    },
  ],
  [
    'has accounts in a file of the user, which goes before its settings',
    'PROFILE_OVERRULED',
    ({ folder }) =>
      writeFile(join(folder, 'user.js'), 'user_pref("mail.accountmanager.accounts", "account1");\n'),
  ],
  ['is gone', 'PROFILE_GONE', ({ folder }) => rm(folder, { recursive: true })],
]

describe('a profile that', () => {
  test.each(REFUSED)('%s is left as it is: %s', async (_, error, change) => {
    const world = await profileWith()
    await change(world)
    const names = await world.names().catch(() => null)
    const start = performance.now()
    const { previewId } = { previewId: 'a1b2' }
    const results = [await world.add(), await world.profiles.write(world.id, SETUP, previewId)]
    expect(results).toEqual(results.map(() => ({ ok: false, error })))
    expect(await world.names().catch(() => null)).toEqual(names)
    expect(performance.now() - start).toBeLessThan(5_000)
  })

  test('may not be written is left as it is', async () => {
    const { add, home, folder, path, text } = await profileWith()
    for (const place of [path, folder, join(home, '.thunderbird'), home]) {
      await chown(place, 65_534, 65_534)
      if (place !== path) await chmod(place, 0o555)
    }
    expect(await asOrdinaryUser(add)).toEqual({ ok: false, error: 'FILE_DENIED' })
    expect(await text()).toBe(PREFS)
  })

  test('belongs to another user is left as it is', async () => {
    const { add, path, text } = await profileWith()
    await chown(path, 65_534, 65_534)
    expect(await add()).toEqual({ ok: false, error: 'FILE_DENIED' })
    expect(await text()).toBe(PREFS)
  })

  test('has changed since it was shown is left as it is', async () => {
    const { preview, profiles, id, path, text, names } = await profileWith()
    const { previewId } = await preview()
    await writeFile(path, `${PREFS}user_pref("b", 2);\n`)
    expect(await profiles.write(id, SETUP, previewId)).toEqual({ ok: false, error: 'PROFILE_CHANGED' })
    expect(await text()).toBe(`${PREFS}user_pref("b", 2);\n`)
    expect(await names()).toEqual(['prefs.js', 'times.json'])
  })

  test('was shown for other settings than those that are to be written is left as it is', async () => {
    const { preview, profiles, id, text } = await profileWith()
    const { previewId } = await preview()
    expect(await profiles.write(id, OTHER, previewId)).toEqual({ ok: false, error: 'PROFILE_CHANGED' })
    expect(await text()).toBe(PREFS)
  })

  test('two windows write into at once gets one account, and the other is told', async () => {
    const { preview, profiles, id, text } = await profileWith()
    const { previewId } = await preview()
    const results = await Promise.all([1, 2, 3].map(() => profiles.write(id, SETUP, previewId)))
    expect(results.filter(({ ok }) => ok).length).toBe(1)
    expect((await text()).match(/accountmanager\.accounts/g)?.length).toBe(1)
  })
})
