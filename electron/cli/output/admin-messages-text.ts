import type { Finding } from '#shared/finding/finding.ts'
import type { CheckResult } from '#shared/finding/check-result.ts'
import { messageTitle } from '#shared/i18n/action-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { letterText } from '#shared/report/letter.ts'
import { addresseeOf, messageAbout } from '#shared/report/message-about.ts'
import { remedyFor } from '#shared/report/remedies.ts'

/**
 * The messages to an admin who has a switch to turn or a port to open, ready to be copied; `null` where there is none.
 * Other messages say nothing that does not stand above them already.
 */
export function adminMessagesText({ address, endpoints }: CheckResult, t: Translate): string | null {
  const messages = endpoints.flatMap((result) =>
    result.findings
      .filter((finding) => saysMore(finding, address))
      .map((finding) => {
        const title = messageTitle(addresseeOf(finding, address), t)
        return `\n${title}:\n\n${letterText(messageAbout(result, finding, address, t), t)}`
      }),
  )
  return messages.length === 0 ? null : messages.join('\n')
}

function saysMore({ code, turn, endpoint }: Finding, address: string): boolean {
  const isBlocked = code === 'NET_PORT_BLOCKED' && turn === 'network'
  return isBlocked || remedyFor(code, endpoint.host, address) !== null
}
