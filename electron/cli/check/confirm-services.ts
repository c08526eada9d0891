import type { EmailAddress } from '#shared/domain/email-address.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { breaksLock } from '#shared/policy/locks.ts'
import { confirmService, type ConfirmedService } from '#engine/confirmed-service.ts'
import type { PlannedService } from '#cli/check/plan-services.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { confirm } from '#cli/prompt.ts'
import { say } from '#cli/terminal.ts'

/**
 * No password goes to a server nobody has agreed to: what was found, and not given, is shown and asked for.
 * @returns `null` when the user said no
 */
export async function confirmServices(
  planned: readonly PlannedService[],
  address: EmailAddress,
  invocation: Invocation,
): Promise<readonly ConfirmedService[] | null> {
  const { values, terminal, translator, system } = invocation
  const policy = system.policy?.policy ?? null
  if (policy !== null && breaksLock(policy, address, planned))
    throw new UsageError(`${policy.organisation} has fixed the settings for ${address.unicode} [CFG_LOCKED]`)
  const open = planned.filter((service) => service.standing === 'discovered')
  const mustAsk = open.length > 0 && values['accept-discovered'] !== true && values['no-login'] !== true
  if (mustAsk && terminal.input.isTTY !== true) {
    const list = open.map(({ endpoint }) => `--${endpoint.protocol} ${formatEndpoint(endpoint)}`).join(' ')
    throw new UsageError(`these servers were found, not confirmed: give ${list}, or --accept-discovered`)
  }
  if (mustAsk) {
    for (const { endpoint, userName } of open)
      say(terminal, `  ${endpoint.protocol.padEnd(5)} ${formatEndpoint(endpoint)}  ${userName}`)
    if (!(await confirm(terminal, translator.t('cli.confirm-servers'), ['y', 'yes', 'j', 'ja']))) return null
  }
  return planned.map(({ endpoint, userName, signIn }) => {
    const origin = signIn === 'none' ? 'typed' : 'found'
    const service = confirmService(endpoint, userName, { origin, signIn })
    if (!service.ok)
      throw new UsageError(
        `${formatEndpoint(endpoint)}: "none" is only for this computer itself [${service.error}]`,
      )
    return service.value
  })
}
