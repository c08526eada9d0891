import { SIGN_IN_WAYS } from '#shared/contract/capabilities.ts'
import type { TestEvent } from '#shared/contract/test-event.ts'
import { isPossible } from '#shared/finding/action.ts'
import type { Finding } from '#shared/finding/finding.ts'
import { isGood, type EndpointResult } from '#shared/finding/check-result.ts'
import { handedInFor } from '#shared/domain/handed-in.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { hintWords } from '#shared/i18n/discovery-words.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import { stageWords } from '#shared/i18n/stage-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { addresseeOf } from '#shared/report/message-about.ts'
import { stepWords } from '#cli/output/step-words.ts'
import type { Style } from '#cli/output/style.ts'

/** One line of progress, or nothing where there is nothing to tell. */
export function progressLine(event: TestEvent, t: Translate, style: Style): string | null {
  if (event.type === 'waiting') {
    return style.quiet(
      `${event.protocol.padEnd(5)} … ${t('cli.waiting', { stage: stageWords(event.stage, t) })}`,
    )
  }
  if (event.type !== 'stage' || event.event.status === 'running') return null
  const { stage, status, startedMs, endedMs } = event.event
  const took = style.quiet(t('duration.ms', { ms: Math.round(endedMs - startedMs) }))
  const mark = { ok: style.good('✓'), warning: '!', failed: style.bad('✗'), skipped: '-' }[status]
  return `${event.protocol.padEnd(5)} ${mark} ${stageWords(stage, t)} ${took}`
}

/** How one service ended, with the cause and the next steps. */
export function resultText(result: EndpointResult, address: string, t: Translate, style: Style): string {
  const { endpoint, signIn, verdict, findings } = result
  const good = isGood(verdict)
  const word = verdictWords(result, t)
  const heading = `${endpoint.protocol.padEnd(5)} ${formatEndpoint(endpoint)}  ${good ? style.good(word) : style.bad(word)}`
  const relay = signIn === 'none' ? [`      ${t('cli.no-sign-in')}`] : []
  const to = handedInFor(result.evidence)
  const sent = to === null ? [] : [`      ${t('proof.sent', { to })}`]
  return [
    heading,
    ...relay,
    ...sent,
    ...findings.map((finding) => findingText(finding, address, t, style)),
  ].join('\n')
}

function findingText(finding: Finding, address: string, t: Translate, style: Style): string {
  const { title, explanation, password } = findingWords(finding, t)
  const said = finding.serverSaid
  const quote = said === null ? [] : [`${t('server-said')}: ${said}`]
  const to = { ...finding, turn: addresseeOf(finding, address) }
  const steps = finding.actions
    .filter((action) => isPossible(action, SIGN_IN_WAYS) && action.kind !== 'trust-certificate')
    .map((action) => stepWords(action, t, to))
  const hints = (finding.hints ?? []).map(
    (hint) => `- ${hintWords(hint, finding.provider ?? '', t)}${hint.url === null ? '' : ` ${hint.url}`}`,
  )
  const words = [style.strong(title), explanation, ...quote, ...hints, password]
  const lines = [...words, ...steps, style.quiet(finding.code)]
  return lines.map((line) => `      ${line}`).join('\n')
}
