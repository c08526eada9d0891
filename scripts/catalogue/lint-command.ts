import { PROVIDERS } from '../../shared/catalogue/providers.ts'
import type { IsoDate } from '../../shared/catalogue/source.ts'
import { IMPORTED } from '../../shared/imported/records.ts'
import { countKnown } from './count.ts'
import { lintCatalogue, pastAge } from './lint.ts'
import { UNSTORED } from './unstored.ts'

/** Half a year: servers move seldom, and ways to sign in end with more notice. */
const AGE_LIMIT_DAYS = 183

/** What is wrong with the catalogue, and what was compared too long ago; only the first fails. */
export function lintCommand(today: IsoDate): number {
  const problems = lintCatalogue({ providers: PROVIDERS, imported: IMPORTED, unstored: UNSTORED })
  const old = pastAge({ providers: PROVIDERS, imported: IMPORTED }, today, AGE_LIMIT_DAYS)
  const known = countKnown(PROVIDERS, IMPORTED)
  const lines = [
    ...problems.map((problem) => `wrong: ${Object.values(problem).join(' ')}`),
    ...old.map((one) => `old: ${one}`),
    `${known.providers} providers, ${known.domains} domains`,
    `${problems.length} wrong, ${old.length} older than ${AGE_LIMIT_DAYS} days`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return problems.length === 0 ? 0 : 1
}
