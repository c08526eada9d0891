import type { TestEvent } from '#shared/contract/test-event.ts'
import type { ActionKind } from '#shared/finding/action.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { ExpertSettings } from '#shared/domain/expert-settings.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Stage, StageEvent } from '#shared/domain/stage.ts'

/** One service on its way to the mailbox, as far as it has come. */
export interface Lane {
  readonly endpoint: ServerEndpoint
  /** Each stage once per run of it, in the order of its start, with its latest news. */
  readonly stages: readonly StageEvent[]
  /** The stage that has not answered for a while. */
  readonly waiting: Stage | null
  readonly result: EndpointResult | null
  /** When its test began, ISO 8601 in UTC; missing before the engine has said so. */
  readonly startedAt?: string
  /** What a technician wanted otherwise of its latest test; missing where that was nothing. */
  readonly expert?: ExpertSettings
}

export function newLane(endpoint: ServerEndpoint): Lane {
  return { endpoint, stages: [], waiting: null, result: null }
}

/** Folds the next event of a live test into the lanes. */
export function advanceLanes(lanes: readonly Lane[], event: TestEvent): readonly Lane[] {
  switch (event.type) {
    case 'started':
      return mergeStarted(lanes, event)
    case 'stage':
      return replaceLane(lanes, event.protocol, (lane) => advanceStage(lane, event.event))
    case 'waiting':
      return replaceLane(lanes, event.protocol, (lane) => ({ ...lane, waiting: event.stage }))
    case 'result':
      return replaceLane(lanes, event.protocol, (lane) => ({ ...lane, waiting: null, result: event.result }))
    default:
      return lanes
  }
}

/** The lanes of services that are about to be tested again; the endpoint follows with the first report. */
export function beginAnew(
  lanes: readonly Lane[],
  protocols: readonly Protocol[] | null,
  expert?: ExpertSettings,
): readonly Lane[] {
  return lanes.map((lane) =>
    protocols === null || protocols.includes(lane.endpoint.protocol)
      ? { ...newLane(lane.endpoint), ...(expert === undefined ? {} : { expert }) }
      : lane,
  )
}

/** A service that is tested again begins anew; the others keep what they have shown. */
function mergeStarted(
  lanes: readonly Lane[],
  { endpoints, at }: Extract<TestEvent, { readonly type: 'started' }>,
): readonly Lane[] {
  const fresh = endpoints.map((endpoint): Lane => ({ ...newLane(endpoint), startedAt: at }))
  const known = lanes.map((lane) => {
    const begun = fresh.find(({ endpoint }) => endpoint.protocol === lane.endpoint.protocol)
    if (begun === undefined) return lane
    return lane.expert === undefined ? begun : { ...begun, expert: lane.expert }
  })
  const added = fresh.filter(({ endpoint }) =>
    lanes.every((lane) => lane.endpoint.protocol !== endpoint.protocol),
  )
  return [...known, ...added]
}

function replaceLane(
  lanes: readonly Lane[],
  protocol: ServerEndpoint['protocol'],
  change: (lane: Lane) => Lane,
): readonly Lane[] {
  return lanes.map((lane) => (lane.endpoint.protocol === protocol ? change(lane) : lane))
}

function advanceStage(lane: Lane, event: StageEvent): Lane {
  const last = lane.stages.at(-1)
  const continues = last?.stage === event.stage && last.status === 'running'
  const stages = continues ? [...lane.stages.slice(0, -1), event] : [...lane.stages, event]
  return { ...lane, stages, waiting: null }
}

/** How long a message to oneself was on its way, in milliseconds; `null` where none has arrived. */
export function arrivalIn(lanes: readonly Lane[]): number | null {
  for (const { stages } of lanes)
    for (const event of stages)
      if (event.stage === 'arrive' && event.status === 'ok') return event.facts.afterMs ?? 0
  return null
}

/** The services that offer this next step: what mends one of them often mends all. */
export function protocolsOffering(lanes: readonly Lane[], kind: ActionKind): readonly Protocol[] {
  return lanes
    .filter(({ result }) => result?.findings.some(({ actions }) => actions.some((one) => one.kind === kind)))
    .map(({ endpoint }) => endpoint.protocol)
}
