import { works } from '#shared/diagnosis/alternatives.ts'
import { usualAlternatives } from '#shared/discovery/usual-alternatives.ts'
import type { Trail } from '#shared/domain/evidence.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import type { Redactor } from '#shared/report/redact.ts'
import { probeWithoutLogin, type LookOptions } from '#engine/probe/probe-without-login.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'

/** How long the other ports may take altogether once they are looked at. */
const LOOK_MS = 3_000

/** A port that accepts no connection by then is none to recommend, and must not hold up the answer. */
const CONNECT_MS = 1_500

/** `elsewhere` leaves out the same port with the other kind of encryption. */
export type Where = 'everywhere' | 'elsewhere'

/**
 * Looks at the other ports of a server that does not answer, side by side and without signing in, so that a blocked
 * port ends in "465 works, use it?" and not in a bare timeout. Started at most once.
 */
export class OtherEndpoints {
  readonly #endpoint: ServerEndpoint
  readonly #tools: ProbeTools
  readonly #now: () => number
  readonly #redact: Redactor
  readonly #controller = new AbortController()
  readonly #trails: LiveTrail[] = []
  #looking: Promise<void> | null = null

  constructor(
    endpoint: ServerEndpoint,
    tools: ProbeTools,
    { now, redact }: Pick<LookOptions, 'now'> & { readonly redact: Redactor },
  ) {
    this.#endpoint = endpoint
    const { limits } = tools
    const connectMs = Math.min(limits.connectMs, CONNECT_MS)
    this.#tools = { ...tools, limits: { ...limits, connectMs, endpointMs: LOOK_MS } }
    this.#now = now
    this.#redact = redact
  }

  /** Settles as soon as one port works, or when all have been looked at. */
  observe(where: Where = 'everywhere'): Promise<void> {
    const { port } = this.#endpoint
    const endpoints = usualAlternatives(this.#endpoint).filter(
      (endpoint) => where === 'everywhere' || endpoint.port !== port,
    )
    this.#looking ??= new Promise((resolve, reject) => {
      const looks = endpoints.map((endpoint) => this.#probeWithoutLogin(endpoint, resolve))
      Promise.all(looks).then(() => resolve(), reject)
    })
    return this.#looking
  }

  /** What has been seen so far, at ports that are still being looked at too; empty before `observe`. */
  get trails(): readonly Trail[] {
    return this.#trails.map(({ endpoint, stages }) => ({ endpoint, stages: [...stages] }))
  }

  close(): void {
    this.#controller.abort()
  }

  /** A port is known to work before the probe has asked it everything: each stage that is over is looked at. */
  async #probeWithoutLogin(endpoint: ServerEndpoint, onWorks: () => void): Promise<void> {
    const trail: LiveTrail = { endpoint, stages: [] }
    this.#trails.push(trail)
    const onEnded = (record: StageRecord) => {
      trail.stages.push(record)
      if (works(trail)) onWorks()
    }
    const { signal } = this.#controller
    await probeWithoutLogin(endpoint, this.#tools, { signal, now: this.#now, redact: this.#redact, onEnded })
  }
}

interface LiveTrail extends Trail {
  readonly stages: StageRecord[]
}
