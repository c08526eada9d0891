import { PRACTICE_FAULTS } from '#shared/contract/practice.ts'
import { fail, ok } from '#shared/outcome.ts'
import type { Resolver } from '#engine/environment.ts'
import { practiceHost, practiceMailbox } from '#engine/practice/mailboxes.ts'

const nothing = () => Promise.resolve(fail({ kind: 'name-not-found' }))

/**
 * What the practice domains publish about their mail: who takes and who sends it. The rule for fakes is missing, so
 * that there is a record to add.
 */
export function practiceRecords(): Pick<
  Resolver,
  'texts' | 'mailExchangers' | 'mailRoutes' | 'aliases' | 'pointers' | 'pinnedUsages'
> {
  const domains = new Map(
    PRACTICE_FAULTS.map((fault) => [practiceMailbox(fault).address.split('@')[1] ?? '', fault]),
  )
  return {
    texts: (name) => {
      const fault = domains.get(name)
      return fault === undefined
        ? nothing()
        : Promise.resolve(ok([`v=spf1 a:${practiceHost(fault, 'smtp')} ~all`]))
    },
    mailExchangers: nothing,
    mailRoutes: (name) => {
      const fault = domains.get(name)
      return fault === undefined
        ? nothing()
        : Promise.resolve(ok([{ host: practiceHost(fault, 'smtp'), preference: 10 }]))
    },
    aliases: nothing,
    pointers: nothing,
    pinnedUsages: nothing,
  }
}
