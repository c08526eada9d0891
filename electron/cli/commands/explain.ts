import { explain } from '#shared/explain/explain.ts'
import { isKnown } from '#shared/explain/explanation.ts'
import type { Command } from '#cli/command.ts'
import { EXIT, UsageError } from '#cli/exit-status.ts'
import { explanationJson } from '#cli/output/explanation-json.ts'
import { explanationText } from '#cli/output/explanation-text.ts'
import { createStyle } from '#cli/output/style.ts'
import { readPasted } from '#cli/read-pasted.ts'
import { print, printJson } from '#cli/terminal.ts'

export const explainCommand: Command = {
  name: 'explain',
  usage: 'explain [FILE|-] [--json]',
  summary: 'cli.summary.explain',
  options: {},
  examples: [
    { line: 'explain bounce.eml', text: 'cli.example.explain' },
    { line: 'explain - --lang de < refusal.txt', text: 'cli.example.explain-pipe' },
  ],
  run: async ({ terminal, translator: { t }, json, colors, positionals }) => {
    const [name, ...rest] = positionals
    if (rest.length > 0) throw new UsageError('cli.usage.one-file')
    const pasted = await readPasted(terminal, name)
    if (pasted.text.trim() === '') throw new UsageError('cli.explain.empty')
    const explanation = await explain(pasted)
    if (json) printJson(terminal, explanationJson(explanation, t))
    else print(terminal, explanationText(explanation, t, createStyle(colors)))
    return isKnown(explanation) ? EXIT.proved : EXIT.problem
  },
}
