import { publishedRangesOf } from '#shared/catalogue/published-ranges.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { addressesIn, attemptsIn, reached, type Trail } from '#shared/domain/evidence.ts'
import { formatHost, sameEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { assertNever } from '#shared/outcome.ts'
import type { ConnectAttempt } from '#shared/domain/stage.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { utcTime, type Letter } from '#shared/report/letter.ts'
import type { ComparedService } from '#shared/report/network-comparison.ts'
import type { PortReport, PortState } from '#shared/survey/port-report.ts'
import { RELAY_PORT } from '#shared/survey/port-sighting.ts'

/** What came of one address: a firewall that drops is another rule than a host that refuses, or one not asked yet. */
type Tried = ConnectAttempt['outcome'] | 'not-tried'

/** One address of a port as it was met, or the port alone where a proxy knows its addresses. */
interface Met {
  readonly endpoint: ServerEndpoint
  readonly address: { readonly text: string; readonly tried: Tried } | null
}

/**
 * A request to the network administrator: which ports are blocked, which of the same hosts are open, and what to
 * allow. `null` where nothing is blocked. It holds host names and ports, and neither address nor user name.
 */
export function firewallRequest(
  reports: readonly PortReport[],
  t: Translate,
  surveyedAt: string | null = null,
): Letter | null {
  const blocked = reports.filter(
    ({ code, endpoint }) => code === 'NET_PORT_BLOCKED' && endpoint.port !== RELAY_PORT,
  )
  if (blocked.length === 0) return null
  const isBlocked = (one: PortReport) => blocked.some(({ endpoint }) => sameEndpoint(endpoint, one.endpoint))
  const hosts = new Set(blocked.map(({ endpoint }) => endpoint.host))
  const open = reports.filter(({ state, endpoint }) => state === 'open' && hosts.has(endpoint.host))
  return requestToOpen(reports.filter(isBlocked).map(metAs), open.map(metAs), surveyedAt, t)
}

function metAs({ endpoint, address, state }: PortReport): Met {
  return { endpoint, address: address && { text: address.address, tried: triedAs(state) } }
}

function triedAs(state: PortState): Tried {
  switch (state) {
    case 'silent':
      return 'no-answer'
    case 'refused':
    case 'unreachable':
      return state
    case 'open':
    case 'strange':
      return 'connected'
    case 'unknown':
      return 'not-tried'
    default:
      return assertNever(state)
  }
}

/** The same after two networks were compared: what one of them blocks the other has let through. */
export function comparisonRequest(mended: readonly ComparedService[], t: Translate): Letter {
  return requestToOpen(
    mended.flatMap(({ before, now }) => metIn(before.evidence, now.evidence)),
    [],
    mended[0]?.before.testedAt ?? null,
    t,
  )
}

/** The same for one service of a live check, with the ports of its host that were found open. */
export function portRequest({ evidence, alternatives, testedAt }: BlockedService, t: Translate): Letter {
  const open = alternatives.filter((trail) => reached(trail, 'connect'))
  return requestToOpen(metIn(evidence, evidence), open.flatMap(openIn), testedAt ?? null, t)
}

type BlockedService = Pick<EndpointResult, 'evidence' | 'alternatives' | 'testedAt'>

/** @param elsewhere where the name may have been found that was not found here */
function metIn(trail: Trail, elsewhere: Trail): readonly Met[] {
  const { endpoint } = trail
  const attempts = attemptsIn(trail)
  const found = [...addressesIn(trail), ...addressesIn(elsewhere)].map(({ address }) => address)
  const met = [...new Set(found)].map((text) => {
    const tried: Tried = attempts.find(({ address }) => address === text)?.outcome ?? 'not-tried'
    return { endpoint, address: { text, tried } }
  })
  return met.length === 0 ? [{ endpoint, address: null }] : met
}

function openIn(trail: Trail): readonly Met[] {
  const met = metIn(trail, trail)
  return met.filter(({ address }) => address === null || address.tried === 'connected')
}

function requestToOpen(
  blocked: readonly Met[],
  open: readonly Met[],
  testedAt: string | null,
  t: Translate,
): Letter {
  const ports = [...new Set(blocked.map(({ endpoint }) => endpoint.port))]
  const body = [
    t('admin-message.hello'),
    '',
    t('firewall.intro'),
    '',
    `${t('firewall.blocked')}:`,
    ...portLines(blocked, ({ text, tried }) => `${text} (${t(`firewall.tried.${tried}`)})`),
    ...(open.length === 0 ? [] : ['', `${t('firewall.open')}:`, ...portLines(open, ({ text }) => text)]),
    '',
    ...(testedAt === null ? [] : [`${t('admin-message.time')}: ${utcTime(testedAt)}`, '']),
    t('firewall.wish'),
    ...rangeLines(blocked, t),
    '',
    t('admin-message.thanks'),
  ].join('\n')
  return { subject: t('firewall.subject', { ports: ports.join(', '), count: ports.length }), body }
}

/** A firewall that knows no names needs networks: those that a provider publishes, each list once. */
function rangeLines(blocked: readonly Met[], t: Translate): readonly string[] {
  const known = new Set(blocked.flatMap(({ endpoint }) => publishedRangesOf(endpoint.host) ?? []))
  return [...known].flatMap(({ hosts, ranges, page, source }) => [
    '',
    t('firewall.ranges', { hosts: hosts.join(', '), date: new Date(source.date), page }),
    ...ranges.map((range) => `- ${range}`),
  ])
}

/** A firewall needs one rule for each address of a port; they stand on one line. */
function portLines(
  ports: readonly Met[],
  words: (address: NonNullable<Met['address']>) => string,
): readonly string[] {
  const rules = new Map<string, string[]>()
  for (const { endpoint, address } of ports) {
    const rule = `- TCP ${formatHost(endpoint.host)}:${endpoint.port} (${endpoint.protocol.toUpperCase()}, ${endpoint.security})`
    rules.set(rule, [...(rules.get(rule) ?? []), ...(address === null ? [] : [words(address)])])
  }
  return [...rules].map(([rule, addresses]) =>
    addresses.length === 0 ? rule : `${rule}: ${addresses.join(', ')}`,
  )
}
