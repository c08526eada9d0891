import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import type { ExportedValue, ExportExtras, ExportFormat } from '#shared/exporters/export-format.ts'
import type { ExportLimit } from '#shared/exporters/limits.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** Why nothing is made: what the format cannot carry, or a value that it cannot write down safely. */
export type ExportProblem =
  | { readonly code: 'CFG_FORMAT'; readonly limits: readonly ExportLimit[] }
  | { readonly code: 'FILE_VALUE'; readonly value: ExportedValue }

/** The characters that no line of a settings file may hold, whatever its quoting. */
const BREAKS_LINES = /[\p{Cc}\u2028\u2029\ufffe\uffff]/u

/** The file for one program. It never holds a secret: a setup has none. */
export function makeExport(
  format: ExportFormat,
  setup: FinishedSetup,
  extras: ExportExtras,
): Outcome<string, ExportProblem> {
  const blocking = format.limits(setup).filter(({ weight }) => weight === 'blocks')
  if (blocking.length > 0) return fail({ code: 'CFG_FORMAT', limits: blocking })
  const unfit = valuesOf(setup, extras).find(
    ([kind, value]) => BREAKS_LINES.test(value) || !value.isWellFormed() || !format.carries(value, kind),
  )
  if (unfit !== undefined) return fail({ code: 'FILE_VALUE', value: unfit[0] })
  return ok(format.write(setup, extras))
}

function valuesOf(
  { address, services }: FinishedSetup,
  { documentPath }: ExportExtras,
): readonly (readonly [ExportedValue, string])[] {
  return [
    ['address', address.ascii],
    ...services
      .filter(({ signIn }) => signIn !== 'none')
      .map(({ userName }) => ['user-name', userName] as const),
    ...(documentPath === null ? [] : [['document-path', documentPath] as const]),
  ]
}
