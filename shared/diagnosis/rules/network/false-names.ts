import { isBeforeTheServer } from '#shared/diagnosis/network/before-the-server.ts'
import { falseNames as signOf } from '#shared/diagnosis/network/false-names.ts'
import type { Rule } from '#shared/diagnosis/rule.ts'

/** The name service of this network answers, and not with the truth: a filter, a portal, a broken router. */
export const falseNames: Rule = {
  code: 'NET_DNS_FALSE',
  conclude: (situation) => {
    const how = isBeforeTheServer(situation) ? signOf(situation) : null
    if (how === null) return null
    return {
      turn: 'network',
      actions: [{ kind: 'other-network' }, { kind: 'ask-admin' }, { kind: 'retry' }],
      facts: { how },
    }
  },
}
