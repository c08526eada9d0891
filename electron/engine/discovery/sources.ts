import { catalogueSource } from '#engine/discovery/catalogue-source.ts'
import { mxSource } from '#engine/discovery/mx-source.ts'
import { proposalSource } from '#engine/discovery/proposal-source.ts'
import { srvSource } from '#engine/discovery/srv-source.ts'
import type { DiscoverySource } from '#engine/discovery/source.ts'

/** Every source, the most trusted first. */
export const SOURCES: readonly DiscoverySource[] = [catalogueSource, mxSource, srvSource, proposalSource]
