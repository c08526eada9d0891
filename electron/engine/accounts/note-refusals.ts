import type { TestEvent } from '#shared/contract/test-event.ts'
import { verdictOnPassword, type SignInTarget, type Refusal } from '#shared/accounts/refusals.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { RefusalLog, Reservation } from '#engine/accounts/refusal-file.ts'

/**
 * Passes on what a test tells, and notes on the way which passwords were refused and which got in.
 * @param origin asked at each verdict where the password of that test came from; `null`: it was none
 * @param reserve called before the test begins; the place is given back with the first verdict, or at the end
 */
export async function* noteRefusals(
  events: AsyncIterable<TestEvent>,
  log: RefusalLog,
  origin: () => Refusal['password'] | null,
  reserve: () => Promise<Reservation | null>,
): AsyncIterable<TestEvent> {
  const place = await reserve()
  try {
    for await (const event of events) {
      const password = origin()
      if (event.type === 'result' && password !== null) {
        await note(event.result, log, password)
        if (verdictOnPassword(event.result.evidence) !== null) await place?.release()
      }
      yield event
    }
  } finally {
    await place?.release()
  }
}

async function note(result: EndpointResult, log: RefusalLog, password: Refusal['password']): Promise<void> {
  const target = targetOf(result)
  const verdict = verdictOnPassword(result.evidence)
  if (verdict === 'refused') await log.refused(target, password)
  if (verdict === 'accepted') await log.forget(target)
}

/** The account at a server, whatever port it was tried at. */
export function targetOf({
  endpoint,
  userName,
}: Pick<EndpointResult, 'endpoint' | 'userName'>): SignInTarget {
  return { host: endpoint.host, userName }
}
