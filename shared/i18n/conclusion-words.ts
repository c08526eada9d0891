import type { Finding } from '#shared/finding/finding.ts'
import { findingWords, type FindingWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** What a survey of all ports says about the network. It signs in nowhere, so there is no word about the password. */
export function conclusionWords(finding: Finding, t: Translate): Omit<FindingWords, 'password'> {
  const { title, explanation } = findingWords(finding, t)
  if (finding.code !== 'NET_PORT_BLOCKED') return { title, explanation }
  const { host, ports = '', count = 1 } = finding.facts
  return {
    title: t('survey.blocked.title', { host: String(host), ports, count }),
    explanation: t('survey.blocked.text'),
  }
}
