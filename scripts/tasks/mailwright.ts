import { buildIfNeeded } from '../lib/build.ts'
import { inRoot } from '../lib/paths.ts'
import { runInPlace } from '../lib/run-in-place.mjs'

await buildIfNeeded()
const program = inRoot('dist/cli/mailwright.mjs')
process.exitCode = await runInPlace(process.execPath, [program, ...process.argv.slice(2)])
