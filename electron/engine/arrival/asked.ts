import type { Asked } from '#shared/arrival/facts.ts'
import type { Outcome } from '#shared/outcome.ts'
import type { ResolverFault } from '#engine/environment.ts'

/** NXDOMAIN and an empty answer count as answers; a time-out or a failure of the name server does not. */
export function asked<T>(answer: Outcome<T, ResolverFault>): Asked<T> {
  if (answer.ok) return { state: 'found', value: answer.value }
  return answer.error.kind === 'name-not-found' ? { state: 'absent' } : { state: 'unasked' }
}

export function mapAsked<T, U>(answer: Asked<T>, change: (value: T) => U): Asked<U> {
  return answer.state === 'found' ? { state: 'found', value: change(answer.value) } : answer
}

const MOST_TEXTS = 100
/** RFC 7208 section 3.4 recommends records below 450 octets; keys of 4,096 bits are the longest that are honest. */
export const LONGEST_TEXT = 4_096

/** SECURITY: a name may hold thousands of long records, and each is read by several rules. */
export function fewTexts(answer: Asked<readonly string[]>): Asked<readonly string[]> {
  return mapAsked(answer, (texts) => texts.slice(0, MOST_TEXTS).map((text) => text.slice(0, LONGEST_TEXT)))
}
