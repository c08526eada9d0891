import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { factWarnings, factWarningText } from '../lib/fact-warnings.ts'
import { runTool } from '../lib/run-tool.ts'
import { runStaticChecks } from '../lib/static-checks.ts'

const { failed } = await runStaticChecks()
/** Pure decisions leave nothing behind, so their files may share one process: half the time. */
const tests = await runTool('vitest', [
  'run',
  '--config',
  'test/vitest.config.ts',
  '--no-isolate',
  'test/architecture',
  'test/unit',
])
/** Facts that grow old are a warning: a developer who changes something else need not stop for them. */
process.stderr.write(factWarningText(factWarnings(new Date().toISOString().slice(0, 10), PROVIDERS)))
process.exitCode = failed === 0 && tests === 0 ? 0 : 1
