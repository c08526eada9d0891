import type { Socket } from 'node:net'
import type { Fault } from '#shared/domain/fault.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { IpAddress } from '#shared/domain/stage.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { openTunnel } from '#engine/connection/open-tunnel.ts'
import { proxyFor, proxyName, type ProxyServer } from '#engine/net/proxy/proxy-server.ts'
import { raceAddresses } from '#engine/net/race.ts'
import type { StageContext, StageScope } from '#engine/connection/stage-context.ts'
import type { TrustedNetwork } from '#engine/connection/trusted-network.ts'

type Place = Pick<ServerEndpoint, 'host' | 'port'>

/** From a name to a connected socket: the stages `dns` and `connect`, and `proxy` where the way leads through one. */
export function reach(
  target: Place,
  context: StageContext,
  tools: TrustedNetwork,
): Promise<Outcome<Socket, Fault>> {
  const proxy = proxyFor(target.host, tools.proxy)
  return proxy === null ? reachDirectly(target, context, tools) : reachThrough(proxy, target, context, tools)
}

async function reachDirectly(
  { host, port }: Place,
  context: StageContext,
  tools: TrustedNetwork,
): Promise<Outcome<Socket, Fault>> {
  const { resolver, limits, addressFamily } = tools
  const found = await context.stage('dns', limits.dnsMs, async ({ signal, note }) => {
    const addresses = await resolver.addresses(host, signal)
    if (!addresses.ok) return addresses
    note({ addresses: addresses.value })
    return ofFamily(addresses.value, addressFamily)
  })
  if (!found.ok) return found
  return context.stage('connect', limits.connectMs, (scope) =>
    connect({ host, port }, found.value, scope, tools),
  )
}

function ofFamily(
  addresses: readonly IpAddress[],
  family: IpAddress['family'] | undefined,
): Outcome<readonly IpAddress[], Fault> {
  if (family === undefined) return ok(addresses)
  const wanted = addresses.filter((address) => address.family === family)
  return wanted.length === 0 ? fail({ kind: 'no-address-of-family', family }) : ok(wanted)
}

/**
 * The name of the server is left to the proxy: behind one there is often no resolver to ask, and a look-up
 * tells where the mail goes. The name of the proxy itself is looked up within `connect`.
 */
async function reachThrough(
  proxy: ProxyServer,
  target: Place,
  context: StageContext,
  tools: TrustedNetwork,
): Promise<Outcome<Socket, Fault>> {
  const { resolver, limits } = tools
  context.skip('dns', { why: 'proxy' })
  const socket = await context.stage('connect', limits.connectMs, async (scope) => {
    scope.note({ proxy: proxyName(proxy) })
    const addresses = await resolver.addresses(proxy.host, scope.signal)
    return addresses.ok ? connect(proxy, addresses.value, scope, tools) : addresses
  })
  if (!socket.ok) return socket
  const tunnel = await context.stage('proxy', limits.connectMs, ({ signal, note }) => {
    note({ proxy: proxyName(proxy) })
    const open = () => openTunnel(socket.value, proxy, target, tools)
    return tools.proxySignIn?.pass(proxy, open, signal) ?? open()
  })
  // A reader that still waits for an answer of the proxy ends with the socket.
  if (!tunnel.ok) socket.value.destroy()
  return tunnel
}

async function connect(
  { host, port }: Place,
  addresses: readonly IpAddress[],
  { signal, note }: StageScope<'connect'>,
  { dialer, clock }: TrustedNetwork,
): Promise<Outcome<Socket, Fault>> {
  note({ port })
  const connection = await raceAddresses({
    dialer,
    host,
    port,
    signal,
    addresses,
    now: () => clock.now(),
    onAttempt: (attempts) => note({ attempts }),
  })
  if (!connection.ok) return connection
  note({ address: connection.value.address.address })
  return ok(connection.value.socket)
}
