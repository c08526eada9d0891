import type { Fault } from '#shared/domain/fault.ts'
import { partsOf } from '#shared/domain/server-reply.ts'
import type { ArrivalReport } from '#shared/arrival/report.ts'
import type { Finding } from '#shared/finding/finding.ts'
import type { MechanismReport } from '#shared/finding/mechanism-report.ts'
import type { CheckResult, EndpointResult } from '#shared/finding/check-result.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import { hintWords } from '#shared/i18n/discovery-words.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { Letter } from '#shared/report/letter.ts'
import { messageAbout } from '#shared/report/message-about.ts'
import { mechanismsJson } from '#cli/output/mechanisms-text.ts'
import { arrivalJson } from '#cli/output/arrival-json.ts'

/** What was looked at besides the servers themselves. */
export interface BesideCheck {
  readonly arrival?: ArrivalReport | null
  readonly mechanisms?: MechanismReport | null
}

/** The JSON of `check`: a stable interface. */
export function checkJson(
  result: CheckResult,
  t: Translate,
  { arrival = null, mechanisms = null }: BesideCheck = {},
) {
  return {
    schema: 1,
    address: result.address,
    verdict: result.verdict,
    endpoints: result.endpoints.map((endpoint) => endpointJson(endpoint, t)),
    findings: result.endpoints.flatMap((endpoint) =>
      endpoint.findings.map((finding) => ({
        protocol: endpoint.endpoint.protocol,
        ...findingJson(finding, t),
        ...letterJson(isForAdmin(finding) ? messageAbout(endpoint, finding, result.address, t) : null),
      })),
    ),
    ...(arrival === null ? {} : { arrival: arrivalJson(arrival, t) }),
    ...(mechanisms === null ? {} : { mechanisms: mechanismsJson(mechanisms) }),
  }
}

function letterJson(letter: Letter | null) {
  return { message: letter?.body ?? null, messageSubject: letter?.subject ?? null }
}

export function endpointJson(
  { endpoint, signIn, verdict, code, passwordSent, evidence, findings }: EndpointResult,
  t: Translate,
) {
  const { protocol, host, port, security } = endpoint
  return {
    protocol,
    host,
    port,
    security,
    signIn,
    verdict,
    code,
    passwordSent,
    stages: evidence.stages.map(stageJson),
    findings: findings.map((finding) => findingJson(finding, t)),
  }
}

function isForAdmin({ actions }: Finding): boolean {
  return actions.some(({ kind }) => kind === 'ask-admin')
}

function stageJson(record: StageRecord) {
  const fault = record.status === 'failed' ? { fault: faultJson(record.fault) } : {}
  return {
    stage: record.stage,
    status: record.status,
    startedMs: record.startedMs,
    durationMs: Math.round((record.endedMs - record.startedMs) * 10) / 10,
    facts: { ...record.facts, ...fault },
  }
}

/** The fields of a reply are those of every protocol, whatever the reply itself has. */
function faultJson(fault: Fault) {
  return 'reply' in fault ? { ...fault, reply: partsOf(fault.reply) } : fault
}

export function findingJson(finding: Finding, t: Translate) {
  const { code, severity, turn, actions } = finding
  const { title, explanation } = findingWords(finding, t)
  const provider = finding.provider ?? ''
  const hints = (finding.hints ?? []).map((hint) => ({ ...hint, text: hintWords(hint, provider, t) }))
  return { code, severity, turn, title, explanation, actions, hints }
}
