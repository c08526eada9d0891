import type { ProvedService } from '#shared/domain/saved-account.ts'
import type { FinishedService } from '#shared/domain/finished-setup.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** What a mail program asks for, in the order in which it asks. */
export function settingRows(
  { endpoint, userName, signIn }: Pick<ProvedService | FinishedService, 'endpoint' | 'userName' | 'signIn'>,
  t: Translate,
): readonly (readonly [string, string])[] {
  return [
    [t('servers.field.host'), endpoint.host],
    [t('servers.field.port'), String(endpoint.port)],
    [t('servers.field.security'), t(`security-name.${endpoint.security}`)],
    signIn === 'none'
      ? [t('done.authentication'), t('done.authentication.none')]
      : [t('servers.field.user-name'), userName],
  ]
}
