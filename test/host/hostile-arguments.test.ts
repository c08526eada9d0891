import { afterEach, describe, expect, test } from 'vitest'
import { startInVain } from '../support/electron-stand-in/launch.ts'
import { startDesktop, type DesktopProgram } from '../support/fuzz/programs.ts'

/*
 * Another program that can only start Mailwright chooses what stands behind its name, and a system does when a link or a
 * file is opened with it.
 */

const HOSTILE = [
  'app://evil/index.html',
  'app://mailwright/../../etc/passwd',
  'https://evil.example/',
  'file:///etc/passwd',
  '/etc/passwd',
  'javascript:alert(1)',
  'mailto:a@b.c?attach=/etc/passwd',
  '\\\\evil.example\\share\\x.mailwright-report',
  '--load-extension=/tmp/x.mailwright-report',
  '--no-sandbox',
  '--disable-web-security',
  '--user-data-dir=/tmp/evil',
  '--proxy-server=evil.example:8080',
  '--load-extension=/tmp/evil',
  '--js-flags=--allow-natives-syntax',
  '--require=/tmp/evil.js',
  '--remote-debugging-port=1',
  '--inspect=0.0.0.0:1',
  '--policy=/tmp/evil.json',
  `--x=${'y'.repeat(100_000)}`,
  '\u001b]0;evil\u0007',
]

let program: DesktopProgram
afterEach(() => program.stop())

const typesOf = ({ told }: DesktopProgram) =>
  told
    .filter(({ type }) => (type as string) !== 'effects')
    .map((message) => ('url' in message ? `${message.type} ${message.url}` : message.type))

/** What the window tells and asks for when it starts with nothing behind its name. */
const USUAL = ['window', 'load app://mailwright/index.html', 'shown']

describe('hostile arguments (92)', () => {
  test('of the first start change nothing: one window, its own page, nothing opened', async () => {
    program = await startDesktop('real', HOSTILE)
    await expect.poll(() => typesOf(program)).toEqual(USUAL)
    expect(program.told[0]).toMatchObject({
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true },
    })
    expect(program.output()).toBe('')
  })

  test('of a second start bring the first window to the front, and do nothing else', async () => {
    program = await startDesktop('real')
    await program.effects()
    for (const argument of HOSTILE)
      program.tell({ type: 'second-instance', args: ['mailwright', argument], folder: '/' })
    program.tell({ type: 'second-instance', args: ['mailwright', ...HOSTILE], folder: '/' })
    const effects = await program.effects()
    expect(effects.done).toEqual([])
    const focused = Array.from({ length: HOSTILE.length + 1 }, () => 'focused')
    expect(typesOf(program)).toEqual([...USUAL, ...focused])
    expect(program.output()).toBe('')
  })
})

test('a second start makes no window of its own and ends', async () => {
  program = await startDesktop('real')
  const second = await startInVain(HOSTILE, { STAND_IN_SECOND: 'yes' })
  expect(second).toEqual({ status: 0, output: '', boxes: [], windows: 0 })
})
