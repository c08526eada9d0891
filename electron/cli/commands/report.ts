import type { Command } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { compareReportFiles } from '#cli/report/compare-report-files.ts'
import { showReport } from '#cli/report/show-report.ts'

export const reportCommand: Command = {
  name: 'report',
  usage: 'report [show FILE|- | compare FILE FILE] [--json]',
  summary: 'cli.summary.report',
  options: {},
  examples: [
    { line: 'report show anna.html', text: 'cli.example.report-show' },
    { line: 'report compare yesterday.json today.json', text: 'cli.example.report-compare' },
  ],
  run: async (invocation) => {
    const [verb, first, second, ...rest] = invocation.positionals
    if (rest.length > 0 || first === undefined) throw new UsageError('cli.usage.report')
    if (verb === 'show' && second === undefined) return showReport(first, invocation)
    if (verb === 'compare' && second !== undefined) return compareReportFiles([first, second], invocation)
    throw new UsageError('cli.usage.report')
  },
}
