import { verdictOnPassword, type SignInTarget } from '#shared/accounts/refusals.ts'
import { failureIn } from '#shared/domain/evidence.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { passes } from '#shared/replies/temporary.ts'

/**
 * What the end of a test says about a server: `good`, that it lets accounts in; `refused`, that it has refused a
 * password; `busy`, that it wants to be left alone for a while; `other`, nothing of that.
 */
export type ServerEnding = 'good' | 'refused' | 'busy' | 'other'

export interface EndedAt {
  readonly target: SignInTarget
  readonly ending: ServerEnding
}

export function endingAt({ endpoint, userName, code, evidence }: EndpointResult): EndedAt {
  const target = { host: endpoint.host, userName }
  const verdict = verdictOnPassword(evidence)
  if (verdict === 'refused') return { target, ending: 'refused' }
  const fault = failureIn(evidence)?.fault
  // A lock passes too; but trying again is what keeps it.
  const isBusy = fault?.kind === 'rejected' && code !== 'AUTH_LOCKED' && passes(code, fault.reply)
  if (isBusy) return { target, ending: 'busy' }
  return { target, ending: verdict === 'accepted' ? 'good' : 'other' }
}
