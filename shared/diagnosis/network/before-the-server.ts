import { faultIn, type Situation } from '#shared/diagnosis/situation.ts'
import { proxyIn } from '#shared/domain/evidence.ts'

/**
 * Whether it went wrong before the server had shown that it is the one: only there can the network be to blame. Behind
 * a proxy the network is the proxy's.
 */
export function isBeforeTheServer(situation: Situation): boolean {
  if (proxyIn(situation.evidence) !== null) return false
  const { stage } = situation.failed
  if (stage === 'dns' || stage === 'connect') return faultIn(situation, 'cancelled') === null
  return (
    faultIn(situation, 'certificate', 'not-tls', 'wrong-service', 'tls-failed') !== null ||
    ((stage === 'tls' || stage === 'greeting') && faultIn(situation, 'timeout', 'disconnected') !== null)
  )
}
