import { spawn } from 'node:child_process'
import { buildIfNeeded } from '../lib/build.ts'
import { inRoot } from '../lib/paths.ts'

await buildIfNeeded()
const child = spawn(process.execPath, [inRoot('dist/cli/mailwright.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.once('error', ({ name }) => {
  process.stderr.write(`Mailwright: it could not be started (${name})\n`)
  process.exitCode = 3
})
child.once('exit', (code) => {
  process.exitCode = code ?? 3
})
