import { isAligned } from '#shared/arrival/aligned.ts'
import type { ArrivalFacts, Asked, SpfEvaluation } from '#shared/arrival/facts.ts'
import { bad, good, notAsked, type Judgement, type Opinion } from '#shared/arrival/judgements/opinion.ts'
import { namesService, refersNowhere } from '#shared/arrival/judgements/spf-ways.ts'
import type { DnsRecord, Proof } from '#shared/arrival/report.ts'
import { proposeSpf } from '#shared/arrival/spf-proposal.ts'
import { brokenTerms, spfRecordsIn, termsOf } from '#shared/arrival/spf-record.ts'

/** RFC 7208 section 4.6.4. */
const MOST_LOOKUPS = 10
const MOST_VOIDS = 2

/** Which servers may send for the domain, and whether the chosen one is among them. */
export const spfJudgement: Judgement = {
  subject: 'spf',
  judge: (facts) => {
    const { texts } = facts.spf
    if (texts.state === 'unasked') return notAsked()
    const records = textsIn(texts)
    const [record] = records
    const proposed = (change: DnsRecord['change']) => [spfRecord(facts, change, records)]
    if (record === undefined) return missing(facts)
    if (records.length > 1) {
      return bad('ARRIVE_SPF_TWO', 'error', ['publish-record'], {
        facts: { count: records.length },
        records: [...records.slice(1).map((value) => removed(facts.domain, value)), ...proposed('replace')],
      })
    }
    const [broken] = brokenTerms(termsOf(record))
    if (broken !== undefined)
      return bad('ARRIVE_SPF_SYNTAX', 'error', ['publish-record'], {
        facts: { term: broken },
        records: proposed('replace'),
      })
    return judgeWhole(facts, record) ?? judgeService(facts, record)
  },
}

function textsIn(texts: Asked<readonly string[]>): readonly string[] {
  // Name servers give records in any order; a proposal must not depend on it.
  return texts.state === 'found' ? spfRecordsIn(texts.value).toSorted() : []
}

/** A record without a sending server would fail all mail of the domain, so the sending servers come first. */
function missing(facts: ArrivalFacts): Opinion {
  if (namesOf(facts).length === 0) return bad('ARRIVE_SPF_MISSING', 'error', ['ask-provider', 'send-test'])
  const { service, message } = facts
  const isCertain = service.spfInclude !== null || (message?.clientAddress ?? null) !== null
  return bad(
    'ARRIVE_SPF_MISSING',
    'error',
    isCertain ? ['publish-record'] : ['publish-record', 'ask-provider'],
    {
      proof: isCertain ? 'published' : 'indication',
      records: [spfRecord(facts, 'add', [])],
    },
  )
}

/** The limits, judged for an address that no mail server has: its evaluation follows every other record to the end. */
function judgeWhole(facts: ArrivalFacts, record: string): Opinion | null {
  const stranger = facts.spf.evaluations.find(({ from }) => from === 'nobody')
  if (stranger === undefined) return notAsked()
  const { lookups, voids, result } = stranger
  if (lookups > MOST_LOOKUPS || voids > MOST_VOIDS)
    return bad('ARRIVE_SPF_LOOKUPS', 'error', ['publish-record', 'ask-provider'], {
      facts: { lookups, voids },
    })
  if (result === 'permerror') {
    const target = refersNowhere(facts) ?? ''
    const without = record.split(' ').filter((term) => target === '' || !term.toLowerCase().includes(target))
    return bad('ARRIVE_SPF_BROKEN_INCLUDE', 'error', ['publish-record', 'ask-provider'], {
      facts: { target },
      records: [spfRecord(facts, 'replace', [without.join(' ')])],
    })
  }
  if (result === 'temperror') return notAsked()
  if (result === 'pass')
    return bad('ARRIVE_SPF_OPEN', 'error', ['publish-record'], {
      records: [spfRecord(facts, 'replace', [open(record)])],
    })
  return null
}

