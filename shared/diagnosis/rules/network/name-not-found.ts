import { meantHost } from '#shared/catalogue/meant-host.ts'
import type { Action } from '#shared/finding/action.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn, type Situation } from '#shared/diagnosis/situation.ts'

/** The resolver answered that the name does not exist (NXDOMAIN), or that it has no address. */
export const nameNotFound: Rule = {
  code: 'NET_DNS_NONE',
  conclude: (situation) => {
    if (faultIn(situation, 'name-not-found') === null) return null
    const meant = meantBy(situation)
    const usual: readonly [Action, ...Action[]] = [
      { kind: 'edit-servers' },
      { kind: 'edit-address' },
      { kind: 'retry' },
    ]
    return {
      turn: 'you',
      actions: meant === null ? usual : [meant, ...usual],
      facts: { meant: meant?.endpoint.host ?? 'none' },
    }
  },
}

function meantBy({ evidence, address }: Situation): Extract<Action, { kind: 'use-server' }> | null {
  const { endpoint } = evidence
  const host = meantHost(endpoint.host, endpoint.protocol, address)
  return host === null ? null : { kind: 'use-server', endpoint: { ...endpoint, host } }
}
