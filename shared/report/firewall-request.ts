import { publishedRangesOf } from '#shared/catalogue/published-ranges.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { addressesIn, reached, type Trail } from '#shared/domain/evidence.ts'
import { formatHost } from '#shared/domain/server-endpoint.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { ComparedService } from '#shared/report/network-comparison.ts'
import type { PortReport } from '#shared/survey/port-report.ts'
import { RELAY_PORT } from '#shared/survey/port-sighting.ts'

/** The ports that this network blocks: their host answers at others. */
function blockedPorts(reports: readonly PortReport[]): readonly PortReport[] {
  return reports.filter(({ code, endpoint }) => code === 'NET_PORT_BLOCKED' && endpoint.port !== RELAY_PORT)
}

/**
 * A request to the network administrator: which ports are blocked, which of the same hosts are open, and what to
 * allow. `null` where nothing is blocked. It holds host names and ports, and neither address nor user name.
 */
export function firewallRequest(reports: readonly PortReport[], t: Translate): string | null {
  const blocked = blockedPorts(reports)
  if (blocked.length === 0) return null
  const hosts = new Set(blocked.map(({ endpoint }) => endpoint.host))
  const open = reports.filter(({ state, endpoint }) => state === 'open' && hosts.has(endpoint.host))
  return requestToOpen(blocked, open, t)
}

/** The same after two networks were compared: what one of them blocks the other has let through. */
export function comparisonRequest(mended: readonly ComparedService[], t: Translate): string {
  return requestToOpen(
    mended.flatMap(({ now }) => endpointsOf(now.evidence)),
    [],
    t,
  )
}

/** The same for one service of a live check, with the ports of its host that were found open. */
export function portRequest({ evidence, alternatives }: BlockedService, t: Translate): string {
  const open = alternatives.filter((trail) => reached(trail, 'connect'))
  return requestToOpen(endpointsOf(evidence), open.flatMap(endpointsOf), t)
}

type BlockedService = Pick<EndpointResult, 'evidence' | 'alternatives'>

function endpointsOf(trail: Trail): readonly Endpoint[] {
  const { endpoint } = trail
  const addresses = addressesIn(trail)
  return addresses.length === 0
    ? [{ endpoint, address: null }]
    : addresses.map((address) => ({ endpoint, address }))
}

type Endpoint = Pick<PortReport, 'endpoint' | 'address'>

function requestToOpen(blocked: readonly Endpoint[], open: readonly Endpoint[], t: Translate): string {
  return [
    t('admin-message.hello'),
    '',
    t('firewall.intro'),
    '',
    `${t('firewall.blocked')}:`,
    ...portLines(blocked),
    ...(open.length === 0 ? [] : ['', `${t('firewall.open')}:`, ...portLines(open)]),
    '',
    t('firewall.wish'),
    ...rangeLines(blocked, t),
    '',
    t('admin-message.thanks'),
  ].join('\n')
}

/** A firewall that knows no names needs networks: those that a provider publishes, each list once. */
function rangeLines(blocked: readonly Endpoint[], t: Translate): readonly string[] {
  const known = new Set(blocked.flatMap(({ endpoint }) => publishedRangesOf(endpoint.host) ?? []))
  return [...known].flatMap(({ hosts, ranges, page, source }) => [
    '',
    t('firewall.ranges', { hosts: hosts.join(', '), date: new Date(source.date), page }),
    ...ranges.map((range) => `- ${range}`),
  ])
}

/** A firewall needs one rule for each address of a port; they stand on one line. */
function portLines(reports: readonly Endpoint[]): readonly string[] {
  const rules = new Map<string, string[]>()
  for (const { endpoint, address } of reports) {
    const rule = `- TCP ${formatHost(endpoint.host)}:${endpoint.port} (${endpoint.protocol.toUpperCase()}, ${endpoint.security})`
    rules.set(rule, [...(rules.get(rule) ?? []), ...(address === null ? [] : [address.address])])
  }
  return [...rules].map(([rule, addresses]) =>
    addresses.length === 0 ? rule : `${rule}: ${addresses.join(', ')}`,
  )
}
