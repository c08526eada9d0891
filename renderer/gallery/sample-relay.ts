import { diagnose } from '#shared/diagnosis/diagnose.ts'
import type { RankedCandidate } from '#shared/domain/candidate.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { Fault } from '#shared/domain/fault.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { FailedStage, StageRecord } from '#shared/domain/stage.ts'
import { workingLane } from '#renderer/gallery/sample-lanes.ts'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { changeService, chooseCandidate } from '#renderer/wizard/machine/services.ts'
import type { ServiceChoice } from '#renderer/wizard/machine/state.ts'
import { UNKNOWN_SURROUNDINGS } from '#shared/domain/surroundings.ts'

/** A relay in the user's own network. */
export const RELAY: ServerEndpoint = {
  protocol: 'smtp',
  host: 'relay.office.example.org',
  port: 2525,
  security: 'starttls',
}

const TYPED: RankedCandidate = {
  endpoint: RELAY,
  userName: '',
  auth: ['none'],
  source: 'typed',
  trust: 'user',
  why: { kind: 'typed' },
  otherDomain: null,
}

/** The same services, sending by way of the relay. */
export function withRelay(services: readonly ServiceChoice[]): readonly ServiceChoice[] {
  return changeService(services, 'smtp', (service) => chooseCandidate(service, TYPED))
}

/** The relay has said that it takes mail, or what became of the question. */
export function relayLane(fault: Fault | null = null): Lane {
  const { stages, result } = workingLane('smtp', 'no')
  const before = stages.filter((event): event is StageRecord => event.status !== 'running').slice(0, -1)
  const now = before.at(-1)?.endedMs ?? 0
  const asked = {
    startedMs: now,
    endedMs: now + 31,
    facts: { to: 'anna@example.org', how: 'asked' },
  } as const
  const login: StageRecord = {
    stage: 'login',
    status: 'skipped',
    startedMs: now,
    endedMs: now,
    facts: { why: 'no-login-needed' },
  }
  const failed: FailedStage | null = fault && { stage: 'send', status: 'failed', fault, ...asked }
  const seen: readonly StageRecord[] = [...before, login, failed ?? { stage: 'send', status: 'ok', ...asked }]
  return {
    endpoint: RELAY,
    stages: seen,
    waiting: null,
    result: result && (failed === null ? told(result, seen) : refused(result, seen, failed)),
  }
}

function told(result: EndpointResult, stages: readonly StageRecord[]): EndpointResult {
  const evidence = { ...result.evidence, endpoint: RELAY, stages }
  return { ...result, endpoint: RELAY, userName: '', signIn: 'none', evidence }
}

function refused(base: EndpointResult, stages: readonly StageRecord[], failed: FailedStage): EndpointResult {
  const result = told(base, stages)
  const finding = diagnose({
    evidence: result.evidence,
    failed,
    alternatives: [],
    siblings: [],
    surroundings: UNKNOWN_SURROUNDINGS,
    address: 'anna@example.org',
    provider: null,
    origin: 'typed',
    credential: 'none',
    signIn: 'none',
    date: '2026-11-20',
  })
  return { ...result, verdict: 'failed', code: finding.code, findings: [finding] }
}
