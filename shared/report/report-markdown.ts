import type { Finding } from '#shared/finding/finding.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { certificateIn, sentIn } from '#shared/domain/evidence.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { conclusionWords } from '#shared/i18n/conclusion-words.ts'
import { findingWords, passwordWords } from '#shared/i18n/finding-words.ts'
import { mechanismWords } from '#shared/i18n/mechanism-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import { arrivalReportLines } from '#shared/report/arrival-report.ts'
import { firstAnswers, mainPoint } from '#shared/report/first-answers.ts'
import type { Report } from '#shared/report/report.ts'
import {
  adminLines,
  certificateRows,
  stageLines,
  hintLines,
  networkRows,
  stepLines,
  transcriptLines,
} from '#shared/report/report-lines.ts'
import { visibleText } from '#shared/text/visible-text.ts'

/**
 * A report as Markdown, for a ticket or a colleague. What a server said stands in code blocks, where no reader takes it
 * for markup.
 */
export function reportMarkdown(report: Report, t: Translate): string {
  const { made, madeBy, endpoints, verdict } = report
  const lines = [
    `# ${t('report.title')}`,
    '',
    t('report.made', { date: new Date(made), version: prose(madeBy.version) }),
    t('report.no-secrets'),
    '',
    `- ${t('report.verdict')}: ${t(`report.verdict.${verdict}`)}`,
    ...firstAnswers(report, t).map(({ label, lines: answer }) => `- ${label}: ${prose(answer.join(', '))}`),
    ...nextSteps(report, t),
    ...endpoints.flatMap((result) => ['', ...service(result, report, t)]),
    ...network(report, t),
    ...mechanisms(report, t),
    '',
    ...arrivalReportLines(report.arrival, t),
    ...before(report, t),
  ]
  return lines.map(visibleText).join('\n')
}

function nextSteps(report: Report, t: Translate): readonly string[] {
  const point = mainPoint(report)
  const finding = point?.finding ?? null
  if (point === null || finding === null) return ['', `## ${t('report.todo')}`, '', t('report.nothing-to-do')]
  return [
    '',
    `## ${t('report.todo')}`,
    '',
    `${t(`turn.${finding.turn}`)}:`,
    '',
    ...stepLines(finding, report.address, t).map((step) => `- ${prose(step)}`),
  ]
}

function service(result: EndpointResult, { address }: Report, t: Translate): readonly string[] {
  const { endpoint, code, userName, signIn, passwordSent, evidence, findings } = result
  const certificate = certificateIn(evidence)
  const who = signIn === 'none' ? t('no-sign-in') : `${t('admin-message.user-name')}: ${inline(userName)}`
  return [
    `## ${endpoint.protocol.toUpperCase()} ${formatEndpoint(endpoint)}: ${verdictWords(result, t)} (${code})`,
    '',
    `${who}. ${passwordWords(passwordSent, { sent: sentIn(evidence), ...endpoint }, t)}`,
    ...findings.flatMap((finding) => findingLines(finding, result, address, t)),
    ...block(t('report.stages'), stageLines(evidence.stages, t)),
    ...(certificate === null
      ? []
      : block(
          t('report.certificate'),
          certificateRows(certificate, t).map(([label, value]) => `${label}: ${value}`),
        )),
    ...block(t('report.transcript'), transcriptLines(evidence.transcript, t)),
  ]
}

function findingLines(
  finding: Finding,
  result: EndpointResult,
  address: string,
  t: Translate,
): readonly string[] {
  const { title, explanation, password } = findingWords(finding, t)
  const said = finding.serverSaid
  const further = [...hintLines(finding, t), password, ...stepLines(finding, address, t)]
  const admin = adminLines(finding, result, address, t)
  return [
    '',
    `**${prose(title)}.** ${prose(explanation)}`,
    '',
    ...further.map((line) => `- ${prose(line)}`),
    ...(said === null ? [] : block(t('server-said'), [said])),
    ...(admin.length === 0 ? [] : block(t('message.title-admin'), admin)),
  ]
}

function network(report: Report, t: Translate): readonly string[] {
  const rows = networkRows(report, t).map(({ service: name, host, port, address, outcome }) =>
    [name.padEnd(5), host, port, address, outcome].join('  '),
  )
  const conclusions = (report.survey?.conclusions ?? []).flatMap((finding) => {
    const { title, explanation } = conclusionWords(finding, t)
    return ['', `**${prose(title)}.** ${prose(explanation)}`]
  })
  return rows.length === 0 ? [] : ['', `## ${t('report.network')}`, ...conclusions, ...block('', rows)]
}

function mechanisms({ mechanisms: tried }: Report, t: Translate): readonly string[] {
  if (tried === null) return []
  const lines = tried.services.flatMap(({ endpoint, mechanisms: trials }) =>
    trials.map((trial) => {
      const code = trial.code === null ? '' : ` [${trial.code}]`
      return `${endpoint.protocol.toUpperCase()}  ${trial.name}  ${mechanismWords(trial, t)}${code}`
    }),
  )
  const ended = tried.endedBy === null ? [] : ['', t('mechanisms.ended', { code: tried.endedBy })]
  return ['', `## ${t('mechanisms.title')}`, ...block('', lines), ...ended]
}

/** How it went in the network before this one; the evidence of it stays in the JSON. */
function before({ before: past }: Report, t: Translate): readonly string[] {
  if (past === null) return []
  const lines = past.results.map(
    (result) => `${formatEndpoint(result.endpoint)}  ${verdictWords(result, t)} (${result.code})`,
  )
  return [`## ${t('comparison.before')}`, ...block('', lines)]
}

function block(title: string, lines: readonly string[]): readonly string[] {
  return [...(title === '' ? [''] : ['', `${title}:`, '']), ...lines.map((line) => `    ${line.trimEnd()}`)]
}

/** Words with names from a certificate or a server among them, which must not become markup, a link or an image. */
function prose(text: string): string {
  return text.replace(/[<[\\`]/g, '\\$&')
}

/** A typed text within a line; a backtick would end the code it stands in. */
function inline(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``
}
