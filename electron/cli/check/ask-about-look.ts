import { looksLikeAppPassword } from '#shared/catalogue/app-password.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { signInKindsOn } from '#shared/catalogue/sign-in.ts'
import { lookWords } from '#shared/i18n/app-password-words.ts'
import type { Credential } from '#engine/secret.ts'
import type { Invocation } from '#cli/command.ts'
import { confirm } from '#cli/prompt.ts'
import { say } from '#cli/terminal.ts'

/**
 * Whether a password is to be sent to a provider that takes app passwords alone. One that cannot be such a password is
 * asked about once, before it costs an attempt; a script is told, and goes on.
 */
export async function isMeantAsAppPassword(
  typed: Credential | null,
  provider: Provider | null,
  date: string,
  { terminal, translator: { t } }: Pick<Invocation, 'terminal' | 'translator'>,
): Promise<boolean> {
  const look = provider?.appPasswordLook
  if (typed?.kind !== 'password' || provider === null || look === undefined) return true
  const kinds = signInKindsOn(date, provider)
  if (!kinds.includes('app-password') || kinds.includes('password')) return true
  if (looksLikeAppPassword(look, typed.secret.reveal())) return true
  say(terminal, t('cli.odd-app-password', { provider: provider.name, look: lookWords(look, t) }))
  return terminal.input.isTTY === true
    ? confirm(terminal, t('cli.odd-app-password-go-on'), ['y', 'yes', 'j', 'ja'])
    : true
}
