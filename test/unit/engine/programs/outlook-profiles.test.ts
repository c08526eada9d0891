import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createFixes } from '#engine/programs/fix-settings.ts'
import { readSettings } from '#engine/programs/read-settings.ts'
import { SOUND } from '../../shared/programs/sound-settings.ts'

/** What the tool of Windows is asked, and what it does: the branch of one version is there. */
const TOOL = `#!/bin/sh
printf '%s\\n' "$@" >> "$ASKED"
case $2 in
  *16.0*) cp "$EXPORTED" "$3" ;;
  *) exit 1 ;;
esac
`

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'mailwright-outlook-'))
  const made = root
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  await mkdir(join(root, 'System32'))
  await mkdir(join(root, 'temp'))
  await writeFile(join(root, 'System32', 'reg.exe'), TOOL, { mode: 0o755 })
  const [file] = SOUND['outlook-classic']
  await writeFile(join(root, 'exported'), `\uFEFF${file?.text ?? ''}`, 'utf16le')
  vi.stubEnv('ASKED', join(root, 'asked'))
  vi.stubEnv('EXPORTED', join(root, 'exported'))
  vi.stubEnv('TMPDIR', join(root, 'temp'))
  onTestFinished(() => void vi.unstubAllEnvs())
})

const read = (platform: NodeJS.Platform) =>
  readSettings(
    { client: 'outlook-classic', path: null },
    { platform, home: root, root, env: { SystemRoot: root } },
  )

test('the accounts of Outlook are read from the registry of the user, and its file is gone afterwards', async () => {
  const profiles = await read('win32')
  expect(profiles).toHaveLength(1)
  expect(profiles[0]).toMatchObject({
    client: 'outlook-classic',
    path: 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\Profiles',
    read: { ok: true, value: { accounts: [{ services: [{ port: 993 }, { port: 587 }] }] } },
  })
  expect(await readdir(join(root, 'temp'))).toEqual([])
})

test('a computer without the tool, or without Outlook, has none', async () => {
  await writeFile(join(root, 'System32', 'reg.exe'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  expect(await read('win32')).toEqual([])
  await rm(join(root, 'System32'), { recursive: true })
  expect(await read('win32')).toEqual([])
})

test('its settings are changed in Outlook itself, and that is said', async () => {
  const [profile] = await read('win32')
  const fixes = createFixes({ platform: 'win32' })
  const request = { client: 'outlook-classic', path: profile?.path ?? '', wanted: [] } as const
  expect(await fixes.preview(request)).toEqual({ ok: false, error: 'FIX_PROGRAM' })
})

test('nothing is asked on another system', async () => {
  expect(await read('linux')).toEqual([])
  expect(await readdir(root)).not.toContain('asked')
})
