import type { Network } from '#engine/net/network.ts'
import type { TrustStore } from '#engine/tls/trust.ts'

/** A network, and the authorities whose certificates prove who answers in it. */
export interface TrustedNetwork extends Network {
  readonly trust: TrustStore
}
