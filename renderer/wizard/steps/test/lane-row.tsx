import type { Protocol } from '#shared/domain/protocol.ts'
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

/** The line of stations, and what a technician wants to know of it: both have their place before there is news. */
export function LaneRow({ lane }: { readonly lane: Lane }) {
  return (
    <div className={styles.lane}>
      <EncryptedLine lane={lane} />
      <LaneDetails lane={lane} />
    </div>
  )
}
