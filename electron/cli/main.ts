import { createTranslator } from '#shared/i18n/translator.ts'
import { reportCrashes } from '#engine/unexpected.ts'
import { endOnBrokenOutput } from '#cli/broken-output.ts'
import { listenForInterrupt } from '#cli/interrupt.ts'
import { languageOf, runCommandLine } from '#cli/run.ts'
import { openStandardInput } from '#cli/standard-input.ts'

reportCrashes('mailwright', (status) => process.exit(status))

const args = process.argv.slice(2)

endOnBrokenOutput(process.stdout, process.stderr, createTranslator(languageOf(args, process.env)).t)

process.exitCode = await runCommandLine(args, {
  input: openStandardInput(),
  results: process.stdout,
  progress: process.stderr,
  env: process.env,
  signal: listenForInterrupt(),
})
// A prompt or a pipe that was given up may still hold standard input open.
process.stdin.destroy()
