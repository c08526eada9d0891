import type { Finding } from '#shared/finding/finding.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import { certificateIn, sentIn, type Trail } from '#shared/domain/evidence.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import type { StageRecord } from '#shared/domain/stage.ts'
import { findingWords, passwordWords } from '#shared/i18n/finding-words.ts'
import { stageWords } from '#shared/i18n/stage-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import { markup, NOTHING, type Markup } from '#shared/report/page/markup.ts'
import {
  adminLines,
  certificateRows,
  hintLines,
  stepLines,
  transcriptLines,
} from '#shared/report/report-lines.ts'
import { stageFactsText } from '#shared/report/stage-facts-text.ts'

/** One service: what came of it, its causes, its stages, its certificate and what was said. */
export function serviceSection(result: EndpointResult, address: string, t: Translate): Markup {
  const { endpoint, code, userName, signIn, passwordSent, evidence, findings } = result
  const who = signIn === 'none' ? t('no-sign-in') : t('report.user', { userName })
  const sent = passwordWords(passwordSent, { sent: sentIn(evidence), ...endpoint }, t)
  return markup`<section class="service">
<h2>${t(`service.${endpoint.protocol}`)}: ${verdictWords(result, t)}</h2>
<p class="soft"><code>${formatEndpoint(endpoint)}</code> · <code>${code}</code> · ${who} · ${sent}</p>
${findings.map((finding) => findingBlock(finding, result, address, t))}${stageTable(evidence, t)}${certificateBlock(evidence, t)}${transcriptBlock(result, t)}</section>
`
}

function findingBlock(finding: Finding, result: EndpointResult, address: string, t: Translate): Markup {
  const { title, explanation } = findingWords(finding, t)
  const lines = [...hintLines(finding, t), ...stepLines(finding, address, t)]
  const said = finding.serverSaid
  const admin = adminLines(finding, result, address, t)
  return markup`<div class="finding ${finding.severity}">
<h3>${title} <code>${finding.code}</code></h3>
<p>${explanation}</p>
${said === null ? NOTHING : markup`<p class="soft">${t('server-said')}: <q>${said}</q></p>`}<ul>
${lines.map((line) => markup`<li>${line}</li>\n`)}</ul>
${admin.length === 0 ? NOTHING : lineBlock(t('message.title-admin'), admin)}</div>
`
}

function stageTable(evidence: Trail, t: Translate): Markup {
  const { stages } = evidence
  const total = Math.max(1, ...stages.map(({ endedMs }) => endedMs))
  const encryptedFrom = stages.findIndex(
    ({ stage, status }) => stage === 'certificate' && status !== 'failed',
  )
  const rows = stages.map((record, index) => {
    const isEncrypted = encryptedFrom !== -1 && index >= encryptedFrom
    const kind = record.status === 'failed' ? 'failed' : isEncrypted ? 'encrypted' : record.status
    return stageRow(record, { kind, total }, t)
  })
  return markup`<h3>${t('report.stages')}</h3>
<table class="stages">
<thead><tr><th scope="col">${t('details.stage')}</th><td></td><td></td><th scope="col">${t('details.time')}</th><th scope="col">${t('details.seen')}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
`
}

const MARKS: Readonly<Record<StageRecord['status'], string>> = {
  ok: '✓',
  warning: '!',
  failed: '✗',
  skipped: '–',
}

function stageRow(
  record: StageRecord,
  { kind, total }: { readonly kind: string; readonly total: number },
  t: Translate,
): Markup {
  const { stage, status, startedMs, endedMs } = record
  const start = ((startedMs / total) * 100).toFixed(2)
  const width = Math.max(1, ((endedMs - startedMs) / total) * 100).toFixed(2)
  return markup`<tr class="${kind}"><th scope="row">${stageWords(stage, t)}</th><td class="state">${MARKS[status]}</td><td><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect x="${start}" y="1" width="${width}" height="6"/></svg></td><td class="time">${t('duration.ms', { ms: Math.round(endedMs - startedMs) })}</td><td>${stageFactsText(record)}</td></tr>
`
}

function certificateBlock(evidence: Trail, t: Translate): Markup {
  const certificate = certificateIn(evidence)
  if (certificate === null) return NOTHING
  const rows = certificateRows(certificate, t)
  return markup`<h3>${t('report.certificate')}</h3>
<dl class="facts">
${rows.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>\n`)}</dl>
`
}

function transcriptBlock({ evidence }: EndpointResult, t: Translate): Markup {
  const lines = transcriptLines(evidence.transcript, t)
  return lines.length === 0 ? NOTHING : lineBlock(t('report.transcript'), lines)
}

/** Lines of others, each for itself: none can begin another one. */
export function lineBlock(title: string, lines: readonly string[]): Markup {
  return markup`<h3>${title}</h3>
<pre>${lines.map((line) => markup`${line}\n`)}</pre>
`
}
