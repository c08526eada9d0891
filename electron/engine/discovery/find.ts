import type { AccountTypeId } from '#shared/catalogue/account-types.ts'
import { providerForAccountType } from '#shared/catalogue/look-up.ts'
import { createEventQueue } from '#shared/contract/event-queue.ts'
import { assembleDiscovery, type SourceAnswer } from '#shared/discovery/assemble.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { DiscoveryContext, DiscoverySource } from '#engine/discovery/source.ts'
import type { Clock, Resolver } from '#engine/ports.ts'

export interface FindRequest {
  readonly address: EmailAddress
  /** What the user picked by hand, instead of what would be found. */
  readonly accountType: AccountTypeId | null
  readonly sources: readonly DiscoverySource[]
  readonly resolver: Resolver
  readonly clock: Clock
  readonly signal: AbortSignal
}

/**
 * Asks all sources at once and yields a snapshot whenever one has answered, each better than the last; the final
 * one is marked complete.
 */
export function findSettings(request: FindRequest): AsyncIterable<Discovery> {
  const { address, accountType, clock } = request
  const date = clock.date().toISOString().slice(0, 10)
  // What the user picked replaces what would be found; usual names remain as a start where it has no servers.
  const picked = accountType === null ? [] : answerForAccountType(accountType, address, date)
  const sources = request.sources.filter((source) => accountType === null || source.id === 'proposal')
  const abandon = new AbortController()
  const queue = createEventQueue<Discovery>(() => abandon.abort())
  const signal = AbortSignal.any([request.signal, abandon.signal])
  const answers: SourceAnswer[] = []
  const snapshot = (state: { readonly complete: boolean }) => {
    const ranked = sources.flatMap(({ id }) => answers.filter((answer) => answer.report.source === id))
    queue.push(assembleDiscovery(address, [...picked, ...ranked], date, state))
  }
  const asking = sources.map(async (source) => {
    answers.push(await askOne(source, { address, date, resolver: request.resolver, signal }, clock))
    if (answers.length < sources.length) snapshot({ complete: false })
  })
  void Promise.all(asking).then(
    () => {
      snapshot({ complete: true })
      queue.end()
    },
    (error: unknown) => queue.fail(error instanceof Error ? error : new Error(String(error))),
  )
  return queue
}

async function askOne(
  source: DiscoverySource,
  context: DiscoveryContext,
  clock: Clock,
): Promise<SourceAnswer> {
  const startedMs = clock.now()
  const { status, provider, candidates } = await source.ask(context)
  return {
    report: { source: source.id, status, durationMs: Math.round(clock.now() - startedMs) },
    provider,
    candidates,
  }
}

function answerForAccountType(
  type: AccountTypeId,
  address: EmailAddress,
  date: string,
): readonly SourceAnswer[] {
  const facts = providerForAccountType(type)
  if (facts === null) return []
  const why = { kind: 'account-type', provider: facts.name } as const
  const origin = { source: 'account-type', trust: 'user', why } as const
  return [
    {
      report: { source: 'account-type', status: 'found', durationMs: 0 },
      provider: { facts, why },
      candidates: candidatesOf(facts, address, origin, date),
    },
  ]
}
