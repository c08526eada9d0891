import type { Finding } from '#shared/finding/finding.ts'
import type { CheckResult, EndpointResult } from '#shared/finding/check-result.ts'
import { certificateIn, sentIn } from '#shared/domain/evidence.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { hintWords } from '#shared/i18n/discovery-words.ts'
import { findingWords, passwordWords } from '#shared/i18n/finding-words.ts'
import { stageWords } from '#shared/i18n/stage-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import { stageFactsText } from '#shared/report/stage-facts-text.ts'

export interface ReportOrigin {
  readonly version: string
  readonly made: Date
}

/**
 * A whole check as Markdown, for a ticket or a colleague. Everything in it was redacted when it was recorded. What a
 * server said stands in code blocks, where no reader takes it for markup.
 */
export function checkReport(
  { address, verdict, endpoints }: CheckResult,
  { version, made }: ReportOrigin,
  t: Translate,
): string {
  return [
    `# ${t('report.title')}`,
    '',
    t('report.made', { date: made, version }),
    t('report.no-secrets'),
    '',
    `- ${t('report.address')}: ${inline(address)}`,
    `- ${t('report.verdict')}: ${t(`report.verdict.${verdict}`)}`,
    ...endpoints.flatMap((endpoint) => ['', ...service(endpoint, t)]),
    '',
  ].join('\n')
}

function service(result: EndpointResult, t: Translate): readonly string[] {
  const { endpoint, code, userName, signIn, passwordSent, evidence, findings } = result
  const stages = evidence.stages.map((record) => {
    const took = `${Math.round(record.endedMs - record.startedMs)} ms`.padStart(9)
    return `${record.status.padEnd(8)}${took}  ${stageWords(record.stage, t)}  ${stageFactsText(record)}`
  })
  const certificate = certificateIn(evidence)
  const who = signIn === 'none' ? t('no-sign-in') : `${t('admin-message.user-name')}: ${inline(userName)}`
  const said = evidence.transcript.map(
    ({ direction, text, atMs }) =>
      `${String(Math.round(atMs)).padStart(6)}  ${direction === 'sent' ? '>' : '<'} ${text}`,
  )
  return [
    `## ${endpoint.protocol.toUpperCase()} ${formatEndpoint(endpoint)}: ${verdictWords(result, t)} (${code})`,
    '',
    `${who}. ${passwordWords(passwordSent, { sent: sentIn(evidence), ...endpoint }, t)}`,
    ...findings.flatMap((finding) => findingLines(finding, t)),
    ...block(t('report.stages'), stages),
    ...(certificate === null
      ? []
      : block(
          t('report.certificate'),
          Object.entries(certificate).map(([name, value]) => `${name}: ${plain(value)}`),
        )),
    ...block(t('report.transcript'), said),
  ]
}

function findingLines(finding: Finding, t: Translate): readonly string[] {
  const { title, explanation } = findingWords(finding, t)
  const said = finding.serverSaid
  const provider = finding.provider ?? ''
  const hints = (finding.hints ?? []).map((hint) => `- ${hintWords(hint, provider, t)}`)
  return [
    '',
    `**${prose(title)}.** ${prose(explanation)}`,
    ...(hints.length === 0 ? [] : ['', ...hints]),
    ...(said === null ? [] : block(t('server-said'), [said])),
  ]
}

function block(title: string, lines: readonly string[]): readonly string[] {
  return ['', `${title}:`, '', ...lines.map((line) => `    ${line.trimEnd()}`)]
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Words with names from a certificate or a server among them, which must not become markup, a link or an image. */
function prose(text: string): string {
  return text.replace(/[<[\\`]/g, '\\$&')
}

/** A typed text within a line; a backtick would end the code it stands in. */
function inline(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``
}
