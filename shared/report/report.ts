import type { ArrivalReport } from '#shared/arrival/report.ts'
import type { CheckResult, EndpointResult } from '#shared/finding/check-result.ts'
import type { MechanismReport } from '#shared/finding/mechanism-report.ts'
import type { NetworkBefore } from '#shared/report/network-comparison.ts'
import type { SurveyReport } from '#shared/survey/survey-report.ts'

/** Tells a report from any other JSON. */
export const REPORT_KIND = 'mailwright-report'
/** Goes up when an older Mailwright could not read it any more. */
export const REPORT_SCHEMA = 1

/** What made a report, and where. */
export interface ReportMaker {
  readonly version: string
  readonly host: 'desktop' | 'browser' | 'terminal'
  /** The operating system as it calls itself. */
  readonly system: string
}

/**
 * What one computer has found out about one account, for the reader who helps: codes and facts, which each reader's
 * Mailwright says in the reader's language. Its members were redacted when they were recorded.
 */
export interface Report extends CheckResult {
  readonly kind: typeof REPORT_KIND
  readonly schema: typeof REPORT_SCHEMA
  readonly madeBy: ReportMaker
  /** ISO 8601 in UTC. */
  readonly made: string
  /** When the latest test began; `made` where that is not known. */
  readonly tested: string
  /** When the account was last proved to work, `null` where it never was. */
  readonly lastProved: string | null
  /** Tells networks apart within one run of Mailwright; `''` where it is not known. */
  readonly network: string
  /** How it went in the network that was left to try another one. */
  readonly before: NetworkBefore | null
  readonly arrival: ArrivalReport | null
  readonly mechanisms: MechanismReport | null
  /** Every usual port of the servers, where the user has asked for it. */
  readonly survey: SurveyReport | null
}

/** What a host knows when it makes a report; what is missing was not looked at. */
export interface ReportContent {
  readonly address: string
  readonly endpoints: readonly EndpointResult[]
  readonly verdict: CheckResult['verdict']
  readonly madeBy: ReportMaker
  readonly made: Date
  readonly tested?: string | undefined
  readonly lastProved?: string | null
  readonly network?: string | undefined
  readonly before?: NetworkBefore | null | undefined
  readonly arrival?: ArrivalReport | null
  readonly mechanisms?: MechanismReport | null
  readonly survey?: SurveyReport | null
}

/** The one report, from any host. */
export function buildReport(content: ReportContent): Report {
  const { address, verdict, endpoints, madeBy } = content
  const made = content.made.toISOString()
  return {
    kind: REPORT_KIND,
    schema: REPORT_SCHEMA,
    madeBy,
    made,
    tested: content.tested ?? made,
    lastProved: content.lastProved ?? null,
    network: content.network ?? '',
    address,
    verdict,
    endpoints,
    before: content.before ?? null,
    arrival: content.arrival ?? null,
    mechanisms: content.mechanisms ?? null,
    survey: content.survey ?? null,
  }
}
