import type { SetupGone } from '#shared/domain/setup-gone.ts'
import type { CheckResult, EndpointResult } from '#shared/finding/check-result.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Stage, StageEvent } from '#shared/domain/stage.ts'

/** What a live test tells while it runs, in the order in which it happens. */
export type TestEvent =
  | {
      readonly type: 'started'
      readonly endpoints: readonly ServerEndpoint[]
      /** Tells the network of this computer from others; `''` where it is not known. */
      readonly network: string
      /** By the clock of the engine's computer, ISO 8601 in UTC. */
      readonly at: string
    }
  | { readonly type: 'stage'; readonly protocol: Protocol; readonly event: StageEvent }
  /** Nothing has come back for a while; the stage goes on until its deadline. */
  | { readonly type: 'waiting'; readonly protocol: Protocol; readonly stage: Stage; readonly sinceMs: number }
  | { readonly type: 'result'; readonly protocol: Protocol; readonly result: EndpointResult }
  | { readonly type: 'done'; readonly result: CheckResult }
  | SetupGone
