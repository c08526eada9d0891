import { looksLikeAppPassword, takesAppPasswordsAlone } from '#shared/catalogue/app-password.ts'
import type { DiscoveredProvider } from '#shared/discovery/discovery.ts'
import { appPasswordFormatWords } from '#shared/i18n/app-password-words.ts'
import type { Invocation } from '#cli/command.ts'
import { confirm } from '#cli/prompt.ts'
import { say } from '#cli/terminal.ts'

/**
 * Whether a password is to be sent to a provider that takes app passwords alone. One that cannot be such a password is
 * asked about once, before it costs an attempt; a script is told, and goes on.
 */
export async function isMeantAsAppPassword(
  typed: string,
  provider: DiscoveredProvider | null,
  { terminal, translator: { t } }: Pick<Invocation, 'terminal' | 'translator'>,
): Promise<boolean> {
  const format = provider?.appPasswordFormat
  if (provider === null || format === undefined || !takesAppPasswordsAlone(provider.signIn)) return true
  if (looksLikeAppPassword(format, typed)) return true
  say(
    terminal,
    t('cli.odd-app-password', { provider: provider.name, format: appPasswordFormatWords(format, t) }),
  )
  return terminal.input.isTTY === true ? confirm(terminal, t('cli.odd-app-password-go-on')) : true
}
