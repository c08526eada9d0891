import { profileProblemWords } from '#shared/i18n/profile-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { FIX_CODES, type FixRefusal } from '#shared/programs/fix/fix-problem.ts'
import type { ProfileProblem } from '#shared/programs/profile-change.ts'

/** Why the settings of a program were not changed, or not put back. */
export function fixProblemWords(
  code: FixRefusal,
  program: string,
  t: Translate,
): { readonly code: FixRefusal; readonly title: string; readonly explanation: string } {
  const own = FIX_CODES.find((known) => known === code)
  if (own !== undefined)
    return { code, title: t(`fix.${own}.title`, { program }), explanation: t(`fix.${own}.text`, { program }) }
  return settingsProblemWords(code as ProfileProblem, program, t)
}

/** What is said elsewhere of a profile is said here of any file with settings. */
const OF_FILES = ['PROFILE_CHANGED', 'PROFILE_DAMAGED', 'PROFILE_NO_BACKUP'] as const

/** Why settings were not written, or not put back, although it is known what should stand there. */
export function settingsProblemWords(
  code: ProfileProblem,
  program: string,
  t: Translate,
): ReturnType<typeof profileProblemWords> {
  const own = OF_FILES.find((known) => known === code)
  if (own === undefined) return profileProblemWords(code, program, t)
  return { code, title: t(`fix.${own}.title`, { program }), explanation: t(`fix.${own}.text`, { program }) }
}
