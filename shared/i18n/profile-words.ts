import { codeWords } from '#shared/i18n/finding-words.ts'
import type { TextKey } from '#shared/i18n/languages.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { ProfileProblem } from '#shared/programs/profile-change.ts'
import type { InspectProblem } from '#shared/programs/read-profile.ts'

/** What is said elsewhere of Mailwright's own folder, or of servers, is another thing here. */
const OWN_WORDS = ['FILE_DENIED', 'FILE_FULL', 'CFG_CONFIRM'] as const satisfies readonly ProfileProblem[]

/** Why settings were not read. */
export function inspectProblemWords(
  code: InspectProblem,
  program: string,
  t: Translate,
): ReturnType<typeof profileProblemWords> {
  const words = profileProblemWords(code, program, t)
  return code === 'FILE_DENIED' ? { ...words, explanation: t('inspect.denied', { program }) } : words
}

/** Why nothing was written into a profile, or taken back. */
export function profileProblemWords(
  code: ProfileProblem,
  program: string,
  t: Translate,
): { readonly code: ProfileProblem; readonly title: string; readonly explanation: string } {
  const own = OWN_WORDS.find((known) => known === code)
  if (own === undefined)
    return { code, ...codeWords(code, t, { program, value: t('export.value.user-name') }) }
  const text = (part: 'title' | 'text'): TextKey => `profile.${own}.${part}`
  return { code, title: t(text('title')), explanation: t(text('text'), { program }) }
}
