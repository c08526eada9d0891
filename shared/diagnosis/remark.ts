import { passwordEndOn } from '#shared/catalogue/endings.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import type { Finding } from '#shared/finding/finding.ts'
import { interceptorOf } from '#shared/diagnosis/interceptors.ts'
import { quotaRemark } from '#shared/diagnosis/quota-remark.ts'
import { about, factsOf } from '#shared/diagnosis/remark-base.ts'
import type { Situation } from '#shared/diagnosis/situation.ts'
import { certificateIn, type Evidence } from '#shared/domain/evidence.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'

/** What a remark may look at beside the evidence. */
export type RemarkContext = Pick<Situation, 'provider' | 'date' | 'credential'>

/** What deserves a word although the service works; mostly nothing. */
export function remarksOn(evidence: Evidence, context: RemarkContext): readonly Finding[] {
  return [interception(evidence), ending(evidence, context), quotaRemark(evidence)].filter(
    (remark) => remark !== null,
  )
}

/**
 * A virus scanner whose authority this computer trusts passes every check of the certificate, and still reads what
 * the user thinks is encrypted up to the server.
 */
function interception(evidence: Evidence): Finding | null {
  const certificate = certificateIn(evidence)
  if (certificate === null) return null
  const signers = [certificate.issuer, ...certificate.chain.map(({ subject }) => subject)]
  const interceptor = signers.map(interceptorOf).find((found) => found !== null)
  if (interceptor === undefined || interceptor === null) return null
  return {
    ...about(evidence, 'certificate'),
    code: 'TLS_INTERCEPTED',
    turn: interceptor.place,
    provider: null,
    product: interceptor.name,
    actions: [{ kind: 'other-network' }, { kind: 'ask-admin' }],
    facts: {
      ...factsOf(evidence),
      stage: 'certificate',
      provider: 'none',
      product: interceptor.name,
      place: interceptor.place,
      trust: 'trusted',
    },
  }
}

/** The password was accepted today, and will not be for long: its last day is known, or others have had it. */
function ending(evidence: Evidence, { provider, date, credential }: RemarkContext): Finding | null {
  const { endpoint, stages } = evidence
  const isSignedIn = stages.some(({ stage, status }) => stage === 'login' && status === 'ok')
  if (provider === null || credential !== 'password' || !isSignedIn || !isOf(provider, endpoint)) return null
  const end = passwordEndOn(date, provider, endpoint.protocol)
  // What the catalogue holds for over and the server accepts all the same is not for the calendar to say.
  if (end === null || end.state === 'final') return null
  const { instead, state, day, finalDay, postponedBy } = end
  return {
    ...about(evidence, 'login'),
    code: 'AUTH_ENDS_SOON',
    turn: 'you',
    provider: provider.name,
    product: null,
    actions:
      instead === 'oauth'
        ? [{ kind: 'oauth-sign-in' }, { kind: 'ask-admin' }]
        : [{ kind: 'app-password', url: provider.pages.appPassword ?? null }],
    facts: {
      ...factsOf(evidence),
      stage: 'login',
      provider: provider.name,
      state,
      day,
      finalDay,
      instead,
      postponedBy,
    },
  }
}

/** A provider's dates hold for its own servers; who has typed another one has moved on already. */
function isOf(provider: Provider, { protocol, host }: ServerEndpoint): boolean {
  return provider.servers[protocol].some((server) => server.startsWith(`${host}:`))
}
