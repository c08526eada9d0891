import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { launchStandIn, startInVain } from '../../support/electron-stand-in/launch.ts'
import { test } from '../fixtures.ts'

const PACKAGED = { STAND_IN_PACKAGED: 'yes' }

test('a proxy that is none ends the start, and nothing goes round it', async () => {
  const { status, output, boxes, windows } = await startInVain([], { MAILWRIGHT_PROXY: 'not a proxy' })
  expect(windows).toBe(0)
  expect(status).toBe(2)
  expect(boxes).toEqual([expect.stringMatching(/^MAILWRIGHT_PROXY: a proxy is http:\/\/HOST:PORT/)])
  expect(output).toContain('MAILWRIGHT_PROXY')
})

for (const [language, words] of [
  ['en-US', "The policy FILE can't be used: it is no JSON"],
  ['de-AT', 'Die Richtlinie FILE ist nicht verwendbar: Sie ist kein JSON'],
] as const)
  test(`a policy that is none ends the start (${language}), and nothing goes on without it`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mailwright-no-policy-'))
    await mkdir(join(folder, 'Mailwright'))
    const file = join(folder, 'Mailwright', 'policy.json')
    await writeFile(file, '{')
    // Only there does the place of the policy depend on something a test can choose.
    const windows32 = { STAND_IN_PLATFORM: 'win32', ProgramData: folder, STAND_IN_LANGUAGE: language }
    const { status, boxes, windows } = await startInVain([], windows32)
    expect(windows).toBe(0)
    expect(status).toBe(3)
    expect(boxes).toEqual([words.replace('FILE', file)])
    await rm(folder, { recursive: true })
  })

test('what goes wrong at the start is said by name and code, and by nothing that was in it', async () => {
  const secret = 'a-folder-nobody-need-know'
  const { status, output, boxes, windows } = await startInVain(['--practice'], { TMPDIR: `/${secret}` })
  expect(windows).toBe(0)
  expect(status).toBe(3)
  expect(boxes).toEqual([
    'Mailwright could not start (Error, ENOENT). Start it again. If that does not help, install it again.',
  ])
  expect(output).not.toContain(secret)
})

test('a package does not start where its window could not be shut in, and says what to install instead', async () => {
  const started = await startInVain([], { ...PACKAGED, STAND_IN_SWITCHES: 'no-sandbox' })
  expect(started).toMatchObject({
    status: 2,
    windows: 0,
    boxes: [expect.stringMatching(/\.deb, \.rpm or Flatpak/)],
  })
})

for (const [name, args, taken] of [
  ['--remote-debugging-port', ['--remote-debugging-port=9222'], ''],
  ['--remote-debugging-pipe', ['--remote-debugging-pipe'], ''],
  ['--inspect', ['--inspect'], ''],
  ['--inspect-brk', ['--inspect-brk=0'], ''],
  ['--remote-debugging-port', [], 'remote-debugging-port'],
] as const) {
  test(`a package does not start with ${name} ${args.length === 0 ? 'that only Chromium sees' : args.join(' ')}`, async () => {
    const started = await startInVain([...args], { ...PACKAGED, STAND_IN_SWITCHES: taken })
    expect(started).toMatchObject({ status: 2, windows: 0, boxes: [`${name} is not possible here`] })
  })
}

for (const [where, env, devTools] of [
  ['a package has none', PACKAGED, false],
  ['a checkout has them', {}, true],
] as const) {
  test(`tools of a developer: ${where}`, async ({ openChromium }) => {
    const shell = await launchStandIn(await openChromium(), ['--practice'], env)
    expect(shell.webPreferences).toMatchObject({ devTools })
    await shell.close()
  })
}
