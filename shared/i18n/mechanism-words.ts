import type { MechanismTrial } from '#shared/finding/mechanism-report.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** What came of the sign-in by one mechanism. */
export function mechanismWords({ verdict }: Pick<MechanismTrial, 'verdict'>, t: Translate): string {
  return t(`mechanisms.${verdict}`)
}
