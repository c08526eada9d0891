import { microsoft365 } from '#shared/catalogue/providers/microsoft-365.ts'
import { remarksOn } from '#shared/diagnosis/remark.ts'
import type { Trail } from '#shared/domain/evidence.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Stage, StageEvent } from '#shared/domain/stage.ts'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { CERTIFICATE, HOSTS, walk, resultOf } from '#renderer/gallery/sample-path.ts'

export function runningLane(protocol: Protocol, at: Stage, waiting: 'yes' | 'no' = 'no'): Lane {
  const endpoint = HOSTS[protocol]
  const { records, now } = walk(endpoint, at)
  const running = { stage: at, status: 'running', startedMs: now, facts: {} } as StageEvent
  return { endpoint, stages: [...records, running], waiting: waiting === 'yes' ? at : null, result: null }
}

export function workingLane(protocol: Protocol, signIn: 'yes' | 'no' = 'yes'): Lane {
  const endpoint = HOSTS[protocol]
  const { records, now } = walk(endpoint, signIn === 'yes' ? null : 'login')
  const skipped = {
    stage: 'login',
    status: 'skipped',
    startedMs: now,
    endedMs: now,
    facts: { why: 'not-asked' },
  } as const
  const stages = signIn === 'yes' ? records : [...records, skipped]
  return {
    endpoint,
    stages,
    waiting: null,
    result: { ...resultOf(endpoint, stages), verdict: 'ok', code: 'OK' },
  }
}

/** The same server, seen to work behind another port. */
export function otherEndpoint(protocol: Protocol, port: number): Trail {
  const endpoint: ServerEndpoint = { ...HOSTS[protocol], port, security: 'tls' }
  return { endpoint, stages: walk(endpoint, 'login').records }
}

const NOBODY = { provider: null, date: '2026-11-20', credential: 'password' } as const

/** Works today, by a way to sign in whose last day is known. */
export function endingLane(): Lane {
  const lane = workingLane('smtp')
  if (lane.result === null) return lane
  const endpoint = { ...lane.endpoint, host: 'smtp.office365.com' }
  const context = { provider: microsoft365, date: '2026-11-20', credential: 'password' } as const
  const remarks = remarksOn({ ...lane.result.evidence, endpoint, passwordSent: 'yes' }, context)
  if (remarks.length === 0) throw new Error('nothing ends')
  return {
    ...lane,
    endpoint,
    result: { ...lane.result, endpoint, verdict: 'warning', code: 'AUTH_ENDS_SOON', findings: remarks },
  }
}

/** Works, and takes hardly any mail more. */
export function nearlyFullLane(): Lane {
  const lane = workingLane('imap')
  if (lane.result === null) return lane
  const stages = lane.result.evidence.stages.map((record) =>
    record.stage === 'mailbox' && record.status === 'ok'
      ? { ...record, facts: { ...record.facts, usedKb: 1_945_600, limitKb: 2_048_000 } }
      : record,
  )
  const evidence = { ...lane.result.evidence, stages }
  const findings = remarksOn(evidence, { provider: null, date: '2026-11-20', credential: 'password' })
  return {
    ...lane,
    result: { ...lane.result, evidence, verdict: 'warning', code: 'MAILBOX_NEARLY_FULL', findings },
  }
}

/** Works, through a virus scanner that this computer trusts. */
export function interceptedLane(protocol: Protocol): Lane {
  const lane = workingLane(protocol)
  if (lane.result === null) return lane
  const { evidence } = lane.result
  const signed = evidence.stages.map((record) =>
    record.stage === 'certificate'
      ? { ...record, facts: { certificate: { ...CERTIFICATE, issuer: 'Avast Web/Mail Shield Root' } } }
      : record,
  )
  const [remark] = remarksOn({ ...evidence, stages: signed }, NOBODY)
  if (remark === undefined) throw new Error('the scanner is not recognised')
  return { ...lane, result: { ...lane.result, verdict: 'warning', code: remark.code, findings: [remark] } }
}
