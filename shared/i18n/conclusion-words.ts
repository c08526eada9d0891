import type { Finding } from '#shared/finding/finding.ts'
import { findingWords, type FindingWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** What a look at all doors says about the network; nobody signed in, so there is no password to speak of. */
export function conclusionWords(finding: Finding, t: Translate): Omit<FindingWords, 'password'> {
  const { title, explanation } = findingWords(finding, t)
  if (finding.code !== 'NET_PORT_BLOCKED') return { title, explanation }
  const { host, ports = '', count = 1 } = finding.facts
  return {
    title: t('survey.blocked.title', { host: String(host), ports, count }),
    explanation: t('survey.blocked.text'),
  }
}
