import type { MailHostFacts } from '#shared/arrival/facts.ts'
import { good, type Judgement } from '#shared/arrival/judgements/opinion.ts'

/**
 * For information: whether the mail servers pin their certificates in DNS (RFC 7672). Whether the zone is signed,
 * without which such a record means nothing, cannot be seen from here.
 */
export const tlsaJudgement: Judgement = {
  subject: 'tlsa',
  judge: ({ mx: { state, hosts } }) =>
    good({
      state: state === 'unasked' ? 'unasked' : stateOf(hosts),
      count: hosts.filter(({ tlsa }) => tlsa.state === 'found').length,
    }),
}

function stateOf(hosts: readonly MailHostFacts[]): 'none' | 'unasked' | 'odd' | 'some' | 'all' {
  const pinned = hosts.flatMap(({ tlsa }) => (tlsa.state === 'found' ? [tlsa.value] : []))
  if (pinned.length === 0) return hosts.some(({ tlsa }) => tlsa.state === 'unasked') ? 'unasked' : 'none'
  // RFC 7672 section 3.1.3: usages 0 and 1 say nothing to a mail server.
  if (pinned.some((usages) => !usages.some((usage) => usage === 2 || usage === 3))) return 'odd'
  return pinned.length < hosts.length ? 'some' : 'all'
}
