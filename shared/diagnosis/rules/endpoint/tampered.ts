import type { Rule } from '#shared/diagnosis/rule.ts'
import { faultIn } from '#shared/diagnosis/situation.ts'

/**
 * Bytes arrived that answer no command, before the connection was encrypted (CVE-2020-15685, CVE-2021-29969), or the
 * server claimed that the user is signed in already (GHSA-jvxv-vphc-73rg).
 */
export const tampered: Rule = {
  code: 'STARTTLS_TAMPERED',
  conclude: (situation) =>
    faultIn(situation, 'tampered') && {
      turn: 'network',
      actions: [{ kind: 'other-network' }, { kind: 'ask-admin' }, { kind: 'retry' }],
    },
}
