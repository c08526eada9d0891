import type { ServerAdvice } from '#shared/catalogue/server-advice.ts'
import type { Action } from '#shared/finding/action.ts'
import type { FindingFacts } from '#shared/finding/finding.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'

/** What the words of an advice are filled with, whether it comes before the test or after it. */
export function adviceFacts({ host, port, protocol }: ServerEndpoint, advice: ServerAdvice): FindingFacts {
  const { instead } = advice
  const isClosed = advice.code === 'HOST_RETIRED' && advice.closed
  const place = isClosed
    ? 'closed'
    : instead === null
      ? 'nowhere'
      : instead.host === host
        ? 'here'
        : 'elsewhere'
  const typed = { host, port, protocol, place, instead: instead?.host ?? '', newPort: instead?.port ?? 0 }
  return advice.code === 'HOST_RETIRED'
    ? { ...typed, provider: advice.provider }
    : { ...typed, serves: advice.serves, known: advice.known ? 'yes' : 'no' }
}

/** The button names another host; where only the port differs, the port is enough. */
export function takeInstead(typed: ServerEndpoint, instead: ServerEndpoint): Action {
  return { kind: typed.host === instead.host ? 'use-endpoint' : 'use-server', endpoint: instead }
}
