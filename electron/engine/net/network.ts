import type { AddressScope } from '#shared/domain/ip-scope.ts'
import type { Limits } from '#engine/limits.ts'
import type { ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import type { ProxySignInGate } from '#engine/net/proxy/sign-in-gate.ts'
import type { Clock, Dialer, Resolver } from '#engine/environment.ts'

/** The network as it is, or as a test or the practice mode makes it. */
export interface Network {
  readonly resolver: Resolver
  readonly dialer: Dialer
  /** `null`: straight to the server. */
  readonly proxy: ProxyServer | null
  /** Shared by all that go through the proxy for one purpose of the user. */
  readonly proxySignIn?: ProxySignInGate
  /**
   * In which part of the world an address is, for what servers may lead to. Left out, the world is the real
   * one; the practice mode and the tests, whose internet is this computer, bring their own.
   */
  readonly scopeOf?: (address: string) => AddressScope
  readonly clock: Clock
  readonly limits: Limits
}
