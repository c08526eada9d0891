import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { WebAnswer } from '#shared/domain/surroundings.ts'
import { inert } from '#shared/text/inert.ts'
import { interruptAfter, orInterrupted } from '#engine/interruption.ts'
import type { Network } from '#engine/net/network.ts'
import { proxyFor } from '#engine/net/proxy/proxy-server.ts'
import { LOOK_AROUND_MS } from '#engine/surroundings/observe-network.ts'
import { seePort } from '#engine/surroundings/see-port.ts'

/**
 * Asks the port of a mail server for a web page, once: a web server waits for the question while the mail program
 * waits for a greeting, and neither speaks. A mail server takes it ill to be spoken to before it has greeted, so this
 * is for a port that has been silent for long, or has said something that is no mail.
 */
export class WebAtPort {
  readonly #endpoint: ServerEndpoint
  readonly #network: Network
  readonly #signal: AbortSignal
  #asked: Promise<WebAnswer | null> | null = null

  constructor(endpoint: ServerEndpoint, network: Network, signal: AbortSignal) {
    this.#endpoint = endpoint
    this.#network = network
    this.#signal = signal
  }

  /** What it says, `null` where that is no answer of a web server; who comes later hears the same. */
  ask(): Promise<WebAnswer | null> {
    this.#asked ??= this.#ask()
    return this.#asked
  }

  async #ask(): Promise<WebAnswer | null> {
    const { host, port } = this.#endpoint
    const network = this.#network
    // Through a proxy it would be the proxy that answers.
    if (proxyFor(host, network.proxy) !== null) return null
    const deadline = interruptAfter(LOOK_AROUND_MS, this.#signal)
    const { signal } = deadline
    try {
      const found = await orInterrupted(signal, () => network.resolver.addresses(host, signal))
      if (!found.ok) return null
      const { web } = await seePort({ host, port, addresses: found.value }, 'web', network, signal)
      return web === null ? null : inert<WebAnswer>(web)
    } finally {
      deadline.end()
    }
  }
}
