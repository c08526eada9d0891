import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openWindow } from '#host/open-window.ts'
import { inRoot } from '../../scripts/lib/paths.ts'
import {
  startPracticeEngine,
  startTestHost,
  type PracticeEngine,
  type TestHost,
} from '../support/in-process-host.ts'
import { sourceFiles } from '../support/source-tree.ts'

let engine: PracticeEngine
let web: TestHost
beforeAll(async () => {
  engine = await startPracticeEngine()
  web = await startTestHost(engine.handlers)
})
afterAll(async () => {
  await web.host.stop()
  await engine.stop()
})

/** What else this computer is called: its addresses in a network, and its own in IPv6. */
const OTHER_ADDRESSES = [
  '::1',
  '127.0.0.2',
  ...Object.values(networkInterfaces()).flatMap((of = []) =>
    of.filter(({ internal, scopeid = 0 }) => !internal && scopeid === 0).map(({ address }) => address),
  ),
]

async function reach(host: string): Promise<'reached' | 'refused'> {
  const socket = createConnection({ host, port: web.host.port })
  onTestFinished(() => void socket.destroy())
  return Promise.race([
    once(socket, 'connect').then(() => 'reached' as const),
    new Promise<'refused'>((resolve) => socket.once('error', () => resolve('refused'))),
  ])
}

describe('the browser host is there for this computer alone (99)', () => {
  test('at its own address', async () => {
    expect(await reach('127.0.0.1')).toBe('reached')
  })

  test.each(OTHER_ADDRESSES)('not at %s', async (address) => {
    expect(await reach(address)).toBe('refused')
  })

  test('nothing in the product listens but where a constant says so', () => {
    const listening = sourceFiles('electron').flatMap(({ path, text }) =>
      [...text.matchAll(/\.listen\(([^)]*)/g)].map(([, words = '']) => `${path}: ${words}`),
    )
    expect(listening).toEqual([
      'electron/engine/net/loopback-server.ts: 0, LOOPBACK, (',
      'electron/engine/practice/kit/scripted-server.ts: 0, host, resolve',
    ])
  })
})

describe.skipIf(process.platform !== 'linux')('the link is in a file for its user alone', () => {
  const TOKEN = 'a-token-that-no-command-line-may-show'

  /** The command lines of everything that runs here, which every user of this computer can read. */
  async function commandLines(): Promise<string> {
    const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
    return (
      await Promise.all(processes.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')))
    ).join('\n')
  }

  test('and in no command line; it is gone with the window', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailwright-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    vi.stubEnv('TMPDIR', folder)
    const browser = join(folder, 'chromium')
    writeFileSync(
      browser,
      `#!/bin/sh\nexec ${process.execPath} ${inRoot('test/support/endless-browser.mjs')} "$@"\n`,
      { mode: 0o755 },
    )
    const window = await openWindow(`http://127.0.0.1:1/?token=${TOKEN}`, 'linux', {
      CHROMIUM_PATH: browser,
      DISPLAY: ':99',
    })
    vi.unstubAllEnvs()
    const own = readdirSync(folder).find((name) => name.startsWith('mailwright-')) ?? ''
    const shown = await commandLines()
    expect(shown).toContain(join(own, 'open.html'))
    expect(shown).not.toContain(TOKEN)
    expect((await stat(join(folder, own))).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder, own, 'open.html'))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(folder, own, 'open.html'), 'utf8')).toContain(TOKEN)
    await window.dispose()
    expect(readdirSync(folder)).toEqual(['chromium'])
  })
})
