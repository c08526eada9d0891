import type { CheckResult } from '#shared/domain/check-result.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { adminMessage } from '#shared/report/admin-message.ts'
import { remedyFor } from '#shared/report/remedies.ts'

/**
 * The messages to an admin who has a switch to turn, ready to be copied; `null` where nobody has one. Other messages
 * say nothing that does not stand above them already.
 */
export function adminMessagesText({ address, endpoints }: CheckResult, t: Translate): string | null {
  const messages = endpoints.flatMap((result) =>
    result.findings
      .filter(({ code }) => remedyFor(code, result.endpoint.host, address) !== null)
      .map((finding) => `\n${t('message.title')}:\n\n${adminMessage(result, finding, address, t)}`),
  )
  return messages.length === 0 ? null : messages.join('\n')
}
