import type { MessageFacts } from '#shared/domain/message-facts.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'

/** What the headers of the test message said, where one arrived and they could be read. */
export function arrivedMessage(results: readonly EndpointResult[]): MessageFacts | null {
  for (const { evidence } of results)
    for (const record of evidence.stages)
      if (record.stage === 'arrive' && record.facts.message !== undefined) return record.facts.message
  return null
}
