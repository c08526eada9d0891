import { parseEhloName } from '#shared/domain/ehlo-name.ts'
import type { ExpertSettings } from '#shared/domain/expert-settings.ts'
import type { AuthPlan } from '#cli/check/auth-option.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'

/**
 * `--ipv4`, `--ipv6`, `--ehlo`, and the mechanism that `--auth` names.
 * @throws UsageError for both families at once, and for a name that EHLO cannot be said with
 */
export function readExpert({ values }: Invocation, auth: AuthPlan): ExpertSettings {
  if (values['ipv4'] === true && values['ipv6'] === true)
    throw new UsageError('cli.usage.only-one', { options: '--ipv4, --ipv6' })
  const family = values['ipv4'] === true ? 4 : values['ipv6'] === true ? 6 : null
  return {
    family,
    mechanism: auth.kind === 'only' ? auth.name : null,
    ehloName: readEhloName(values['ehlo']),
  }
}

function readEhloName(given: Invocation['values'][string]): string | null {
  if (typeof given !== 'string') return null
  const name = parseEhloName(given)
  if (name === null) throw new UsageError('cli.usage.ehlo')
  return name
}
