import type { AppPasswordFormat } from '#shared/catalogue/app-password.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** What an app password looks like, in words. */
export function appPasswordFormatWords({ groups, each, between }: AppPasswordFormat, t: Translate): string {
  return t(`sign-in.look.${between}`, { letters: groups * each, groups, each })
}
