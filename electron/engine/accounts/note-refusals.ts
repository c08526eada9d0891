import type { TestEvent } from '#shared/contract/test-event.ts'
import { verdictOnPassword, type Door, type Refusal } from '#shared/accounts/refusals.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { RefusalLog } from '#engine/accounts/refusal-file.ts'

/**
 * Passes on what a test tells, and notes on the way which passwords were refused and which got in.
 * @param origin asked at each verdict where the password of that test came from; `null`: it was none
 */
export async function* noteRefusals(
  events: AsyncIterable<TestEvent>,
  log: RefusalLog,
  origin: () => Refusal['password'] | null,
): AsyncIterable<TestEvent> {
  for await (const event of events) {
    const password = origin()
    if (event.type === 'result' && password !== null) await note(event.result, log, password)
    yield event
  }
}

async function note(result: EndpointResult, log: RefusalLog, password: Refusal['password']): Promise<void> {
  const door = doorOf(result)
  const verdict = verdictOnPassword(result.evidence)
  if (verdict === 'refused') await log.refused(door, password)
  if (verdict === 'accepted') await log.forget(door)
}

/** The account at a server, whatever port it was tried at. */
export function doorOf({ endpoint, userName }: Pick<EndpointResult, 'endpoint' | 'userName'>): Door {
  return { host: endpoint.host, userName }
}
