import type { Discovery } from '#shared/discovery/discovery.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { advise, adviseOnSignIn } from '#cli/check/advise.ts'
import type { CheckOptions } from '#cli/check/check-options.ts'
import { refusedServers, type CheckSubject } from '#cli/check/check-subject.ts'
import { planServices, type PlannedService } from '#cli/check/plan-services.ts'
import type { Invocation } from '#cli/command.ts'
import { discover } from '#cli/discover.ts'
import { UsageError } from '#cli/exit-status.ts'
import { confirm } from '#cli/prompt.ts'
import { say } from '#cli/terminal.ts'

/** Confirms the servers that were given, and what is found for the rest; `null` when the user did not agree. */
export async function confirmFound(
  useCases: UseCases,
  options: CheckOptions,
  invocation: Invocation,
): Promise<CheckSubject | null> {
  const { address, plan } = options
  const { explicit, protocols } = plan
  const allGiven =
    explicit.length > 0 &&
    (protocols ?? []).every((name) => explicit.some(({ protocol }) => protocol === name))
  const network = allGiven ? 'leave-alone' : 'ask'
  const discovery = await discover(useCases, address, network, invocation.terminal.signal)
  advise(explicit, discovery, invocation)
  const planned = planServices(plan, discovery)
  if (planned.length === 0) throw new UsageError('cli.usage.give-servers')
  if (!(await isAgreed(planned, options, invocation))) return null
  const setupId = confirmPlanned(useCases, planned, { address, discovery }, invocation)
  adviseOnSignIn(discovery, invocation)
  return { address, setupId, services: planned, protocols: null, discovery, saved: null }
}

/** No password goes to a server the user has not agreed to: what was found, and not given, is shown and asked for. */
async function isAgreed(
  planned: readonly PlannedService[],
  { way }: CheckOptions,
  { values, terminal, translator }: Invocation,
): Promise<boolean> {
  const open = planned.filter((service) => service.status === 'discovered')
  if (open.length === 0 || values['accept-discovered'] === true || way === 'no-login') return true
  if (terminal.input.isTTY !== true) {
    const options = open.map(({ endpoint }) => `--${endpoint.protocol} ${formatEndpoint(endpoint)}`).join(' ')
    throw new UsageError('cli.usage.not-confirmed', { options })
  }
  for (const { endpoint, userName } of open)
    say(terminal, `  ${endpoint.protocol.padEnd(5)} ${formatEndpoint(endpoint)}  ${userName}`)
  return confirm(terminal, translator.t('cli.confirm-servers'))
}

/**
 * Confirms planned services, and gives the id of their setup.
 * @throws UsageError that says why these servers are not used
 */
export function confirmPlanned(
  useCases: UseCases,
  planned: readonly PlannedService[],
  { address, discovery }: { readonly address: EmailAddress; readonly discovery: Discovery },
  invocation: Invocation,
): string {
  const ticket = useCases.confirm(confirmationOf(planned, address.unicode, discovery))
  if (!ticket.ok) throw refusedServers(ticket.error, address, planned, invocation)
  return ticket.value.setupId
}

/** What is agreed to with planned services. */
export function confirmationOf(
  planned: readonly PlannedService[],
  address: string,
  { provider, candidates }: Pick<Discovery, 'provider' | 'candidates'>,
): Parameters<UseCases['confirm']>[0] {
  return {
    address,
    providerId: provider?.id ?? null,
    services: planned.map(({ endpoint, userName, signIn }) => {
      // Only a server that was given can be said to take mail without a sign-in.
      const origin = signIn === 'none' ? 'typed' : 'found'
      return { endpoint, userName, origin, pin: null, signIn }
    }),
    previous: null,
    issuer: candidates.find(({ issuer }) => issuer !== undefined)?.issuer ?? null,
  }
}
