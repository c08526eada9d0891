import { changesBetween, type ServiceChange } from '#shared/accounts/service-changes.ts'
import { factsOf } from '#shared/accounts/service-facts.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { attemptsIn, proxyIn } from '#shared/domain/evidence.ts'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { compareService, type ComparedService } from '#shared/report/network-comparison.ts'
import type { Report } from '#shared/report/report.ts'

/** What of a service was otherwise, by the name of its words. */
export type ComparedField =
  | 'server'
  | 'user-name'
  | 'sign-in'
  | 'code'
  | 'server-said'
  | 'password'
  | 'connected'
  | 'proxy'
  | 'duration'

export interface FieldDifference {
  readonly field: ComparedField
  /** `null` where there was none. */
  readonly from: string | null
  readonly to: string | null
}

export interface ServiceDifference {
  readonly protocol: Protocol
  readonly change: ComparedService['change'] | 'added' | 'removed'
  readonly first: EndpointResult | null
  readonly second: EndpointResult | null
  readonly fields: readonly FieldDifference[]
  /** What the server itself shows: certificate, encryption, capabilities, addresses. */
  readonly server: readonly ServiceChange[]
}

/** What is different between two reports, service by service. */
export interface ReportComparison {
  /** `unknown`: a network is only known again within one run of Mailwright. */
  readonly network: 'same' | 'other' | 'unknown'
  readonly account: 'same' | 'other'
  readonly services: readonly ServiceDifference[]
}

/**
 * Sets two reports side by side: yesterday and today, this network and that one.
 * @param from `one-run`: both come from this run of Mailwright, which knows a network again
 */
export function compareReports(
  first: Report,
  second: Report,
  from: 'one-run' | 'anywhere' = 'anywhere',
): ReportComparison {
  return {
    network: networkOf(first, second, from),
    account: first.address === second.address ? 'same' : 'other',
    services: PROTOCOLS.flatMap((protocol) => {
      const of = ({ endpoints }: Report) =>
        endpoints.find(({ endpoint }) => endpoint.protocol === protocol) ?? null
      return differenceOf(protocol, of(first), of(second))
    }),
  }
}

/** Whether the second report says that something is otherwise than in the first. */
export function isDifferent({ change, fields, server }: ServiceDifference): boolean {
  return change !== 'same' || fields.length > 0 || server.length > 0
}

function networkOf(first: Report, second: Report, from: 'one-run' | 'anywhere'): ReportComparison['network'] {
  if (first.network === '' || second.network === '') return 'unknown'
  // The mark is made with a number of the run, so that an equal one is no accident and another one says nothing.
  if (first.network === second.network) return 'same'
  return from === 'one-run' ? 'other' : 'unknown'
}

function differenceOf(
  protocol: Protocol,
  first: EndpointResult | null,
  second: EndpointResult | null,
): readonly ServiceDifference[] {
  if (first === null || second === null) {
    if (first === second) return []
    return [
      {
        protocol,
        change: first === null ? 'added' : 'removed',
        first,
        second,
        fields: [],
        server: [],
      },
    ]
  }
  const { change } = compareService(first, second)
  return [
    {
      protocol,
      change,
      first,
      second,
      fields: fieldsBetween(first, second),
      server: changesBetween(factsOf(first.evidence), factsOf(second.evidence)),
    },
  ]
}

const FIELDS: Readonly<Record<ComparedField, (result: EndpointResult) => string | null>> = {
  server: ({ endpoint }) => formatEndpoint(endpoint),
  'user-name': ({ userName }) => userName,
  'sign-in': ({ signIn }) => signIn,
  code: ({ code }) => code,
  'server-said': ({ findings }) => findings[0]?.serverSaid ?? null,
  password: ({ passwordSent }) => passwordSent,
  connected: ({ evidence }) =>
    attemptsIn(evidence).find(({ outcome }) => outcome === 'connected')?.address ?? null,
  proxy: ({ evidence }) => proxyIn(evidence),
  duration: ({ evidence }) => String(Math.round(evidence.stages.at(-1)?.endedMs ?? 0)),
}

function fieldsBetween(first: EndpointResult, second: EndpointResult): readonly FieldDifference[] {
  return (Object.keys(FIELDS) as ComparedField[]).flatMap((field) => {
    const [from, to] = [FIELDS[field](first), FIELDS[field](second)]
    const isSame = field === 'duration' ? !isMuchLonger(Number(from), Number(to)) : from === to
    return isSame ? [] : [{ field, from, to }]
  })
}

/** No two tests take equally long: a second, and three times as long, is another matter. */
function isMuchLonger(first: number, second: number): boolean {
  const [short, long] = [Math.min(first, second), Math.max(first, second)]
  return long - short > 1_000 && long > short * 3
}
