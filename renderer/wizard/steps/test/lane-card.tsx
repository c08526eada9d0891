import { isGood } from '#shared/finding/check-result.ts'
import { proofIn } from '#shared/domain/evidence.ts'
import { isShareable } from '#shared/report/causes.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import type { ResultStep, TestStep } from '#renderer/wizard/machine/state.ts'
import { FindingPanel } from '#renderer/wizard/steps/test/finding/finding-panel.tsx'
import type { Depth } from '#renderer/wizard/steps/test/lane/depth.ts'
import { LaneDetails } from '#renderer/wizard/steps/test/lane/lane-details.tsx'
import { EncryptedLine } from '#renderer/wizard/steps/test/lane/encrypted-line.tsx'
import styles from './lane-card.module.css'

interface LaneCardProps {
  readonly lane: Lane
  readonly depth: Depth
  readonly state: TestStep | ResultStep
}

/** One service: its line, its outcome, and below them what went wrong. */
export function LaneCard({ lane, depth, state }: LaneCardProps) {
  const { t } = useWords()
  const { endpoint, result } = lane
  const verdict = result?.verdict ?? 'running'
  return (
    <section className={styles.card} data-protocol={endpoint.protocol} data-verdict={verdict}>
      <div className={styles.row}>
        <div className={styles.who}>
          <h2>{t(`service.${endpoint.protocol}`)}</h2>
          <span>{endpoint.host}</span>
        </div>
        <EncryptedLine lane={lane} />
        <p className={styles.verdict} data-verdict={isOnlyReached(result) ? 'reachable' : verdict}>
          {outcomeWords(lane, t)}
        </p>
      </div>
      {result?.findings
        .filter((finding) => !isShareable(finding))
        .map((finding) => (
          <FindingPanel
            key={finding.code}
            cause={{ finding, result, results: [result] }}
            state={state}
            heading="h3"
          />
        ))}
      {(result !== null || depth === 'technician') && <LaneDetails lane={lane} depth={depth} />}
    </section>
  )
}

/** A server that has only answered is no good news about the account yet. */
function isOnlyReached(result: Lane['result']): boolean {
  return result !== null && isGood(result.verdict) && proofIn(result.evidence) === null
}

/** How it stands, and where it failed whose turn it is. */
function outcomeWords({ result, waiting }: Lane, t: ReturnType<typeof useWords>['t']): string {
  if (result === null) return t(waiting === null ? 'lane.running' : 'lane.waiting')
  const [finding] = result.findings
  if (result.verdict === 'failed') return t(`turn.${finding?.turn ?? 'nobody'}`)
  return verdictWords(result, t, 'lane')
}
