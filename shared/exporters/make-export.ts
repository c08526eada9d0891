import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import type { ExportedValue, ExportExtras, ExportFormat } from '#shared/exporters/export-format.ts'
import { blocks, when, type ExportLimit } from '#shared/exporters/limits.ts'
import { isVisibleLine } from '#shared/exporters/quoting.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** Why nothing is made: what the format cannot carry, or a value that it cannot write down safely. */
export type ExportProblem =
  | { readonly code: 'CFG_FORMAT'; readonly limits: readonly ExportLimit[] }
  | { readonly code: 'FILE_VALUE'; readonly value: ExportedValue }

/** The file for one program. It never holds a secret: a setup has none. */
export function makeExport(
  format: ExportFormat,
  setup: FinishedSetup,
  extras: ExportExtras,
): Outcome<string, ExportProblem> {
  const blocking = limitsOf(format, setup, extras).filter(({ weight }) => weight === 'blocks')
  if (blocking.length > 0) return fail({ code: 'CFG_FORMAT', limits: blocking })
  const unfit = valuesOf(format, setup, extras).find(
    ([kind, value]) => !isVisibleLine(value) || !format.carries(value, kind),
  )
  if (unfit !== undefined) return fail({ code: 'FILE_VALUE', value: unfit[0] })
  return ok(format.write(setup, extras))
}

/** What the format does not carry of this setup, known before it is made. */
export function limitsOf(
  format: ExportFormat,
  setup: FinishedSetup,
  { documentPath }: Pick<ExportExtras, 'documentPath'>,
): readonly ExportLimit[] {
  const isUnplaced = format.kind === 'names-document' && documentPath === null
  return [...format.limits(setup), ...when(isUnplaced, blocks('no-document-path'))]
}

function valuesOf(
  { kind: formatKind }: ExportFormat,
  { address, services }: FinishedSetup,
  { documentPath }: ExportExtras,
): readonly (readonly [ExportedValue, string])[] {
  return [
    ['address', address.ascii],
    ...services
      .filter(({ signIn }) => signIn !== 'none')
      .map(({ userName }) => ['user-name', userName] as const),
    ...(formatKind === undefined || documentPath === null ? [] : [['document-path', documentPath] as const]),
  ]
}
