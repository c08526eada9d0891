import type { Evidence } from '#shared/domain/evidence.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import type { Redactor } from '#shared/report/redact.ts'
import { probe } from '#engine/probe/probe.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'

export interface LookOptions {
  readonly signal: AbortSignal
  /** Milliseconds since whatever the stages are to be counted from. */
  readonly now: () => number
  /** Told of each stage that is over, while the look goes on. */
  readonly onEnded?: (record: StageRecord) => void
  /** Where the server was told a secret at another port. */
  readonly redact?: Redactor
}

/** Looks at one endpoint as far as it goes without signing in; only the caller watches. */
export function probeWithoutLogin(
  endpoint: ServerEndpoint,
  tools: ProbeTools,
  { signal, now, onEnded = () => {}, redact = (text) => text }: LookOptions,
): Promise<Evidence> {
  return probe(
    {
      endpoint,
      entry: null,
      pin: null,
      signal,
      now,
      redact,
      onEvent: (event) => {
        if (event.status !== 'running') onEnded(event)
      },
      onWaiting: () => {},
    },
    tools,
  )
}
