import { works } from '#shared/diagnosis/alternatives.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import type { UsualEndpoint } from '#engine/discovery/guess/usual-endpoints.ts'
import { waitWithin } from '#engine/interruption.ts'
import { probeWithoutLogin } from '#engine/probe/probe-without-login.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'

/** When the less likely names join in, unless the likely ones have all failed before. */
const LATE_MS = 300

/** How long a likelier name may still answer after a less likely one has. */
const BETTER_MS = 500

/**
 * Connects to the ports of one protocol, side by side and without signing in, and settles as soon as the likeliest
 * that is left has shown a greeting and a certificate for its name, or any other has and a moment has passed.
 * @returns the endpoints that answered by then, the likeliest first
 */
export async function probeGuess(
  endpoints: readonly UsualEndpoint[],
  tools: ProbeTools,
  parent: AbortSignal,
): Promise<readonly ServerEndpoint[]> {
  const over = new AbortController()
  const signal = AbortSignal.any([parent, over.signal])
  const answered = new Set<UsualEndpoint>()
  const isBest = (endpoint: UsualEndpoint) =>
    endpoints.slice(0, endpoints.indexOf(endpoint)).every((better) => failed.has(better))
  const failed = new Set<UsualEndpoint>()
  let timer: NodeJS.Timeout | undefined
  const look = async (endpoint: UsualEndpoint) => {
    const good = await answers(endpoint.endpoint, tools, signal)
    if (!good) {
      failed.add(endpoint)
      if ([...answered].some(isBest)) over.abort()
      return
    }
    answered.add(endpoint)
    timer ??= setTimeout(() => over.abort(), BETTER_MS)
    if (isBest(endpoint)) over.abort()
  }
  const first = Promise.all(endpoints.filter(({ turn }) => turn === 'first').map(look))
  const late = Promise.race([first, pause(LATE_MS, signal)]).then(() =>
    signal.aborted ? [] : Promise.all(endpoints.filter(({ turn }) => turn === 'late').map(look)),
  )
  try {
    await Promise.all([first, late])
  } finally {
    clearTimeout(timer)
    over.abort()
  }
  return endpoints.filter((endpoint) => answered.has(endpoint)).map(({ endpoint }) => endpoint)
}

/** Known before everything has been asked: each stage that is over is looked at. */
async function answers(endpoint: ServerEndpoint, tools: ProbeTools, parent: AbortSignal): Promise<boolean> {
  const enough = new AbortController()
  const stages: StageRecord[] = []
  let good = false
  const onEnded = (record: StageRecord) => {
    stages.push(record)
    if (!works({ endpoint, stages })) return
    good = true
    enough.abort()
  }
  const signal = AbortSignal.any([parent, enough.signal])
  await probeWithoutLogin(endpoint, tools, { signal, now: () => tools.clock.now(), onEnded })
  return good
}

function pause(ms: number, signal: AbortSignal): Promise<null> {
  return waitWithin(ms, new Promise<null>(() => {}), null, signal)
}
