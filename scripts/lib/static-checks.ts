import { checkTypes } from './check-types.ts'
import { runTool } from './run-tool.ts'

/** What can be said about the code without running it. */
const CHECKS = [
  { name: 'types', run: checkTypes },
  { name: 'lint', run: () => runTool('oxlint', ['--type-aware']) },
  { name: 'format', run: () => runTool('oxfmt', ['--check']) },
] as const

export interface Tally {
  passed: number
  failed: number
  skipped: number
}

/** Runs all checks and counts them; each says itself what is wrong. */
export async function runStaticChecks(): Promise<Tally> {
  const codes = await Promise.all(
    CHECKS.map(async ({ name, run }) => {
      const code = await run()
      process.stderr.write(`${code === 0 ? '✓' : '✗'} ${name}\n`)
      return code
    }),
  )
  const failed = codes.filter((code) => code !== 0).length
  return { passed: codes.length - failed, failed, skipped: 0 }
}
