import { parseArgs } from 'node:util'
import { buildIfNeeded } from '../lib/build.ts'
import { canOpenWindows, fetchDesktopRuntime, findDesktopRuntime } from '../lib/desktop-runtime.ts'
import { inRoot } from '../lib/paths.ts'
import { runInPlace } from '../lib/run-in-place.mjs'

const { values } = parseArgs({
  options: { browser: { type: 'boolean' }, desktop: { type: 'boolean' }, practice: { type: 'boolean' } },
})
const practice = values.practice === true ? ['--practice'] : []

await buildIfNeeded()
const runtime = values.browser === true ? null : await desktopRuntime()
if (runtime !== null) await run(runtime, [inRoot(), ...practice, ...asRoot()])
else if (values.desktop === true)
  giveUp(
    'The desktop runtime is not here and could not be fetched. `npm start -- --browser` does the same without it.',
  )
else await run(process.execPath, [inRoot('dist/cli/mailwright.mjs'), 'serve', ...practice])

/** The Electron program, if it can be used here and now; the browser does the same work otherwise. */
async function desktopRuntime(): Promise<string | null> {
  const wanted = values.desktop === true
  if (!wanted && (!canOpenWindows() || isRoot())) return null
  return findDesktopRuntime() ?? (await fetchDesktopRuntime((line) => process.stderr.write(`${line}\n`)))
}

/** Electron refuses its sandbox to root. Only a user who insists on the desktop window as root goes without. */
function asRoot(): readonly string[] {
  if (!isRoot()) return []
  process.stderr.write('Mailwright: running as root, so the window has no sandbox.\n')
  return ['--no-sandbox']
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

async function run(command: string, args: readonly string[]): Promise<void> {
  process.exitCode = await runInPlace(command, args)
}

function giveUp(reason: string): void {
  process.stderr.write(`Mailwright: ${reason}\n`)
  process.exitCode = 3
}
