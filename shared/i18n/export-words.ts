import type { Code } from '#shared/finding/codes.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import type { BetterChoice, ExportLimit } from '#shared/exporters/limits.ts'
import type { ExportProblem } from '#shared/exporters/make-export.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** What a format does not carry, and what would, in the words of the command line. */
export function limitWords(limit: ExportLimit, format: Pick<ExportFormat, 'program'>, t: Translate): string {
  const { better } = limit
  const words = limitReason(limit, format, t)
  return better === null ? words : `${words} ${betterWords(better, t)}`
}

/** What a format does not carry; the page has buttons for what would. */
export function limitReason(
  { kind }: ExportLimit,
  { program }: Pick<ExportFormat, 'program'>,
  t: Translate,
): string {
  return t(`export.limit.${kind}`, { program })
}

function betterWords(better: BetterChoice, t: Translate): string {
  return 'format' in better
    ? t('export.better-format', { name: better.format })
    : t('export.better-guide', { name: better.guide })
}

/** Why nothing was made. What is in the way has been said with the limits. */
export function exportProblemWords(
  problem: ExportProblem,
  { program }: ExportFormat,
  t: Translate,
): { readonly code: Code; readonly title: string; readonly explanation: string } {
  const { code } = problem
  const value = code === 'FILE_VALUE' ? t(`export.value.${problem.value}`) : ''
  return { code, ...codeWords(code, t, { program, value }) }
}
