import type { Finding } from '#shared/finding/finding.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { stageWords } from '#shared/i18n/stage-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { remedyFor } from '#shared/report/remedies.ts'
import { remedyLines } from '#shared/report/remedy-lines.ts'

/**
 * A message to the provider or administrator: what does not work, where exactly, what the server said, and the switch
 * to turn, where it is known. It holds the address, because they have to find the account, and never a secret.
 */
export function adminMessage(
  result: EndpointResult,
  finding: Finding,
  address: string,
  t: Translate,
): string {
  const { title, explanation } = findingWords(finding, t)
  const said = finding.serverSaid
  const { host, protocol } = result.endpoint
  const remedy = remedyFor(finding.code, host, address)
  const target = { address, userName: result.userName, protocol }
  const lines = [
    t('admin-message.hello'),
    '',
    t(finding.severity === 'warning' ? 'admin-message.intro-works' : 'admin-message.intro', { address }),
    '',
    `${title}. ${explanation}`,
    '',
    ...(remedy === null ? [] : [...remedyLines(remedy, target, t), '']),
    `${t('admin-message.server')}: ${result.endpoint.protocol.toUpperCase()} ${formatEndpoint(result.endpoint)}`,
    result.signIn === 'none' ? t('no-sign-in') : `${t('admin-message.user-name')}: ${result.userName}`,
    `${t('admin-message.stage')}: ${stageWords(finding.stage, t)}`,
    ...(said === null ? [] : [`${t('server-said')}: ${said}`]),
    `${t('admin-message.code')}: ${finding.code}`,
    '',
    t('admin-message.thanks'),
  ]
  return lines.join('\n')
}
