import { codeWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'

/** The facts that help an administrator of the authorization server, in the order of the message. */
function tellingLines({ facts, consentUrl, serverSaid }: OAuthFinding, t: Translate): readonly string[] {
  const telling = [
    ['oauth.admin.consent', consentUrl],
    ['oauth.admin.client', facts['clientId']],
    ['oauth.admin.redirect', facts['redirect']],
    ['oauth.admin.scopes', facts['scopes']],
    ['server-said', serverSaid],
  ] as const
  return telling.flatMap(([key, value]) => (value ? [`${t(key)}: ${value}`] : []))
}

/** A message to the administrator of an organisation's sign-in: what happened, and the link with which to agree. */
export function oauthAdminMessage(finding: OAuthFinding, address: string, t: Translate): string {
  const { code, facts } = finding
  const { title, explanation } = codeWords(code, t, facts)
  return [
    t('admin-message.hello'),
    '',
    t('admin-message.intro', { address }),
    '',
    `${title}. ${explanation}`,
    '',
    ...tellingLines(finding, t),
    `${t('admin-message.code')}: ${code}`,
    '',
    t('admin-message.thanks'),
  ].join('\n')
}
