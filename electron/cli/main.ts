import { reportCrashes } from '#engine/unexpected.ts'
import { endOnBrokenOutput } from '#cli/broken-output.ts'
import { listenForInterrupt } from '#cli/interrupt.ts'
import { runCommandLine } from '#cli/run.ts'
import { openStandardInput } from '#cli/standard-input.ts'

reportCrashes('mailwright', (status) => process.exit(status))

endOnBrokenOutput(process.stdout, process.stderr)

process.exitCode = await runCommandLine(process.argv.slice(2), {
  input: openStandardInput(),
  results: process.stdout,
  progress: process.stderr,
  env: process.env,
  signal: listenForInterrupt(),
})
// A prompt or a pipe that was given up may still hold standard input open.
process.stdin.destroy()
