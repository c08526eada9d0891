import { isGood } from '#shared/finding/check-result.ts'
import type { Stage, StageEvent } from '#shared/domain/stage.ts'
import { assertNever } from '#shared/outcome.ts'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'

export type StationId =
  | 'find'
  | 'connect'
  | 'greet'
  | 'encrypt'
  | 'sign-in'
  | 'mailbox'
  | 'ready'
  | 'send'
  | 'receive'

/** A stop on the line from this computer to the mailbox. */
export interface Station {
  readonly id: StationId
  readonly state: 'ahead' | 'running' | 'waiting' | 'done' | 'failed' | 'left-out'
  /** From here on everything travels encrypted, to a server that has proved its name. */
  readonly encrypted: boolean
  /** How long it took, in milliseconds; `null` before its end. */
  readonly tookMs: number | null
}

interface Stop {
  readonly id: StationId
  readonly stages: readonly Stage[]
}

const FOUND: Stop = { id: 'find', stages: ['dns'] }
const REACHED: Stop = { id: 'connect', stages: ['connect', 'proxy'] }
const ANSWERED: Stop = { id: 'greet', stages: ['greeting', 'capabilities'] }
const ENCRYPTED: Stop = { id: 'encrypt', stages: ['starttls', 'tls', 'certificate'] }
// After an upgrade the capabilities are asked for again, on the way to the sign-in.
const SIGNED_IN: Stop = { id: 'sign-in', stages: ['capabilities', 'login'] }
const MAILBOX: Stop = { id: 'mailbox', stages: ['mailbox'] }
const READY: Stop = { id: 'ready', stages: ['send'] }
// Where a message is really sent, there is more to say than that it would be taken.
const SENT: Stop = { id: 'send', stages: ['send'] }
const ARRIVED: Stop = { id: 'receive', stages: ['arrive'] }

/** The stops in the order in which they are really passed: with STARTTLS the server answers before it is encrypted. */
function routeOf({ endpoint: { protocol, security }, stages }: Lane): readonly Stop[] {
  const end = protocol === 'smtp' ? [isSending(stages) ? SENT : READY] : endOfReceiving(stages)
  switch (security) {
    case 'tls':
      return [FOUND, REACHED, ENCRYPTED, ANSWERED, SIGNED_IN, ...end]
    case 'starttls':
      return [FOUND, REACHED, ANSWERED, ENCRYPTED, SIGNED_IN, ...end]
    case 'none':
      return [FOUND, REACHED, ANSWERED, SIGNED_IN, ...end]
    default:
      return assertNever(security)
  }
}

function isSending(stages: readonly StageEvent[]): boolean {
  return stages.some(
    (event) => event.stage === 'send' && event.facts.to !== undefined && event.facts.how !== 'asked',
  )
}

function endOfReceiving(stages: readonly StageEvent[]): readonly Stop[] {
  return stages.some(({ stage }) => stage === 'arrive') ? [MAILBOX, ARRIVED] : [MAILBOX]
}

export function stationsOf(lane: Lane): readonly Station[] {
  const route = routeOf(lane)
  const visits = visitsOf(route, lane.stages)
  const current = visits.findLastIndex((visit) => visit.length > 0)
  const encryptedAt = route.indexOf(ENCRYPTED)
  const isEncrypted = lane.stages.some(({ stage, status }) => stage === 'certificate' && isPassed(status))
  return route.map((stop, index) => ({
    id: stop.id,
    state: stateOf(stop, visits[index] ?? [], index - current, lane),
    encrypted: isEncrypted && index >= encryptedAt,
    tookMs: durationOf(visits[index] ?? []),
  }))
}

/** Which events happened at which stop. The line only leads forward. */
function visitsOf(route: readonly Stop[], events: readonly StageEvent[]): readonly (readonly StageEvent[])[] {
  const visits: StageEvent[][] = route.map(() => [])
  let position = 0
  for (const event of events) {
    const next = route.findIndex((stop, index) => index >= position && stop.stages.includes(event.stage))
    if (next === -1) continue
    position = next
    visits[next]?.push(event)
  }
  return visits
}

/** @param distance how many stops ahead of the current one, negative behind it */
function stateOf(stop: Stop, visit: readonly StageEvent[], distance: number, lane: Lane): Station['state'] {
  const { result, waiting } = lane
  const works = result !== null && isGood(result.verdict)
  const signedIn = lane.stages.some(({ stage, status }) => stage === 'login' && isPassed(status))
  // Sending is ready once the server has accepted name and password: there is nothing more to pass.
  if (stop === READY && visit.length === 0 && works) return signedIn ? 'done' : 'left-out'
  if (visit.some(({ status }) => status === 'failed'))
    return result?.verdict === 'skipped' ? 'left-out' : 'failed'
  if (distance > 0) return works ? 'left-out' : 'ahead'
  if (visit.at(-1)?.status === 'skipped') return 'left-out'
  if (distance < 0 || result !== null) return 'done'
  return waiting !== null && stop.stages.includes(waiting) ? 'waiting' : 'running'
}

function isPassed(status: StageEvent['status']): boolean {
  return status === 'ok' || status === 'warning'
}

function durationOf(visit: readonly StageEvent[]): number | null {
  const ended = visit.flatMap((event) =>
    event.status === 'running' ? [] : [event.endedMs - event.startedMs],
  )
  return ended.length === 0 ? null : ended.reduce((sum, ms) => sum + ms, 0)
}
