import type { Provider } from '#shared/catalogue/provider.ts'
import { takesTestMessage } from '#shared/catalogue/test-message.ts'
import type { ConfirmedService } from '#engine/confirmed-service.ts'
import { composeTestMessage, type TestMessage } from '#engine/round-trip/test-message.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'

/** The message of `--send-test`. It takes a service that sends, one that receives, and the password. */
export async function planTestMessage(
  { values, translator: { t } }: Invocation,
  address: string,
  services: readonly ConfirmedService[],
  provider: Provider | null,
): Promise<TestMessage | null> {
  if (values['send-test'] !== true) return null
  if (values['no-login'] === true) throw new UsageError('--send-test needs a sign-in')
  if (!takesTestMessage(provider?.hints ?? []))
    throw new UsageError('mail of this provider has legal weight: no test message is sent')
  const protocols = new Set(services.map(({ endpoint }) => endpoint.protocol))
  if (!protocols.has('smtp') || !(protocols.has('imap') || protocols.has('pop3')))
    throw new UsageError('--send-test needs SMTP, and IMAP or POP3')
  return composeTestMessage(address, { subject: t('test-message.subject'), text: t('test-message.text') })
}
