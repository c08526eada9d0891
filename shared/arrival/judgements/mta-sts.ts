import type { ArrivalFacts } from '#shared/arrival/facts.ts'
import { bad, good, notAsked, type Judgement, type Opinion } from '#shared/arrival/judgements/opinion.ts'
import {
  fitsPolicy,
  hasPolicyId,
  parseStsPolicy,
  stsRecordsIn,
  type StsPolicy,
} from '#shared/arrival/sts-policy.ts'

/** Whether the domain enforces encryption of its incoming mail (RFC 8461). Optional, but a broken policy loses mail. */
export const mtaStsJudgement: Judgement = {
  subject: 'mta-sts',
  judge: (facts) => {
    const { texts, policy } = facts.mtaSts
    if (texts.state === 'unasked') return notAsked()
    const records = texts.state === 'found' ? stsRecordsIn(texts.value) : []
    const [record] = records
    if (record === undefined) return good({ mode: 'absent' })
    if (records.length > 1 || !hasPolicyId(record))
      return bad('ARRIVE_STS_RECORD', 'warning', ['publish-record'], {
        facts: { count: records.length },
        records: [
          ...records
            .slice(1)
            .map((value) => ({ change: 'remove', name: nameOf(facts), type: 'TXT', value }) as const),
          { change: 'replace', name: nameOf(facts), type: 'TXT', value: `v=STSv1; id=${newId(record)}` },
        ],
      })
    if (policy === 'not-asked') return notAsked()
    if (typeof policy === 'string') return noPolicy(facts, policy)
    const parsed = parseStsPolicy(policy.text)
    return parsed === null ? noPolicy(facts, 'broken') : judgeHosts(facts, parsed)
  },
}

function nameOf({ domain }: ArrivalFacts): string {
  return `_mta-sts.${domain}`
}

/** Any value that differs from the one before makes senders fetch the policy anew. */
function newId(record: string): string {
  const known = /id=\s{0,9}([^;]{0,60})/i.exec(record)?.[1]?.replace(/[^a-z0-9]/gi, '') ?? ''
  return `${known.slice(0, 30)}1`
}

function noPolicy({ domain }: ArrivalFacts, why: string): Opinion {
  return bad('ARRIVE_STS_POLICY', 'warning', ['mend-policy-file', 'ask-provider'], {
    facts: { why, host: `mta-sts.${domain}` },
  })
}

function judgeHosts({ mx, domain }: ArrivalFacts, policy: StsPolicy): Opinion {
  const stranger =
    policy.mode === 'none'
      ? undefined
      : mx.hosts.find(({ host, kind }) => kind === 'name' && !fitsPolicy(host, policy))
  if (stranger === undefined) return good({ mode: policy.mode })
  return bad('ARRIVE_STS_MX', policy.mode === 'enforce' ? 'error' : 'warning', ['mend-policy-file'], {
    facts: { host: stranger.host, mode: policy.mode, line: `mx: ${stranger.host}`, domain },
  })
}
