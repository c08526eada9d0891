import type { Evidence } from '#shared/domain/evidence.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import { probe } from '#engine/probe/probe.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'

export interface LookOptions {
  readonly signal: AbortSignal
  /** Milliseconds since whatever the stages are to be counted from. */
  readonly now: () => number
  /** Told of each stage that is over, while the look goes on. */
  readonly onEnded?: (record: StageRecord) => void
}

/** Looks at one endpoint as far as it goes without signing in; nobody watches but who asked. */
export function lookAt(
  endpoint: ServerEndpoint,
  tools: ProbeTools,
  { signal, now, onEnded = () => {} }: LookOptions,
): Promise<Evidence> {
  return probe(
    {
      endpoint,
      entry: null,
      pin: null,
      signal,
      now,
      // There is no secret in here to be taken out.
      redact: (text) => text,
      onEvent: (event) => {
        if (event.status !== 'running') onEnded(event)
      },
      onWaiting: () => {},
    },
    tools,
  )
}
