import type { RefusalStanding } from '#shared/accounts/refusals.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { confirm } from '#cli/prompt.ts'
import { say } from '#cli/terminal.ts'

/**
 * Says how many passwords have been refused lately, and asks before one too many. Whoever knows that this is another
 * password can go on: nobody is kept out of their own account.
 */
export async function mayTryPassword(
  { refused, left, since }: RefusalStanding,
  { terminal, translator: { t, language }, values }: Invocation,
): Promise<boolean> {
  if (refused === 0 || since === null) return true
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(since))
  say(terminal, t('cli.refusals', { refused, left, since: time }))
  if (left > 0 || values['insist'] === true) return true
  if (terminal.input.isTTY !== true)
    throw new UsageError(
      'too many passwords were refused: give --insist if this is another one [AUTH_PAUSED]',
    )
  return confirm(terminal, t('cli.refusals-go-on'), ['y', 'yes', 'j', 'ja'])
}
