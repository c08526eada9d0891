import type { PortSighting, Survey } from '#shared/survey/port-report.ts'
import { usualEndpointsOf } from '#shared/survey/port-sighting.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { IpAddress } from '#shared/domain/stage.ts'
import { ok } from '#shared/outcome.ts'
import type { Redactor } from '#shared/report/redact.ts'
import { NetworkObservation } from '#engine/check/network-observation.ts'
import { orInterrupted } from '#engine/interruption.ts'
import { proxyFor } from '#engine/net/proxy/proxy-server.ts'
import { probeWithoutLogin, type LookOptions } from '#engine/probe/probe-without-login.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'

/** How many ports are tried at the same time: enough to be quick, few enough not to look like an attack. */
const AT_ONCE = 16

/** A port that has not accepted the connection by then is called silent. */
const CONNECT_MS = 4_000
const LOOK_MS = 12_000

type SeeOptions = Required<Pick<LookOptions, 'signal' | 'redact'>>

interface Look {
  readonly endpoint: ServerEndpoint
  readonly address: IpAddress | null
}

/**
 * Looks at every usual mail port of these hosts, at one address of each family, without signing in anywhere.
 * @param address of the account, for the look at the network around; `''` where there is none
 * @param redact where a server has been told a secret before
 * @returns what was seen, in the order of hosts, ports and families
 */
export async function surveyPorts(
  hosts: readonly string[],
  address: string,
  tools: ProbeTools,
  parent: AbortSignal,
  redact: Redactor = (text) => text,
): Promise<Survey> {
  const over = new AbortController()
  const signal = AbortSignal.any([parent, over.signal])
  const { limits } = tools
  const patient = {
    ...tools,
    limits: {
      ...limits,
      connectMs: Math.min(limits.connectMs, CONNECT_MS),
      endpointMs: Math.min(limits.endpointMs, LOOK_MS),
    },
  }
  try {
    const networkObservation = new NetworkObservation(address, hosts, { tools, signal }).observe()
    const looks = (await Promise.all(hosts.map((host) => looksAt(host, tools, signal)))).flat()
    const sightings = await seePorts(looks, patient, { signal, redact })
    return { sightings, surroundings: await networkObservation }
  } finally {
    // After a bug in one look the others are called off.
    over.abort()
  }
}

async function seePorts(
  looks: readonly Look[],
  tools: ProbeTools,
  options: SeeOptions,
): Promise<readonly PortSighting[]> {
  const seen = new Map<Look, PortSighting>()
  const waiting = [...looks]
  const worker = async () => {
    for (let observe = waiting.shift(); observe !== undefined; observe = waiting.shift())
      seen.set(observe, await seePort(observe, tools, options))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return looks.flatMap((observe) => seen.get(observe) ?? [])
}

/** One address of each family; behind a proxy, and where the name has no address, the name itself once. */
async function looksAt(host: string, tools: ProbeTools, signal: AbortSignal): Promise<readonly Look[]> {
  const endpoints = usualEndpointsOf(host)
  const nameless = endpoints.map((endpoint) => ({ endpoint, address: null }))
  if (proxyFor(host, tools.proxy) !== null) return nameless
  const found = await orInterrupted(signal, () => tools.resolver.addresses(host, signal))
  if (!found.ok) return nameless.slice(0, 1)
  const families = [4, 6].flatMap((family) => found.value.find((one) => one.family === family) ?? [])
  return endpoints.flatMap((endpoint) => families.map((address) => ({ endpoint, address })))
}

async function seePort(
  { endpoint, address }: Look,
  tools: ProbeTools,
  options: SeeOptions,
): Promise<PortSighting> {
  const startedMs = tools.clock.now()
  const resolver =
    address === null ? tools.resolver : { ...tools.resolver, addresses: () => Promise.resolve(ok([address])) }
  const now = () => tools.clock.now() - startedMs
  const evidence = await probeWithoutLogin(endpoint, { ...tools, resolver }, { ...options, now })
  return { address, evidence }
}
