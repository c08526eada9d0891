import type { MechanismOrder } from '#shared/domain/mechanism.ts'
import type { TrustedNetwork } from '#engine/connection/trusted-network.ts'

/** What a probe works with, and the look around when it fails. */
export interface ProbeTools extends TrustedNetwork {
  /** Tells the network this computer is in from others. */
  readonly network?: () => string
  /** Hosts an administrator named to be asked whether anything gets out of the network. */
  readonly controlHosts?: readonly string[]
  /** As the organisation has laid it down; `plain-first` where it has not. */
  readonly mechanismOrder?: MechanismOrder
  /** What EHLO is said with, where a technician wants another name; as `parseEhloName` gives it. */
  readonly ehloName?: string | undefined
}
