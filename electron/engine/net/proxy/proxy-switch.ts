import type { ProxyDescription, ProxyProblem } from '#shared/domain/proxy.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { proxyName, type ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import { parseProxyUrl } from '#engine/net/proxy/proxy-url.ts'
import type { Network } from '#engine/net/network.ts'

/** A proxy as the user typed it. */
export interface TypedProxy {
  /** `host:port`, or with the kind before it. */
  readonly address: string
  /** Empty where it wants no sign-in. */
  readonly userName: string
  readonly password: string | null
}

/** The proxy of this program: as laid down when it began, until the user says otherwise. In memory only. */
export class ProxySwitch {
  #current: ProxyServer | null

  constructor(laidDown: ProxyServer | null) {
    this.#current = laidDown
  }

  get current(): ProxyServer | null {
    return this.#current
  }

  describe(): ProxyDescription | null {
    return this.#current === null ? null : description(this.#current)
  }

  /** What does not make sense changes nothing. */
  use(typed: TypedProxy | null): Outcome<ProxyDescription | null, ProxyProblem> {
    const proxy = typed === null ? ok(null) : readTyped(typed)
    if (!proxy.ok) return proxy
    this.#current = proxy.value
    return ok(this.describe())
  }
}

/** The same network, whose proxy is the one that is switched on when a connection sets out. */
export function throughSwitch<T extends Network>(network: T, proxies: ProxySwitch): T {
  return {
    ...network,
    get proxy() {
      return proxies.current
    },
  }
}

function description(proxy: ProxyServer): ProxyDescription {
  return {
    address: `${proxy.kind}://${proxyName(proxy)}`,
    signIn: proxy.credentials === null ? 'no' : 'yes',
  }
}

/** Most people are told a host and a port, and mean the usual kind. */
function readTyped({ address, userName, password }: TypedProxy): Outcome<ProxyServer, ProxyProblem> {
  const text = address.trim()
  const url = text.includes('://') ? text : `http://${text}`
  // In that field a password could be read over one's shoulder.
  if (url.includes('@')) return fail('credentials')
  if (userName === '') return password === null ? parseProxyUrl(url) : fail('credentials')
  const signIn = [userName, password ?? ''].map((part) => encodeURIComponent(part.toWellFormed())).join(':')
  return parseProxyUrl(url.replace('://', `://${signIn}@`))
}
