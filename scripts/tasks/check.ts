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
process.exitCode = failed === 0 && tests === 0 ? 0 : 1
