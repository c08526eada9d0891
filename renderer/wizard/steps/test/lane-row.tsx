import { isGood } from '#shared/finding/check-result.ts'
import { proofIn } from '#shared/domain/evidence.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { useWords } from '#renderer/i18n/words.tsx'
import { newLane, type Lane } from '#renderer/wizard/machine/lanes.ts'
import type { TestedStep } from '#renderer/wizard/machine/state.ts'
import { EncryptedLine } from '#renderer/wizard/steps/test/lane/encrypted-line.tsx'
import { LaneDetails } from '#renderer/wizard/steps/test/lane/lane-details.tsx'
import styles from './lane-row.module.css'

/** The way of one service, which its row of the settings shows from the start of the test. */
export function laneOf({ lanes, services }: TestedStep, protocol: Protocol): Lane | null {
  const lane = lanes.find(({ endpoint }) => endpoint.protocol === protocol)
  if (lane !== undefined) return lane
  const service = services.find((candidate) => candidate.protocol === protocol)
  const isMeant = lanes.length === 0 && service?.use === 'test' && service.chosen !== null
  return isMeant ? newLane(service.chosen.endpoint) : null
}

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

/** The line of stations, and what a technician wants to know of it: both have their place before there is news. */
export function LaneRow({ lane }: { readonly lane: Lane }) {
  return (
    <div className={styles.lane}>
      <EncryptedLine lane={lane} />
      <LaneDetails lane={lane} />
    </div>
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
