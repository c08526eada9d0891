import type { AddressProblem } from '#shared/domain/email-address.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** What is wrong with an address, in one sentence. */
export function addressProblemWords(problem: AddressProblem, t: Translate): string {
  return 'suggestion' in problem
    ? t(`address.${problem.reason}`, { suggestion: problem.suggestion })
    : t(`address.${problem.reason}`)
}
