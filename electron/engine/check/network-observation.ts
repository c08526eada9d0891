import { isLoopbackHost } from '#shared/domain/host-name.ts'
import type { FailedStage } from '#shared/domain/stage.ts'
import { UNKNOWN_SURROUNDINGS, type Surroundings } from '#shared/domain/surroundings.ts'
import { proxyFor } from '#engine/net/proxy/proxy-server.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { controlHosts } from '#engine/surroundings/control-hosts.ts'
import { observeNetwork } from '#engine/surroundings/observe-network.ts'

/**
 * Looks around once for all services of a check, and only where something went wrong on the way to one: a
 * check that succeeds asks no server but the mail servers.
 */
export class NetworkObservation {
  readonly #hosts: readonly string[]
  readonly #tools: ProbeTools
  readonly #signal: AbortSignal
  #looking: Promise<Surroundings> | null = null

  constructor(
    address: string,
    mailHosts: readonly string[],
    { tools, signal }: { readonly tools: ProbeTools; readonly signal: AbortSignal },
  ) {
    const isElsewhere = mailHosts.some(
      (host) => !isLoopbackHost(host) && proxyFor(host, tools.proxy) === null,
    )
    this.#hosts = isElsewhere ? controlHosts(address, mailHosts, tools.controlHosts ?? []) : []
    this.#tools = tools
    this.#signal = signal
  }

  /** Asking takes a while at most; who comes later hears the same. */
  observe(): Promise<Surroundings> {
    if (this.#hosts.length === 0) return Promise.resolve(UNKNOWN_SURROUNDINGS)
    if (this.#looking === null) {
      this.#looking = observeNetwork(this.#hosts, this.#tools, this.#signal)
      // It is begun before a service waits for it; a bug in it is heard by those that do.
      this.#looking.catch(() => {})
    }
    return this.#looking
  }
}

/** Whether the network may be why this failed: the server had not shown yet that it is the one. */
export function mayBeTheNetwork({ stage, fault }: FailedStage): boolean {
  switch (fault.kind) {
    case 'name-not-found':
    case 'unreachable':
    case 'certificate':
    case 'not-tls':
    case 'wrong-service':
      return true
    case 'timeout':
    case 'refused':
    case 'disconnected':
    case 'tls-failed':
      return ['connect', 'tls', 'greeting'].includes(stage)
    default:
      return false
  }
}
