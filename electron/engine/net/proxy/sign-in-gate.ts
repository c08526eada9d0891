import { fail, type Outcome } from '#shared/outcome.ts'
import { waitWithin } from '#engine/interruption.ts'
import type { ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import type { TunnelFault } from '#engine/net/proxy/tunnel.ts'

/**
 * How long the others wait for the first. A proxy refuses a password about at once; what takes longer is its way to
 * one server, and that must not keep the others from theirs.
 */
const PATIENCE_MS = 1_000

/**
 * Lets one connection show the proxy its password first. The services of an account go through the same proxy, and
 * with a mistyped password that would be three refused sign-ins within a second: enough to lock an account that is
 * often the one of the whole company network.
 */
export class ProxySignInGate {
  #refusal: Promise<TunnelFault | null> | null = null

  /** Opens a tunnel, or ends with the refusal that another connection has heard. */
  async pass<T>(
    { credentials }: ProxyServer,
    open: () => Promise<Outcome<T, TunnelFault>>,
    signal: AbortSignal,
  ): Promise<Outcome<T, TunnelFault>> {
    if (credentials === null) return open()
    if (this.#refusal !== null) {
      const refusal = await waitWithin(PATIENCE_MS, this.#refusal, null, signal)
      return refusal === null ? open() : fail(refusal)
    }
    const opened = open()
    this.#refusal = opened.then(refusalIn, () => null)
    return opened
  }
}

function refusalIn(outcome: Outcome<unknown, TunnelFault>): TunnelFault | null {
  if (outcome.ok || outcome.error.kind !== 'proxy-refused') return null
  return outcome.error.reason.startsWith('auth') ? outcome.error : null
}
