import type { ConfirmProblem, OpenedAccount } from '#shared/contract/contract.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { formatEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'

/** What a check is about: a setup of the engine, and what is known of it here. */
export interface CheckSubject {
  readonly address: EmailAddress
  readonly setupId: string
  /** Those that are tested; never empty. */
  readonly services: readonly CheckedService[]
  /** `null`: all of the setup. */
  readonly protocols: readonly Protocol[] | null
  readonly discovery: Discovery
  readonly saved: OpenedSaved | null
}

interface CheckedService {
  readonly endpoint: ServerEndpoint
  readonly signIn: ServiceSignIn
}

/** A saved account, and what is there to sign in with. */
export interface OpenedSaved extends Pick<OpenedAccount, 'account' | 'secret'> {
  /** For `sign-in-again`: why no token came of what is kept. */
  readonly finding: OAuthFinding | null
}

/** Why these servers are not used, as wrong usage. */
export function refusedServers(
  problem: ConfirmProblem,
  { unicode }: EmailAddress,
  services: readonly CheckedService[],
  { system, translator: { t } }: Invocation,
): UsageError {
  if (problem === 'CFG_LOCKED') {
    const organisation = system.policy?.policy.organisation ?? ''
    return new UsageError('cli.locked', { organisation, address: unicode }, problem)
  }
  if (problem === 'CFG_INSECURE') {
    const plain = services.filter(({ endpoint }) => endpoint.security === 'none')
    const servers = plain.map(({ endpoint }) => formatEndpoint(endpoint)).join(', ')
    return new UsageError('cli.insecure', { servers }, problem)
  }
  const { title, explanation } = codeWords(problem, t)
  return new UsageError('cli.refused', { title, explanation }, problem)
}
