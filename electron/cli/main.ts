import { reportCrashes } from '#engine/unexpected.ts'
import { runCommandLine } from '#cli/run.ts'

reportCrashes('mailwright', (status) => process.exit(status))

const interrupt = new AbortController()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => interrupt.abort())

process.exitCode = await runCommandLine(process.argv.slice(2), {
  input: process.stdin,
  results: process.stdout,
  progress: process.stderr,
  env: process.env,
  signal: interrupt.signal,
})
// A prompt or a pipe that was given up may still hold standard input open.
process.stdin.destroy()
