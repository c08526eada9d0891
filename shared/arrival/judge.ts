import type { ArrivalFacts } from '#shared/arrival/facts.ts'
import { dkimJudgement } from '#shared/arrival/judgements/dkim.ts'
import { dmarcJudgement } from '#shared/arrival/judgements/dmarc.ts'
import { mtaStsJudgement } from '#shared/arrival/judgements/mta-sts.ts'
import { mxJudgement } from '#shared/arrival/judgements/mx.ts'
import type { Judgement } from '#shared/arrival/judgements/opinion.ts'
import { spfJudgement } from '#shared/arrival/judgements/spf.ts'
import { tlsaJudgement } from '#shared/arrival/judgements/tlsa.ts'
import type { ArrivalFinding, ArrivalReport } from '#shared/arrival/report.ts'
import type { Code } from '#shared/finding/codes.ts'
import { inert } from '#shared/text/inert.ts'

/** In the order in which they are shown: what decides about the inbox first. */
export const JUDGEMENTS: readonly Judgement[] = [
  spfJudgement,
  dkimJudgement,
  dmarcJudgement,
  mxJudgement,
  mtaStsJudgement,
  tlsaJudgement,
]

/** Nothing is wrong there, and nothing is proved either. */
const OPEN: ReadonlySet<Code> = new Set(['ARRIVE_DNS_FAIL', 'ARRIVE_DKIM_UNKNOWN', 'ARRIVE_SPF_UNSURE'])

/** What the facts mean for mail from the domain: one finding for each subject. */
export function judgeArrival(facts: ArrivalFacts): ArrivalReport {
  const findings = JUDGEMENTS.map((judgement) => conclude(judgement, facts))
  const isWrong = findings.some(({ severity }) => severity === 'error' || severity === 'warning')
  const isOpen = findings.some(({ code }) => OPEN.has(code))
  return { domain: facts.domain, verdict: isWrong ? 'problem' : isOpen ? 'open' : 'ok', findings }
}

/**
 * Users cannot publish records for the domain of their provider, and do not have to. Records are shown whole; the facts
 * that fill texts are cut to the length of any other text from the network.
 */
function conclude({ subject, judge }: Judgement, facts: ArrivalFacts): ArrivalFinding {
  const opinion = judge(facts)
  const { domain, ownedBy } = facts
  const finding = { subject, ...opinion, facts: inert({ domain, ...opinion.facts }) }
  if (ownedBy === null || finding.turn === 'nobody' || finding.turn === 'network') return finding
  return { ...finding, turn: 'provider', steps: ['provider-does'], records: [] }
}
