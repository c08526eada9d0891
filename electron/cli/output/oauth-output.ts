import { SIGN_IN_WAYS } from '#shared/contract/capabilities.ts'
import { isPossible } from '#shared/finding/action.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import { stepWords } from '#cli/output/step-words.ts'
import type { Style } from '#cli/output/style.ts'

/** Why the user could not sign in: the same form as that of a check that failed, and no server was tested. */
export function oauthText(finding: OAuthFinding, t: Translate, style: Style): string {
  const { title, explanation } = codeWords(finding.code, t, finding.facts)
  const { serverSaid, consentUrl } = finding
  const quote = serverSaid === null || serverSaid === '' ? [] : [`${t('server-said')}: ${serverSaid}`]
  const link = consentUrl === null ? [] : [t('oauth.consent-link', { url: consentUrl })]
  const steps = finding.actions
    .filter((action) => isPossible(action, SIGN_IN_WAYS))
    .map((action) => stepWords(action, t, finding))
  return [style.strong(title), explanation, ...quote, ...link, ...steps, style.quiet(finding.code)].join('\n')
}

export function oauthJson(address: string, finding: OAuthFinding, t: Translate) {
  const { code, turn, actions, serverSaid, consentUrl } = finding
  const words = codeWords(code, t, finding.facts)
  const facts = {
    ...finding.facts,
    ...(serverSaid === null ? {} : { serverSaid }),
    ...(consentUrl === null ? {} : { consentUrl }),
  }
  return {
    schema: 1,
    address,
    verdict: 'problem',
    endpoints: [],
    findings: [{ code, severity: 'error', turn, ...words, actions, facts }],
  }
}
