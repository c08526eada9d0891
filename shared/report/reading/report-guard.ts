import * as v from 'valibot'
import * as guard from '#shared/contract/guards.ts'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import { SERVICE_SIGN_INS } from '#shared/domain/service-sign-in.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { MechanismReport } from '#shared/finding/mechanism-report.ts'
import { REPORT_KIND, REPORT_SCHEMA, type Report } from '#shared/report/report.ts'
import { arrivalGuard } from '#shared/report/reading/arrival-guards.ts'
import { codeGuard, findingGuard } from '#shared/report/reading/finding-guards.ts'
import {
  certificateGuard,
  evidenceGuard,
  ipAddress,
  passwordTrace,
  trailGuard,
} from '#shared/report/reading/stage-guards.ts'
import { instant, listOf, moment, name, type GuardOf } from '#shared/report/reading/values.ts'
import type { SurveyReport } from '#shared/survey/survey-report.ts'

/** A success may have several remarks, a failure has one cause. */
const MOST_FINDINGS = 16

const endpointResult: GuardOf<EndpointResult> = v.strictObject({
  endpoint: guard.endpoint,
  userName: name,
  signIn: v.picklist(SERVICE_SIGN_INS),
  verdict: v.picklist(['ok', 'warning', 'failed', 'skipped']),
  code: codeGuard,
  passwordSent: passwordTrace.passwordSent,
  evidence: evidenceGuard,
  alternatives: listOf(trailGuard, 12),
  findings: listOf(findingGuard, MOST_FINDINGS),
  testedAt: v.exactOptional(instant),
} satisfies Readonly<Record<keyof EndpointResult, unknown>>)

/** Each service once: a second one of the same protocol would hide the first. */
const endpointResults = v.pipe(
  listOf(endpointResult, PROTOCOLS.length),
  v.check((results) => new Set(results.map(({ endpoint }) => endpoint.protocol)).size === results.length),
)

const mechanismReport: GuardOf<MechanismReport> = v.strictObject({
  services: listOf(
    v.strictObject({
      endpoint: guard.endpoint,
      mechanisms: listOf(
        v.strictObject({
          name,
          verdict: v.picklist(['works', 'failed', 'waiting', 'not-tried', 'unsupported']),
          code: v.nullable(codeGuard),
        }),
        200,
      ),
    }),
    PROTOCOLS.length,
  ),
  endedBy: v.nullable(codeGuard),
})

const surveyReport: GuardOf<SurveyReport> = v.strictObject({
  endpoints: listOf(
    v.strictObject({
      endpoint: guard.endpoint,
      address: v.nullable(ipAddress),
      state: v.picklist(['open', 'strange', 'refused', 'silent', 'unreachable', 'unknown']),
      code: codeGuard,
      finding: v.nullable(findingGuard),
      tls: v.nullable(v.strictObject({ version: name, cipher: name })),
      certificate: v.nullable(certificateGuard),
      durationMs: moment,
    }),
    100,
  ),
  conclusions: listOf(findingGuard, 40),
  surveyedAt: v.exactOptional(instant),
} satisfies Readonly<Record<keyof SurveyReport, unknown>>)

/**
 * A whole report. Objects are strict, as in the contract: an unknown key, `__proto__` among them, refuses all of it.
 */
export const reportGuard: GuardOf<Report> = v.strictObject({
  kind: v.literal(REPORT_KIND),
  schema: v.literal(REPORT_SCHEMA),
  madeBy: v.strictObject({
    version: name,
    host: v.picklist(['desktop', 'browser', 'terminal']),
    system: name,
  }),
  made: instant,
  tested: instant,
  lastProved: v.nullable(instant),
  network: name,
  address: name,
  verdict: v.picklist(['ok', 'problem']),
  endpoints: endpointResults,
  before: v.nullable(v.strictObject({ network: name, results: endpointResults })),
  arrival: v.nullable(arrivalGuard),
  mechanisms: v.nullable(mechanismReport),
  survey: v.nullable(surveyReport),
})
