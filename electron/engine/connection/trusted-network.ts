import type { IpAddress } from '#shared/domain/stage.ts'
import type { Network } from '#engine/net/network.ts'
import type { TrustStore } from '#engine/tls/trust.ts'

/** A network, and the authorities whose certificates prove who answers in it. */
export interface TrustedNetwork extends Network {
  readonly trust: TrustStore
  /** The one kind of address that is connected to, where a technician wants that; a proxy goes its own way. */
  readonly addressFamily?: IpAddress['family'] | undefined
}
