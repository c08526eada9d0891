import { faultIn, type Situation } from '#shared/diagnosis/situation.ts'
import { proxyIn } from '#shared/domain/evidence.ts'
import { isLoopbackHost } from '#shared/domain/host-name.ts'

/**
 * Whether it went wrong before the server had shown that it is the one: only there can the network be to blame. Behind
 * a proxy the network is the proxy's, and on the way to this computer itself there is none.
 */
export function isBeforeTheServer(situation: Situation): boolean {
  const { evidence } = situation
  if (proxyIn(evidence) !== null || isLoopbackHost(evidence.endpoint.host)) return false
  const { stage } = situation.failed
  if (stage === 'dns' || stage === 'connect') return faultIn(situation, 'cancelled') === null
  return (
    faultIn(situation, 'certificate', 'not-tls', 'wrong-service', 'tls-failed') !== null ||
    ((stage === 'tls' || stage === 'greeting') && faultIn(situation, 'timeout', 'disconnected') !== null)
  )
}