/** Removes the terms that match every address. */
function open(record: string): string {
  return record
    .split(' ')
    .filter((term) => !/^\+?(?:ip4:[0-9.]+\/0|ip6:[0-9a-f:.]+\/0)$/i.test(term))
    .join(' ')
}

/** (1) the documented name, (2) a message that arrived, (3) the addresses of the server, as no more than a sign. */
function judgeService(facts: ArrivalFacts, record: string): Opinion {
  const { spf, service } = facts
  const seen = byMessage(facts)
  if (seen === 'pass') return orWeak(facts, record, 'message')
  if (seen === 'other') return unnamed(facts, record, 'message')
  const named = namesService(facts)
  if (named === 'yes') return orWeak(facts, record, 'published')
  const servers = spf.evaluations.filter(({ from }) => from === 'server')
  // Some write the networks of the provider into their record in place of its name.
  if (servers.some(({ result }) => result === 'pass')) return orWeak(facts, record, 'indication')
  if (named === 'no') return unnamed(facts, record, 'published')
  if (servers.some(({ result }) => result === 'temperror')) return notAsked()
  return bad('ARRIVE_SPF_UNSURE', 'info', ['send-test', 'ask-provider'], {
    proof: 'indication',
    facts: { host: service.host ?? 'none' },
  })
}

/** `null` where the message says nothing about this domain, because its envelope bears another or it never left. */
function byMessage({ domain, message, spf }: ArrivalFacts): 'pass' | 'other' | null {
  const verdict = message?.verdicts.find(({ method }) => method === 'spf')
  const isAbout = verdict === undefined || verdict.domain === null || isAligned(verdict.domain, domain)
  if (!isAbout) return null
  const evaluated: SpfEvaluation | undefined = spf.evaluations.find(({ from }) => from === 'message')
  const proved = verdict?.proof === 'message' ? verdict.result : null
  if (evaluated?.result === 'pass' || proved === 'pass') return 'pass'
  if (evaluated !== undefined) return evaluated.result === 'temperror' ? null : 'other'
  return proved !== null && /^(?:fail|softfail|neutral|none)$/.test(proved) ? 'other' : null
}

function orWeak(facts: ArrivalFacts, record: string, proof: Proof): Opinion {
  const stranger = facts.spf.evaluations.find(({ from }) => from === 'nobody')
  const host = facts.service.host ?? 'none'
  return stranger?.result === 'neutral' || stranger?.result === 'none'
    ? bad('ARRIVE_SPF_WEAK', 'warning', ['publish-record'], {
        proof,
        records: [spfRecord(facts, 'replace', [record])],
      })
    : good({ proof, host }, { proof })
}

function unnamed(facts: ArrivalFacts, record: string, proof: Proof): Opinion {
  const { service, message } = facts
  return bad('ARRIVE_SPF_SERVICE', 'error', ['publish-record', 'ask-provider'], {
    proof,
    facts: {
      service: service.provider ?? service.host ?? 'none',
      address: proof === 'message' ? (message?.clientAddress ?? 'none') : 'none',
    },
    records: [spfRecord(facts, 'replace', [record])],
  })
}

function spfRecord(facts: ArrivalFacts, change: DnsRecord['change'], records: readonly string[]): DnsRecord {
  return { change, name: facts.domain, type: 'TXT', value: proposeSpf(records, namesOf(facts)) }
}

/** What stands for the service in the record. */
function namesOf({ service, message, spf, mx }: ArrivalFacts): readonly string[] {
  if (service.spfInclude !== null) return [`include:${service.spfInclude}`]
  const address = message?.clientAddress ?? null
  if (address !== null) return [`${address.includes(':') ? 'ip6' : 'ip4'}:${address}`]
  // Only where there is no record yet: an existing one is not widened on a guess.
  if (textsIn(spf.texts).length > 0 || service.host === null) return []
  return [...(mx.state === 'hosts' ? ['mx'] : []), `a:${service.host}`]
}

function removed(name: string, value: string): DnsRecord {
  return { change: 'remove', name, type: 'TXT', value }
}
