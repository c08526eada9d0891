import { rmSync } from 'node:fs'
import { build, buildRenderer } from '../lib/build.ts'
import { inRoot } from '../lib/paths.ts'
import { runTool } from '../lib/run-tool.ts'
import { runStaticChecks } from '../lib/static-checks.ts'
import { installSystemPackages } from '../lib/system-packages.ts'
import { sum, tallyOfPlaywright, tallyOfVitest } from '../lib/tally.ts'
import { findTestBrowser } from '../lib/test-browser.ts'
import { unpackServers } from '../lib/unpacked-servers.ts'

const VITEST_REPORT = inRoot('.cache', 'vitest.json')
const PLAYWRIGHT_REPORT = inRoot('.cache', 'playwright.json')

const say = (line: string) => process.stderr.write(`Mailwright: ${line}\n`)

for (const report of [VITEST_REPORT, PLAYWRIGHT_REPORT]) rmSync(report, { force: true })
installSystemPackages(say)
// Takes its time on the network while this computer builds.
const unpacked = unpackServers(say)
const browser = await findTestBrowser(say)
await build()
await buildRenderer('gallery.html')
const checks = await runStaticChecks()
await unpacked
await runTool('vitest', [
  'run',
  '--config',
  'test/vitest.config.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${VITEST_REPORT}`,
])
await runTool('playwright', ['test', '--config', 'test/e2e/playwright.config.ts'], {
  PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT,
  ...(browser === null ? {} : { CHROMIUM_PATH: browser }),
})
const { passed, failed, skipped } = sum([
  checks,
  tallyOfVitest(VITEST_REPORT),
  tallyOfPlaywright(PLAYWRIGHT_REPORT),
])
if (skipped > 0) say(`${skipped} skipped: what they need is not on this computer; each is named above`)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
