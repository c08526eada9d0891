import { isAligned } from '#shared/arrival/aligned.ts'
import {
  dmarcRecordsIn,
  parseDmarc,
  proposeDmarc,
  type DmarcPolicy,
  type DmarcRecord,
} from '#shared/arrival/dmarc-record.ts'
import type { ArrivalFacts, Asked } from '#shared/arrival/facts.ts'
import type { MessageFacts, MessageVerdict } from '#shared/domain/message-facts.ts'
import { bad, good, notAsked, type Judgement, type Opinion } from '#shared/arrival/judgements/opinion.ts'
import type { DnsRecord } from '#shared/arrival/report.ts'

const STRENGTH: Readonly<Record<DmarcPolicy, number>> = { none: 0, quarantine: 1, reject: 2 }

/** What receivers are to do with mail that only pretends to be from the domain. */
export const dmarcJudgement: Judgement = {
  subject: 'dmarc',
  judge: (facts) => {
    const { own, above, organisation } = facts.dmarc
    if (own.state === 'unasked') return notAsked()
    const here = recordsIn(own)
    if (here.length === 0 && above.state === 'unasked') return notAsked()
    const place = here.length > 0 ? facts.domain : organisation
    const records = here.length > 0 ? here : recordsIn(above)
    const [record] = records
    if (record === undefined)
      return bad('ARRIVE_DMARC_MISSING', 'warning', ['publish-record'], {
        records: [dmarcRecord('add', organisation, proposeDmarc(null, null))],
      })
    if (records.length > 1) return several(records, place)
    const parsed = parseDmarc(record)
    if (parsed === null)
      return bad('ARRIVE_DMARC_SYNTAX', 'warning', ['publish-record'], {
        records: [dmarcRecord('replace', place, proposeDmarc(record, null))],
      })
    return judgePolicy(facts, parsed, record, place)
  },
}

function recordsIn(texts: Asked<readonly string[]>): readonly string[] {
  return texts.state === 'found' ? dmarcRecordsIn(texts.value) : []
}

/**
 * The mildest stays, because it loses no mail. Receivers take none of several (RFC 7489 section 6.6.3), and name
 * servers give them in any order.
 */
function several(records: readonly string[], place: string): Opinion {
  const strength = (record: string) => {
    const parsed = parseDmarc(record)
    return parsed === null ? Infinity : STRENGTH[parsed.policy]
  }
  const [kept = ''] = records.toSorted((a, b) => strength(a) - strength(b) || a.localeCompare(b))
  const others = records.filter((record) => record !== kept)
  return bad('ARRIVE_DMARC_TWO', 'warning', ['publish-record'], {
    facts: { count: records.length },
    records: [
      ...others.map((value) => dmarcRecord('remove', place, value)),
      dmarcRecord('replace', place, proposeDmarc(kept, null)),
    ],
  })
}

function judgePolicy(facts: ArrivalFacts, parsed: DmarcRecord, record: string, place: string): Opinion {
  const policy = place === facts.domain ? parsed.policy : parsed.subdomains
  const aligned = facts.message === null ? null : alignmentOf(facts.message, facts.domain, parsed)
  if (aligned?.holds === 'no')
    return bad(
      'ARRIVE_DMARC_ALIGN',
      policy === 'none' ? 'warning' : 'error',
      ['switch-on-signing', 'ask-provider'],
      {
        proof: aligned.proof,
        facts: { policy },
      },
    )
  const unwilling = facts.dmarc.reports.find(({ agreed }) => agreed.state === 'absent')
  if (unwilling !== undefined)
    return bad('ARRIVE_DMARC_REPORTS', 'warning', ['ask-recipient-of-reports'], {
      facts: { target: unwilling.domain, name: `${place}._report._dmarc.${unwilling.domain}` },
    })
  // The policy is published whatever a message shows: an indication adds nothing to that.
  const proof = aligned?.proof === 'message' ? 'message' : 'published'
  if (place !== facts.domain && STRENGTH[policy] < STRENGTH[parsed.policy])
    return bad('ARRIVE_DMARC_SUBDOMAIN', 'info', ['tighten-later'], {
      proof,
      facts: { policy, organisation: place },
    })
  if (policy === 'none')
    return bad('ARRIVE_DMARC_NONE', 'info', ['tighten-later'], {
      proof,
      records: [dmarcRecord('replace', place, proposeDmarc(record, 'quarantine'))],
    })
  return good({ policy }, { proof })
}

interface Alignment {
  readonly holds: 'yes' | 'no'
  readonly proof: MessageVerdict['proof']
}

/** RFC 7489 section 4.2: one of both is enough. `null` where the receiver said nothing about either. */
function alignmentOf({ verdicts }: MessageFacts, domain: string, parsed: DmarcRecord): Alignment | null {
  const passed = verdicts.filter((one) => one.result === 'pass' && speaksFor(one, domain, parsed))
  if (passed.length > 0) return { holds: 'yes', proof: has(passed, 'message') ? 'message' : 'indication' }
  const checked = verdicts.filter(({ method }) => method !== 'dmarc')
  if (checked.length === 0) return null
  return { holds: 'no', proof: has(checked, 'indication') ? 'indication' : 'message' }
}

function speaksFor({ method, domain: proved }: MessageVerdict, domain: string, parsed: DmarcRecord): boolean {
  if (method === 'dmarc') return proved === null || isAligned(proved, domain)
  return isAligned(proved, domain, method === 'spf' ? parsed.spf : parsed.dkim)
}

function has(verdicts: readonly MessageVerdict[], proof: MessageVerdict['proof']): boolean {
  return verdicts.some((one) => one.proof === proof)
}

function dmarcRecord(change: DnsRecord['change'], place: string, value: string): DnsRecord {
  return { change, name: `_dmarc.${place}`, type: 'TXT', value }
}
