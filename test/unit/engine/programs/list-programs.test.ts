import { execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listPrograms } from '#engine/programs/list-programs.ts'
import { profilesIni, testHome, type TestHome } from './home.ts'

const idsIn = async (home: TestHome) => (await listPrograms(home)).programs.map(({ id }) => id)

describe('programs are found by their files', () => {
  test.each<readonly [NodeJS.Platform, string, string]>([
    ['linux', '.local/share/applications/org.gnome.Evolution.desktop', 'evolution'],
    ['linux', '.local/share/flatpak/exports/share/applications/org.gnome.Geary.desktop', 'geary'],
    ['linux', 'root/usr/share/applications/claws-mail.desktop', 'claws-mail'],
    ['linux', 'root/usr/local/share/applications/org.kde.kmail2.desktop', 'kmail'],
    [
      'linux',
      'root/var/lib/flatpak/exports/share/applications/eu.betterbird.Betterbird.desktop',
      'betterbird',
    ],
    ['linux', 'root/var/lib/snapd/desktop/applications/thunderbird_thunderbird.desktop', 'thunderbird'],
    ['darwin', 'root/System/Applications/Mail.app/Contents/Info.plist', 'apple-mail'],
    ['darwin', 'Applications/Thunderbird.app/Contents/Info.plist', 'thunderbird'],
    ['darwin', 'root/Applications/Microsoft Outlook.app/Contents/Info.plist', 'outlook-mac'],
  ])('%s: %s is %s', async (platform, path, id) => {
    const home = await testHome(platform)
    await home.write(path, '')
    expect(await listPrograms(home)).toMatchObject({ programs: [{ id, profiles: [] }] })
  })

  test('there are none on a computer without any', async () => {
    for (const platform of ['linux', 'darwin', 'win32', 'freebsd'] as const)
      expect(await listPrograms(await testHome(platform))).toEqual({ programs: [], mailto: null })
  })

  test('the likelier first, and one with profiles once', async () => {
    const home = await testHome()
    await home.write('root/usr/share/applications/claws-mail.desktop', '')
    await home.write('root/usr/share/applications/thunderbird.desktop', '')
    await home.write('.thunderbird/profiles.ini', profilesIni('abcd.default'))
    await home.write('.thunderbird/abcd.default/prefs.js', '')
    expect(await idsIn(home)).toEqual(['thunderbird', 'claws-mail'])
  })

  test('in the folders that the environment names, if they are from the root', async () => {
    const home = await testHome()
    await home.write('elsewhere/applications/geary.desktop', '')
    await home.write('root/usr/share/applications/claws-mail.desktop', '')
    const named = (folders: string) => idsIn({ ...home, env: { XDG_DATA_DIRS: folders } })
    expect(await named(join(home.home, 'elsewhere'))).toEqual(['geary'])
    expect(await named('elsewhere:../elsewhere')).toEqual(['claws-mail'])
  })
})

const GEARY = 'x-scheme-handler/mailto=org.gnome.Geary.desktop;\n'
async function homeWith(files: Readonly<Record<string, string>>, desktop = '') {
  const home = await testHome()
  for (const [path, content] of Object.entries(files)) await home.write(path, content)
  for (const name of ['org.gnome.Geary', 'claws-mail', 'firefox'])
    await home.write(`root/usr/share/applications/${name}.desktop`, '')
  return { ...home, env: { XDG_CURRENT_DESKTOP: desktop } }
}
const claws = '[Default Applications]\nx-scheme-handler/mailto=claws-mail.desktop\n'

describe('who opens an address', () => {
  test.each<readonly [string, Readonly<Record<string, string>>, string, unknown]>([
    [
      'the user has chosen',
      { '.config/mimeapps.list': `[Default Applications]\n${GEARY}` },
      '',
      'org.gnome.Geary.desktop',
    ],
    [
      'the user has chosen, before the system',
      { '.config/mimeapps.list': `[Default Applications]\n${GEARY}`, 'root/etc/xdg/mimeapps.list': claws },
      '',
      'org.gnome.Geary.desktop',
    ],
    ['the system says', { 'root/etc/xdg/mimeapps.list': claws }, '', 'claws-mail.desktop'],
    [
      'the desktop in use says',
      { '.config/mimeapps.list': claws, '.config/gnome-mimeapps.list': `[Default Applications]\n${GEARY}` },
      'ubuntu:GNOME',
      'org.gnome.Geary.desktop',
    ],
    [
      'is installed, of two',
      {
        '.config/mimeapps.list':
          '[Default Applications]\nx-scheme-handler/mailto=gone.desktop;claws-mail.desktop\n',
      },
      '',
      'claws-mail.desktop',
    ],
    [
      'is a browser',
      { '.config/mimeapps.list': '[Default Applications]\nx-scheme-handler/mailto=firefox.desktop' },
      '',
      'firefox.desktop',
    ],
  ])('is the one that %s', async (_, files, desktop, name) => {
    expect((await listPrograms(await homeWith(files, desktop))).mailto).toMatchObject({ name })
  })

  test('is known where it is one of those that were looked for', async () => {
    const home = await homeWith({ 'root/etc/xdg/mimeapps.list': claws })
    expect((await listPrograms(home)).mailto).toEqual({ program: 'claws-mail', name: 'claws-mail.desktop' })
    const other = await homeWith({
      '.config/mimeapps.list': '[Default Applications]\nx-scheme-handler/mailto=firefox.desktop',
    })
    expect((await listPrograms(other)).mailto).toEqual({ program: null, name: 'firefox.desktop' })
  })
})

describe('who opens an address, in a hostile list', () => {
  test.each([
    ['in another section', '[Added Associations]\nx-scheme-handler/mailto=claws-mail.desktop'],
    ['by a path', '[Default Applications]\nx-scheme-handler/mailto=../../etc/claws-mail.desktop'],
    ['with an escape', '[Default Applications]\nx-scheme-handler/mailto=\u001b[2Jclaws-mail.desktop'],
    ['by nothing', '[Default Applications]\nx-scheme-handler/mailto=;;\n'],
    ['in a file that is too long', `${claws}${'#'.repeat(300_000)}`],
  ])('is unknown where one is named %s', async (_, content) => {
    expect((await listPrograms(await homeWith({ '.config/mimeapps.list': content }))).mailto).toBeNull()
  })

  test('is unknown where the list is a pipe without a writer, at once', async () => {
    const home = await homeWith({})
    const place = join(home.home, '.config/mimeapps.list')
    await mkdir(dirname(place), { recursive: true })
    execFileSync('mkfifo', [place])
    expect((await listPrograms(home)).mailto).toBeNull()
  })
})
