import { findDesktopRuntime } from '../lib/desktop-runtime.ts'
import { runTool } from '../lib/run-tool.ts'

// The specs of the desktop window in the Electron program itself, which `npm test` runs where it finds one.
if (findDesktopRuntime() === null) {
  process.stderr.write('Mailwright: there is no Electron program here; `npx install-electron` fetches it\n')
  process.exitCode = 3
} else {
  const project = '--project=desktop (Electron)'
  process.exitCode = await runTool('playwright', [
    'test',
    '--config',
    'test/e2e/playwright.config.ts',
    project,
  ])
}
