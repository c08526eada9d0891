import type { Protocol } from '#shared/domain/protocol.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import {
  adminConsentUrl,
  isClientIdForm,
  NO_TENANT,
  type OAuthRegistration,
} from '#shared/oauth/client-registration.ts'
import { knownScopes } from '#shared/oauth/scopes.ts'
import type { Letter } from '#shared/report/letter.ts'

/** For whom and for what a client is to be registered. */
export interface ClientKitTarget {
  /** Who gives out the tokens, as people know them. */
  readonly server: string
  /** A domain of the organisation, or `NO_TENANT` where the account is private. */
  readonly tenant: string
  readonly protocols: readonly Protocol[]
  /** `''` as long as there is none. */
  readonly clientId: string
}

const STEPS = [1, 2, 3, 4, 5] as const

/**
 * What an administrator does to register Mailwright: five steps in the words of the console, the exact scopes, and the
 * link to agree with, once there is a client ID.
 */
export function clientKit(
  registration: OAuthRegistration,
  { server, tenant, protocols, clientId }: ClientKitTarget,
  t: Translate,
): Letter {
  const { console, page, redirect } = registration
  const audience = tenant === NO_TENANT ? 'personal' : 'organisation'
  const consent = isClientIdForm(console, clientId)
    ? adminConsentUrl(registration, { tenant, clientId, protocols })
    : null
  const body = [
    t('admin-message.hello'),
    '',
    t('oauth.kit.intro', { server, audience, tenant }),
    '',
    ...STEPS.map((step) => `${step}. ${t(`oauth.kit.${console}.${step}`, { page, audience })}`),
    '',
    ...(redirect === null ? [] : [`${t('oauth.kit.redirect')}: ${redirect}`]),
    `${t('oauth.kit.scopes')}:`,
    ...knownScopes(registration, protocols).ask.map((scope) => `- ${scope}`),
    ...(consent === null ? [] : ['', `${t('oauth.kit.consent')}:`, consent, t('oauth.kit.consent.after')]),
    '',
    t('oauth.kit.thanks'),
  ].join('\n')
  return { subject: t('oauth.kit.subject', { server }), body }
}
