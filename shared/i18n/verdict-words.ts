import { isGood, type EndpointResult } from '#shared/finding/check-result.ts'
import { proofIn } from '#shared/domain/evidence.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** How one service ended, in a word. A server that was only reached, without a sign-in, has not been proved to work. */
export function verdictWords(
  result: Pick<EndpointResult, 'verdict' | 'evidence'>,
  t: Translate,
  where: 'verdict' | 'lane' = 'verdict',
): string {
  const isOnlyReached = isGood(result.verdict) && proofIn(result.evidence) === null
  return t(isOnlyReached ? `${where}.reachable` : `${where}.${result.verdict}`)
}
