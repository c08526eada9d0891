import { faultIn, type JudgedSituation } from '#shared/diagnosis/situation.ts'
import { mechanismsIn } from '#shared/domain/evidence.ts'
import { offersTokensOnly } from '#shared/domain/mechanism.ts'

/** It announces the mechanisms for tokens, and none by which a password could be given was usable or worked. */
export function takesTokensOnly(situation: JudgedSituation): boolean {
  const { credential, evidence, meaning } = situation
  const none = faultIn(situation, 'login-disabled', 'no-usable-mechanism')
  const isWithoutWay = none !== null && !('wanted' in none)
  const isRefused = meaning === 'AUTH_MECHANISM' || isWithoutWay
  const offered = none?.kind === 'no-usable-mechanism' ? none.offered : mechanismsIn(evidence)
  return credential === 'password' && isRefused && offersTokensOnly(offered)
}
