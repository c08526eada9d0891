import { codeWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'

/** The facts that help an administrator of the authorization server, in the order of the message. */
const FACTS = [
  ['consentUrl', 'oauth.admin.consent'],
  ['clientId', 'oauth.admin.client'],
  ['redirect', 'oauth.admin.redirect'],
  ['scopes', 'oauth.admin.scopes'],
  ['serverSaid', 'server-said'],
] as const

/** A message to the administrator of an organisation's sign-in: what happened, and the link with which to agree. */
export function oauthAdminMessage({ code, facts }: OAuthFinding, address: string, t: Translate): string {
  const { title, explanation } = codeWords(code, t, facts)
  const lines = FACTS.flatMap(([name, key]) => {
    const value = facts[name]
    return value === undefined || value === '' ? [] : [`${t(key)}: ${value}`]
  })
  return [
    t('admin-message.hello'),
    '',
    t('admin-message.intro', { address }),
    '',
    `${title}. ${explanation}`,
    '',
    ...lines,
    `${t('admin-message.code')}: ${code}`,
    '',
    t('admin-message.thanks'),
  ].join('\n')
}
