import type { Situation } from '#shared/diagnosis/situation.ts'
import type { Trail } from '#shared/domain/evidence.ts'
import { failureIn, proxyIn, reached } from '#shared/domain/evidence.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'

/** Another port of the same server where the connection was encrypted and the right service answered. */
export function workingAlternative(situation: Situation): ServerEndpoint | null {
  return situation.alternatives.find(works)?.endpoint ?? null
}

/** The same port, tried with the other kind of encryption. */
export function samePortOtherSecurity(situation: Situation): Trail | null {
  const { port, security } = situation.evidence.endpoint
  return (
    situation.alternatives.find(({ endpoint }) => endpoint.port === port && endpoint.security !== security) ??
    null
  )
}

export function works(alternative: Trail): boolean {
  return (
    failureIn(alternative) === null && reached(alternative, 'certificate') && reached(alternative, 'greeting')
  )
}

/** Whether a mail server uses TLS from the first byte there, with whatever certificate. */
export function usesTls(alternative: Trail): boolean {
  if (works(alternative)) return alternative.endpoint.security === 'tls'
  return alternative.endpoint.security === 'tls' && failureIn(alternative)?.stage === 'certificate'
}

/** Another port of the very same host answered in this check: the host is up, this port is not. */
export function hostAnswersElsewhere(situation: Situation): boolean {
  const { host, port } = situation.evidence.endpoint
  return (
    situation.alternatives.some(
      (alternative) => alternative.endpoint.port !== port && hasReachedHost(alternative),
    ) ||
    situation.siblings.some(
      (sibling) =>
        sibling.endpoint.host === host && sibling.endpoint.port !== port && hasReachedHost(sibling),
    )
  )
}

/** With a proxy in between, being connected says only that the proxy is there. */
function hasReachedHost(trail: Trail): boolean {
  return reached(trail, proxyIn(trail) === null ? 'connect' : 'proxy')
}
