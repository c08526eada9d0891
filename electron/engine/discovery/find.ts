import type { AccountTypeId } from '#shared/catalogue/account-types.ts'
import { createEventQueue } from '#shared/contract/event-queue.ts'
import { assembleDiscovery } from '#shared/discovery/assemble.ts'
import type { SourceAnswer } from '#shared/discovery/source-answer.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { answerForAccountType } from '#engine/discovery/account-type.ts'
import { DiscoveryRun } from '#engine/discovery/discovery-run.ts'
import { shareLookUps } from '#engine/net/shared-look-ups.ts'
import type { DiscoveryContext, DiscoverySource } from '#engine/discovery/source.ts'
import { interruptAfter } from '#engine/interruption.ts'
import { createHttpsFetch } from '#engine/https/fetch.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'

export interface FindRequest {
  readonly address: EmailAddress
  /** What the user picked by hand, instead of what would be found. */
  readonly accountType: AccountTypeId | null
  readonly sources: readonly DiscoverySource[]
  readonly tools: ProbeTools
  /** Hosts to propose before others. */
  readonly preferredHosts?: readonly string[]
  /** `last`: only the complete one, for a list that shows no other. */
  readonly snapshots?: 'each' | 'last'
  readonly signal: AbortSignal
}

/**
 * Asks all sources at once and yields a snapshot whenever one has answered, each better than the last; the final
 * one is marked complete and comes within `discoveryMs`, whatever answers or does not.
 */
export function findSettings(request: FindRequest): AsyncIterable<Discovery> {
  const { address, accountType, tools, preferredHosts = [], snapshots = 'each' } = request
  const abandon = new AbortController()
  const queue = createEventQueue<Discovery>(() => abandon.abort())
  const deadline = interruptAfter(tools.limits.discoveryMs, AbortSignal.any([request.signal, abandon.signal]))
  const date = tools.clock.date().toISOString().slice(0, 10)
  // What the user picked replaces what would be found; usual names remain as a start where it has no servers.
  const picked = accountType === null ? [] : answerForAccountType(accountType, address, date)
  const sources = request.sources.filter(({ id }) => accountType === null || id === 'proposal')
  const onAnswer = (answers: readonly SourceAnswer[], state: { readonly complete: boolean }) => {
    if (state.complete || snapshots === 'each')
      queue.push(assembleDiscovery(address, [...picked, ...answers], { date, ...state, preferredHosts }))
  }
  const resolver = shareLookUps(tools.resolver, deadline.signal)
  const context: DiscoveryContext = {
    address,
    date,
    resolver,
    fetch: createHttpsFetch({ ...tools, resolver }, 'outside'),
    fetchFromDomain: createHttpsFetch({ ...tools, resolver }, 'typed-domain'),
    tools,
    signal: deadline.signal,
  }
  void new DiscoveryRun(sources, context, onAnswer)
    .run()
    .then(queue.end, (error: unknown) => {
      // After a bug in one source the others are called off.
      abandon.abort()
      queue.fail(error instanceof Error ? error : new Error(String(error)))
    })
    .finally(deadline.end)
  return queue
}
