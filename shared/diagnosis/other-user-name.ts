import type { Action } from '#shared/finding/action.ts'
import type { Situation } from '#shared/diagnosis/situation.ts'
import { userNameIn } from '#shared/domain/evidence.ts'

/**
 * The one other form of the user name: where the sources of a provider disagree, and where the provider is not known.
 * A server refuses a wrong name and a wrong password in the same words. It is a button, so that the password goes out
 * again only when the user decides it.
 */
export function otherUserName({ address, provider, evidence }: Situation): readonly Action[] {
  const tried = userNameIn(evidence)
  const localPart = address.slice(0, address.lastIndexOf('@'))
  const form = provider === null ? (tried === address ? 'local-part' : 'address') : provider.otherUserName
  if (tried === null || form === undefined || form === 'own') return []
  const userName = form === 'address' ? address : localPart
  return userName === tried ? [] : [{ kind: 'use-user-name', userName }]
}
