import type { Code } from '#shared/finding/codes.ts'
import type { Finding } from '#shared/finding/finding.ts'
import { RELAY_PORT } from '#shared/survey/doors.ts'
import { reportDoor, type DoorReport, type Survey } from '#shared/survey/door-report.ts'

/** All ports of some hosts, and what they say together about the network. */
export interface SurveyReport {
  readonly doors: readonly DoorReport[]
  /** The most telling first, each once for a host. */
  readonly conclusions: readonly Finding[]
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
  const doors = survey.sightings.map((sighting) => reportDoor(sighting, survey, address, date))
  return { doors, conclusions: CONCLUSIONS.flatMap((code) => conclude(code, doors)) }
}

/** One finding for each host; where it is about ports it names all of them. */
function conclude(code: Code, doors: readonly DoorReport[]): readonly Finding[] {
  const concerned = doors.flatMap(({ finding, endpoint }) =>
    finding?.code === code && endpoint.port !== RELAY_PORT ? [finding] : [],
  )
  return [...Map.groupBy(concerned, ({ endpoint }) => endpoint.host).values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return []
    const ports = [...new Set([first, ...rest].map(({ endpoint }) => endpoint.port))]
    return [{ ...first, facts: { ...first.facts, ports: ports.join(', '), count: ports.length } }]
  })
}
