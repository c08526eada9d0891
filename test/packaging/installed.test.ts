import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'
import { runTool } from '../../scripts/lib/run-tool.ts'
import { writeStubDistribution } from './stub-distribution.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailwright-installed-'))
const root = join(folder, 'root')
const within = (path: string): string => join(root, path)
const WINDOW = 'usr/share/applications/mailwright-desktop.desktop'
const TERMINAL = 'opt/Mailwright/resources/terminal/mailwright'

/** The packages are made for Debian, with its own tools. */
const isDebian = spawnSync('dpkg-deb', ['--version']).status === 0

async function unpackDebianPackage(): Promise<void> {
  const { devDependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>
  }
  const stub = join(folder, 'electron')
  writeStubDistribution(stub, devDependencies['electron'] ?? '')
  const tools = join(folder, 'tools')
  mkdirSync(tools)
  const fpm = `#!/bin/sh\nexec '${process.execPath}' '${inRoot('test/packaging/fpm-stand-in.ts')}' "$@"\n`
  writeFileSync(join(tools, 'fpm'), fpm, { mode: 0o755 })
  const out = join(folder, 'out')
  const settings = [`-c.electronDist=${stub}`, `-c.directories.output=${out}`, '-c.forceCodeSigning=false']
  const env = { USE_SYSTEM_FPM: 'true', PATH: [tools, process.env['PATH']].join(delimiter) }
  const args = ['--linux', 'deb', '--publish', 'never', ...settings]
  expect(await runTool('electron-builder', args, env)).toBe(0)
  const made = readdirSync(out).find((name) => name.endsWith('.deb')) ?? ''
  execFileSync('dpkg-deb', ['-x', join(out, made), root])
}

/** As a user would run it whose computer has no Node. */
function run(command: string, ...args: readonly string[]) {
  return spawnSync(command, args, {
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', HOME: folder },
  })
}

const installed = test.skipIf(!isDebian)

beforeAll(async () => {
  if (isDebian) await unpackDebianPackage()
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

installed('has the terminal command, which brings its own Node', () => {
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
    readonly version: string
  }
  expect(run(within(TERMINAL), '--version')).toMatchObject({
    stdout: `${version}\n`,
    stderr: '',
    status: 0,
  })
  const link = join(folder, 'a link')
  symlinkSync(within(TERMINAL), link)
  const { stdout } = run(link, 'discover', '--offline', '--json', 'anna@gmail.com')
  expect(JSON.parse(stdout)).toMatchObject({ provider: { name: 'Gmail' } })
})

installed('puts it where a terminal finds it, and the manual page beside', () => {
  const script = readFileSync(within('usr/bin/mailwright'), 'utf8')
  const [, target = ''] = /^exec (\S+) "\$@"$/m.exec(script) ?? []
  expect(target).toBe(`/${TERMINAL}`)
  const page = readFileSync(within('usr/share/man/man1/mailwright.1'), 'utf8')
  expect(page).toBe(readFileSync(inRoot('docs/man/mailwright.1'), 'utf8'))
})

installed('the terminal command reaches the keychain of this computer, or says that there is none', () => {
  const { stdout, status } = run(within(TERMINAL), 'accounts', 'list', '--json')
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ accounts: [] })
  const binding = `require('${within('opt/Mailwright/resources/terminal/node_modules/@napi-rs/keyring')}').AsyncEntry.name`
  expect(run(join(within(TERMINAL), '..', 'node'), '-p', binding).stdout).toBe('AsyncEntry\n')
})

installed(
  'the entry of the desktop starts the window, in its sandbox, and opens reports and policies',
  () => {
    const entry = readFileSync(within(WINDOW), 'utf8')
    expect(entry).toMatch(/^Exec=\/opt\/Mailwright\/mailwright-desktop %U$/m)
    expect(entry).toContain(
      'MimeType=application/vnd.mailwright.report+json;application/vnd.mailwright.policy+json;',
    )
    const { status, stdout } = spawnSync('desktop-file-validate', [within(WINDOW)], { encoding: 'utf8' })
    expect(stdout).toBe('')
    expect(status).toBe(0)
  },
)

installed('the two kinds of files have their endings', () => {
  const types = readFileSync(within('usr/share/mime/packages/mailwright-desktop.xml'), 'utf8')
  expect(spawnSync('xmllint', ['--noout', '-'], { input: types }).status).toBe(0)
  for (const kind of ['report', 'policy']) expect(types).toContain(`<glob pattern="*.mailwright-${kind}"/>`)
})

installed.each([16, 24, 32, 48, 64, 128, 256, 512, 1024])(
  'has the icon of %i pixels as it was drawn',
  (size) => {
    const icon = within(`usr/share/icons/hicolor/${size}x${size}/apps/mailwright-desktop.png`)
    expect(readFileSync(icon)).toEqual(readFileSync(inRoot(`assets/icons/${size}x${size}.png`)))
  },
)

installed('holds the licences of all that is bundled, of its fonts, and of Node', () => {
  const texts = readFileSync(within('opt/Mailwright/resources/LICENCES.txt'), 'utf8')
  for (const name of ['@napi-rs/keyring', 'nodemailer', 'react-dom', 'saxes', 'zustand'])
    expect(texts).toMatch(new RegExp(`^${name} \\d`, 'm'))
  expect(texts).toMatch(/^@fontsource-variable\/atkinson-hyperlegible-next .* \(OFL-1\.1\)$/m)
  expect(existsSync(within('opt/Mailwright/resources/terminal/LICENSE.node.txt'))).toBe(true)
})
