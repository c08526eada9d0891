import { takesTestMessage } from '#shared/catalogue/test-message.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { CheckOptions } from '#cli/check/check-options.ts'
import type { CheckSubject } from '#cli/check/check-subject.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'

/**
 * The language of the message of `--send-test`, `null` where none is sent. It takes a service that sends, one that
 * receives, and the password.
 */
export function planTestMessage(
  { services, discovery }: CheckSubject,
  { way }: CheckOptions,
  { values, translator }: Invocation,
): Language | null {
  if (values['send-test'] !== true) return null
  if (way === 'no-login') throw new UsageError('cli.usage.send-test-sign-in')
  if (!takesTestMessage(discovery.hints)) throw new UsageError('cli.usage.send-test-legal')
  const protocols = new Set(services.map(({ endpoint }) => endpoint.protocol))
  if (!protocols.has('smtp') || !(protocols.has('imap') || protocols.has('pop3')))
    throw new UsageError('cli.usage.send-test-services')
  return translator.language
}
