import { PREFLIGHT_FORMATS, type PreflightFormat } from '#cli/preflight/sheet.ts'
import type { Invocation } from '#cli/command.ts'
import { readNumber } from '#cli/batch/batch-options.ts'
import { UsageError } from '#cli/exit-status.ts'

/** The command line of `preflight`, once it makes sense. */
export interface PreflightOptions {
  /** `-`: standard input. */
  readonly file: string
  /** The name of the column with the addresses; `null`: one of those that are known. */
  readonly column: string | null
  readonly format: PreflightFormat
  /** `null`: standard output. */
  readonly out: string | null
  readonly mode: 'new' | 'go-on'
  readonly concurrency: number
}

/** @throws UsageError for what contradicts itself, before anything is read or written */
export function readPreflightOptions({ values, positionals, json }: Invocation): PreflightOptions {
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) throw new UsageError('cli.usage.preflight-file')
  const format = readFormat(values['format'], json)
  const given = textOf(values['out'])
  const out = given === '-' ? null : given
  const mode = values['resume'] === true ? 'go-on' : 'new'
  // Only lines of JSON say again what they have said.
  if (mode === 'go-on' && (out === null || format !== 'json'))
    throw new UsageError('cli.usage.preflight-resume')
  const concurrency = readNumber(values['concurrency'], { option: '--concurrency', usual: 16, most: 128 })
  return { file, column: textOf(values['column']), format, out, mode, concurrency }
}

function readFormat(given: string | boolean | undefined, json: boolean): PreflightFormat {
  if (given === undefined) return json ? 'json' : 'text'
  const format = PREFLIGHT_FORMATS.find((known) => known === given)
  if (format === undefined)
    throw new UsageError('cli.usage.format', { formats: PREFLIGHT_FORMATS.join(', ') })
  if (json && format !== 'json') throw new UsageError('cli.usage.only-one', { options: '--json, --format' })
  return format
}

function textOf(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null
}
