import type { Code } from '#shared/finding/codes.ts'
import type { Finding } from '#shared/finding/finding.ts'
import { RELAY_PORT } from '#shared/survey/port-sighting.ts'
import { reportPort, type PortReport, type Survey } from '#shared/survey/port-report.ts'

/** All ports of some hosts, and what they say together about the network. */
export interface SurveyReport {
  readonly endpoints: readonly PortReport[]
  /** The most telling first, each once for a host. */
  readonly conclusions: readonly Finding[]
  /** When it ended, ISO 8601 in UTC. */
  readonly surveyedAt?: string
}

/** What concerns more than one port, the most telling first. */
const CONCLUSIONS: readonly Code[] = [
  'NET_OFFLINE',
  'NET_CAPTIVE',
  'NET_PROXY_NEEDED',
  'NET_DNS_FALSE',
  'NET_DNS_FAIL',
  'NET_DNS_NONE',
  'TLS_CLOCK',
  'TLS_INTERCEPTED',
  'NET_PORT_BLOCKED',
  'NET_SERVER_DOWN',
  'NET_IPV6',
]

/**
 * @param address of the account, `''` where there is none
 * @param date the day of the look, `2026-11-20`
 */
export function reportSurvey(survey: Survey, address: string, date: string): SurveyReport {
  const endpoints = survey.sightings.map((sighting) => reportPort(sighting, survey, address, date))
  return { endpoints, conclusions: CONCLUSIONS.flatMap((code) => conclude(code, endpoints)) }
}

/** One finding for each host; where it is about ports it names all of them. */
function conclude(code: Code, endpoints: readonly PortReport[]): readonly Finding[] {
  const concerned = endpoints.flatMap(({ finding, endpoint }) =>
    finding?.code === code && endpoint.port !== RELAY_PORT ? [finding] : [],
  )
  return [...Map.groupBy(concerned, ({ endpoint }) => endpoint.host).values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return []
    const ports = [...new Set([first, ...rest].map(({ endpoint }) => endpoint.port))]
    return [{ ...first, facts: { ...first.facts, ports: ports.join(', '), count: ports.length } }]
  })
}
