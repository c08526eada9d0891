import { isGood } from '#shared/finding/check-result.ts'
import { proofIn } from '#shared/domain/evidence.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import styles from './lane-verdict.module.css'

/** How it stands with one service, in a word or two. */
export function LaneVerdict({ lane }: { readonly lane: Lane }) {
  const { t } = useWords()
  const { result } = lane
  const verdict = result?.verdict ?? 'running'
  return (
    <p className={styles.verdict} data-verdict={isOnlyReached(result) ? 'reachable' : verdict}>
      {outcomeWords(lane, t)}
    </p>
  )
}

/** A server that has only answered is no good news about the account yet. */
function isOnlyReached(result: Lane['result']): boolean {
  return result !== null && isGood(result.verdict) && proofIn(result.evidence) === null
}

/** How it stands, and where it failed whose turn it is. */
function outcomeWords({ result, waiting }: Lane, t: Translate): string {
  if (result === null) return t(waiting === null ? 'lane.running' : 'lane.waiting')
  const [finding] = result.findings
  if (result.verdict === 'failed') return t(`turn.${finding?.turn ?? 'nobody'}`)
  return verdictWords(result, t, 'lane')
}
