import type { ArrivalFacts } from '#shared/arrival/facts.ts'
import { brokenTerms, spfRecordsIn, termsOf, welcomedBy } from '#shared/arrival/spf-record.ts'

/** More than ten records cannot be asked for anyway (RFC 7208 section 4.6.4). */
const MOST_RECORDS = 40

/** Whether the record leads to the one its provider documents; `null` where none is documented. */
export function namesService(facts: ArrivalFacts): 'yes' | 'no' | null {
  const { spfInclude } = facts.service
  if (spfInclude === null) return null
  return recordsOnTheWay(facts).has(spfInclude) ? 'yes' : 'no'
}

/** The first name on the way that has no record, several, or a broken one; it voids those that lead there. */
export function refersNowhere(facts: ArrivalFacts): string | null {
  for (const name of recordsOnTheWay(facts)) {
    if (name === facts.domain) continue
    const texts = facts.spf.visited[name]
    if (texts === undefined || texts.state === 'unasked') continue
    const records = texts.state === 'found' ? spfRecordsIn(texts.value) : []
    const [record] = records
    if (records.length !== 1 || record === undefined || brokenTerms(termsOf(record)).length > 0) return name
  }
  return null
}

/** Every name the record leads to, itself first; a circle ends where it began. */
function recordsOnTheWay({ domain, spf }: ArrivalFacts): ReadonlySet<string> {
  const seen = new Set<string>([domain])
  for (const name of seen) {
    const texts = Object.hasOwn(spf.visited, name) ? spf.visited[name] : undefined
    const [record] = texts?.state === 'found' ? spfRecordsIn(texts.value) : []
    if (record === undefined || seen.size > MOST_RECORDS) continue
    for (const next of welcomedBy(termsOf(record))) seen.add(next)
  }
  return seen
}
