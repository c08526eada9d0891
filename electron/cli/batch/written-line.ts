import type { ResultLine, ServiceOutcome } from '#shared/batch/result-line.ts'
import { identityOf, type BatchRow, type RowFault } from '#shared/batch/row.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import { isGood } from '#shared/finding/check-result.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { Untested } from '#cli/batch/row-secret.ts'
import { passwordEndIn } from '#cli/discover.ts'

/** A result line with the words for readers. */
export interface WrittenLine extends ResultLine {
  /** Why a row was not tested; `null` where it was. */
  readonly error: { readonly code: string; readonly title: string; readonly explanation: string } | null
}

/** How every line begins: `--resume` knows its own by it. */
export const LINE_BEGINNING = '{"schema":1,"line":'

export function testedLine(
  row: BatchRow,
  endpoints: readonly ServiceOutcome[],
  discovery: Discovery,
): WrittenLine {
  const failed = endpoints.find(({ verdict }) => !isGood(verdict))
  return {
    ...beginningOf(row, discovery),
    verdict: failed === undefined && endpoints.length > 0 ? 'ok' : 'problem',
    code: failed?.code ?? 'OK',
    endpoints,
    error: null,
  }
}

export function untestedLine(
  row: BatchRow,
  { code, facts }: Untested,
  discovery: Discovery | null,
  t: Translate,
): WrittenLine {
  const error = { code, ...codeWords(code, t, { store: t('store.keychain'), ...facts }) }
  return { ...beginningOf(row, discovery), verdict: 'problem', code, endpoints: [], error }
}

/** Of a wrong row nothing is repeated: its password may stand in any column. */
export function wrongLine(line: number, { code, facts }: RowFault, t: Translate): WrittenLine {
  const error = { code, ...codeWords(code, t, facts) }
  const nothing = { row: null, provider: null, passwordEnds: null, endpoints: [] }
  return { schema: 1, line, ...nothing, verdict: 'problem', code, error }
}

function beginningOf(row: BatchRow, discovery: Discovery | null) {
  const provider = discovery?.provider ?? null
  return {
    schema: 1,
    line: row.line,
    row: identityOf(row),
    provider: provider === null ? null : { id: provider.id, name: provider.name },
    passwordEnds: discovery === null ? null : passwordEndIn(discovery),
  } as const
}
