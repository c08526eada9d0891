import type { LookAtDomain } from '#shared/preflight/domain-look.ts'
import { preflightLine, wrongPreflightLine, type PreflightLine } from '#shared/preflight/preflight-line.ts'
import type { PreflightSummary } from '#shared/preflight/summary.ts'
import { preflightSummaryText } from '#shared/preflight/text.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { ProgressTeller } from '#cli/batch/tell-progress.ts'
import type { Invocation } from '#cli/command.ts'
import { EXIT, type ExitStatus } from '#cli/exit-status.ts'
import { inOrder } from '#cli/preflight/in-order.ts'
import { readList, type ListItem } from '#cli/preflight/list-source.ts'
import { readPreflightOptions, type PreflightOptions } from '#cli/preflight/preflight-options.ts'
import { keyOf, withPreflightOutput, type PreflightOutput } from '#cli/preflight/preflight-output.ts'
import { print, printJson, say, sayLine } from '#cli/terminal.ts'

/** Looks at every domain of a list, without a password, and tells who has to do something before which day. */
export async function runPreflight(useCases: UseCases, invocation: Invocation): Promise<ExitStatus> {
  const options = readPreflightOptions(invocation)
  const items = await readList(options.file, options.column, invocation.terminal)
  const summary = await withPreflightOutput(options, invocation, async (output) => {
    await lookAtAll(
      useCases.lookAtDomains(invocation.terminal.signal),
      { options, items, output },
      invocation,
    )
    return output.count.summary()
  })
  return conclude(options, items.length, summary, invocation)
}

interface Run {
  readonly options: PreflightOptions
  readonly items: readonly ListItem[]
  readonly output: PreflightOutput
}

async function lookAtAll(
  look: LookAtDomain,
  { options, items, output }: Run,
  invocation: Invocation,
): Promise<void> {
  const { terminal, translator } = invocation
  const left = items.filter((item) => !output.done.has(keyOf(item)))
  const progress = new ProgressTeller(
    invocation,
    { total: items.length, before: items.length - left.length },
    'cli.preflight.progress',
  )
  const lineFor = async (item: ListItem): Promise<PreflightLine | 'stopped'> => {
    if (item.kind === 'wrong') return wrongPreflightLine(item.line, item.problem, translator.t)
    if (terminal.signal.aborted) return 'stopped'
    const seen = await look(item.listed.domain)
    return terminal.signal.aborted ? 'stopped' : preflightLine(item.listed, seen, translator.t)
  }
  try {
    for await (const line of inOrder(left, options.concurrency, lineFor)) {
      if (line === 'stopped') break
      await output.write(line)
      progress.step()
    }
  } finally {
    progress.end()
  }
}

/** The summary: where the format has it in it, only beside a file; beside lines that are printed, on standard error. */
function conclude(
  { format, out }: PreflightOptions,
  total: number,
  summary: PreflightSummary,
  { terminal, translator, json }: Invocation,
): ExitStatus {
  const text = preflightSummaryText(summary, translator.t)
  if (out !== null && json) printJson(terminal, { schema: 1, ...summary })
  else if (out !== null) print(terminal, text)
  else if (format === 'csv' || format === 'json') say(terminal, text)
  if (terminal.signal.aborted) {
    const done = summary.domains + summary.wrongLines
    const key = out !== null && format === 'json' ? 'cli.preflight.stopped-resume' : 'cli.preflight.stopped'
    sayLine(terminal, translator.t(key, { done, total }))
    return EXIT.problem
  }
  return summary.care === 0 ? EXIT.proved : EXIT.problem
}
