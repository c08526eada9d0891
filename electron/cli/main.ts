import { reportCrashes } from '#engine/unexpected.ts'
import { listenForInterrupt } from '#cli/interrupt.ts'
import { runCommandLine } from '#cli/run.ts'

reportCrashes('mailwright', (status) => process.exit(status))

process.exitCode = await runCommandLine(process.argv.slice(2), {
  input: process.stdin,
  results: process.stdout,
  progress: process.stderr,
  env: process.env,
  signal: listenForInterrupt(),
})
// A prompt or a pipe that was given up may still hold standard input open.
process.stdin.destroy()
