import { runTool } from '../lib/run-tool.ts'

const lint = await runTool('oxlint', ['--type-aware', '--fix'])
const format = await runTool('oxfmt', [])
process.exitCode = lint === 0 && format === 0 ? 0 : 1
