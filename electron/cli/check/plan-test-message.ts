import { takesTestMessage } from '#shared/catalogue/test-message.ts'
import { parseEmailAddress, type EmailAddress } from '#shared/domain/email-address.ts'
import type { UseCases } from '#engine/use-cases.ts'
import type { CheckOptions } from '#cli/check/check-options.ts'
import type { CheckSubject } from '#cli/check/check-subject.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'

/**
 * The message of `--send-test`, `null` where none is sent. It takes a service that sends, and the password; it goes to
 * the account itself, or to the address of `--to`, which being typed is the confirmation.
 */
export function planTestMessage(
  { services, discovery }: CheckSubject,
  { way }: CheckOptions,
  { values, translator }: Invocation,
): Parameters<UseCases['test']>[0]['message'] {
  const to = readRecipient(values['to'])
  if (values['send-test'] !== true) {
    if (to !== null) throw new UsageError('cli.usage.to-send-test')
    return null
  }
  if (way === 'no-login') throw new UsageError('cli.usage.send-test-sign-in')
  if (!takesTestMessage(discovery.hints)) throw new UsageError('cli.usage.send-test-legal')
  if (!services.some(({ endpoint }) => endpoint.protocol === 'smtp'))
    throw new UsageError('cli.usage.send-test-services')
  return { language: translator.language, to }
}

function readRecipient(text: string | boolean | undefined): EmailAddress | null {
  if (typeof text !== 'string') return null
  const address = parseEmailAddress(text)
  if (!address.ok) throw new UsageError('cli.usage.to')
  return address.value
}
