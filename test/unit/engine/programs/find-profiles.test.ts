import { execFileSync } from 'node:child_process'
import { readlinkSync } from 'node:fs'
import { symlink, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listPrograms } from '#engine/programs/list-programs.ts'
import { emptyFolder } from '../files/folders.ts'
import { lockFile } from '../../../support/locked-file.ts'
import { profilesIni, testHome, type TestHome } from './home.ts'

const profilesIn = async (home: TestHome) =>
  (await listPrograms(home)).programs.flatMap(({ profiles }) => profiles)

async function homeWith(root = '.thunderbird', platform: NodeJS.Platform = 'linux') {
  const home = await testHome(platform)
  await home.write(`${root}/profiles.ini`, profilesIni('abcd.default'))
  await home.write(`${root}/abcd.default/prefs.js`, '')
  return { home, profile: join(home.home, root, 'abcd.default') }
}

describe('profiles of Thunderbird are found', () => {
  test.each<readonly [string, NodeJS.Platform]>([
    ['.thunderbird', 'linux'],
    ['snap/thunderbird/common/.thunderbird', 'linux'],
    ['.var/app/org.mozilla.Thunderbird/.thunderbird', 'linux'],
    ['.var/app/eu.betterbird.Betterbird/.thunderbird', 'linux'],
    ['Library/Thunderbird', 'darwin'],
  ])('in %s (%s)', async (root, platform) => {
    const { home, profile } = await homeWith(root, platform)
    expect(await profilesIn(home)).toMatchObject([{ name: 'default', path: profile, isDefault: true }])
  })

  test('with the version that used it last, and Betterbird by its folder', async () => {
    const { home } = await homeWith()
    const note = (folder: string) => `[Compatibility]\nLastVersion=140.4.0_2025/2025\nLastAppDir=${folder}\n`
    await home.write('.thunderbird/abcd.default/compatibility.ini', note('/opt/betterbird'))
    expect((await listPrograms(home)).programs).toMatchObject([{ id: 'betterbird', version: '140.4.0' }])
    await home.write('.thunderbird/abcd.default/compatibility.ini', note('/usr/lib/thunderbird'))
    expect((await listPrograms(home)).programs).toMatchObject([{ id: 'thunderbird', version: '140.4.0' }])
  })

  test('under an id that says nothing of the path, and stays', async () => {
    const { home } = await homeWith()
    const [first] = await profilesIn(home)
    expect(first?.id).toMatch(/^[0-9a-f]{32}$/)
    expect((await profilesIn(home))[0]?.id).toBe(first?.id)
  })
})

describe('what is no profile is left out', () => {
  test('a link to a folder', async () => {
    const home = await testHome()
    await home.write('.thunderbird/profiles.ini', profilesIni('linked'))
    await symlink(await emptyFolder(), join(home.home, '.thunderbird/linked'))
    expect(await profilesIn(home)).toEqual([])
  })

  test.each(['gone', 'file', '../outside', ''])('"%s"', async (path) => {
    const home = await testHome()
    await home.write('.thunderbird/profiles.ini', profilesIni(path))
    await home.write('.thunderbird/file', '')
    await home.write('outside/prefs.js', '')
    expect(await profilesIn(home)).toEqual([])
  })

  test('where profiles.ini is a pipe without a writer, at once', async () => {
    const { home } = await homeWith()
    const place = join(home.home, '.thunderbird/profiles.ini')
    await unlink(place)
    execFileSync('mkfifo', [place])
    expect(await profilesIn(home)).toEqual([])
  })

  test('where profiles.ini is longer than any', async () => {
    const { home } = await homeWith()
    await home.write('.thunderbird/profiles.ini', `${profilesIni('abcd.default')}${'#'.repeat(300_000)}`)
    expect(await profilesIn(home)).toEqual([])
  })
})

const ENDED = '2147483646'
/** In a container there may be others outside, which are not seen. */
const LEFT_BEHIND = readlinkSync('/proc/self/ns/pid') === 'pid:[4026531836]' ? 'closed' : 'unsure'

describe('whether a profile is open', () => {
  const stateIn = async (home: TestHome) => (await profilesIn(home))[0]?.state

  test('it is closed where there is no lock', async () => {
    const { home } = await homeWith()
    expect(await stateIn(home)).toBe('closed')
  })

  test('it is closed where the file to be locked was left behind', async () => {
    const { home } = await homeWith()
    await home.write('.thunderbird/abcd.default/.parentlock', '')
    expect(await stateIn(home)).toBe('closed')
  })

  test('it is open while another process holds the lock', async () => {
    const { home } = await homeWith()
    await lockFile(await home.write('.thunderbird/abcd.default/.parentlock', ''))
    expect(await stateIn(home)).toBe('open')
  })

  test.each([
    ['of a process of this computer that has ended', `127.0.1.1:+${ENDED}`, LEFT_BEHIND],
    ['of a process that is another program by now', `127.0.0.1:+${process.pid}`, LEFT_BEHIND],
    ['of another computer', `192.0.2.7:+${ENDED}`, 'unsure'],
    ['that says nothing', 'somewhere', 'unsure'],
    ['that leads to a file', '../profiles.ini', 'unsure'],
  ])('by a link %s: %s', async (_, target, state) => {
    const { home, profile } = await homeWith()
    await symlink(target, join(profile, 'lock'))
    expect(await stateIn(home)).toBe(state)
  })

  test('it is not known where a file has the place of the link', async () => {
    const { home } = await homeWith()
    await home.write('.thunderbird/abcd.default/lock', '')
    expect(await stateIn(home)).toBe('unsure')
  })
})
