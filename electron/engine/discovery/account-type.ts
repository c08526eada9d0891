import type { AccountTypeId } from '#shared/catalogue/account-types.ts'
import { providerForAccountType } from '#shared/catalogue/look-up.ts'
import type { SourceAnswer } from '#shared/discovery/source-answer.ts'
import { candidatesOf } from '#shared/discovery/candidates.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'

/** The servers of the kind of account the user picked; empty for "other". */
export function answerForAccountType(
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
      report: { source: 'account-type', status: 'found', code: null, durationMs: 0 },
      provider: { facts, why },
      candidates: candidatesOf(facts, address, origin, date),
    },
  ]
}
