import { dirname } from 'node:path'
import type { PlaceProblem } from '#shared/domain/place-problem.ts'
import type { UntranslatedText } from '#shared/i18n/untranslated-text.ts'
import { PLACE_PROBLEM_CODES } from '#engine/files/new-file.ts'
import { inertLine } from '#cli/output/inert.ts'

/** Why nothing is written where the user said, with the option that named the place. */
export function placeProblemText(
  option: '--report' | '--out' | '--html',
  file: string,
  problem: PlaceProblem,
): UntranslatedText & { readonly values: NonNullable<UntranslatedText['values']> } {
  const reason: UntranslatedText = {
    key: problem === 'exists' && option === '--out' ? 'cli.place.exists-force' : `cli.place.${problem}`,
    values: { folder: inertLine(dirname(file)) },
    code: PLACE_PROBLEM_CODES[problem],
  }
  return { key: 'cli.place', values: { option, file: inertLine(file), reason } }
}
