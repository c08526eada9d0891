import { codeWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import { letterTitle, utcTime, type Letter } from '#shared/report/letter.ts'

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
export function oauthAdminMessage(finding: OAuthFinding, address: string, t: Translate): Letter {
  const { code, facts, failedAt } = finding
  const title = letterTitle(code, facts, codeWords(code, t, facts).title, t)
  const body = [
    t('admin-message.hello'),
    '',
    t('admin-message.intro', { address, addressee: finding.turn }),
    '',
    `${title}.`,
    '',
    ...tellingLines(finding, t),
    ...(failedAt === undefined ? [] : [`${t('admin-message.time')}: ${utcTime(failedAt)}`]),
    `${t('admin-message.code')}: ${code}`,
    '',
    t('admin-message.thanks'),
  ].join('\n')
  return { subject: `${facts['server'] ?? ''}: ${title}`, body }
}
