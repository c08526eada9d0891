import type { Language } from '#shared/i18n/languages.ts'
import { arrivalWords } from '#shared/i18n/arrival-words.ts'
import { conclusionWords } from '#shared/i18n/conclusion-words.ts'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { mechanismWords } from '#shared/i18n/mechanism-words.ts'
import type { Translator, Translate } from '#shared/i18n/translator.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { isGood } from '#shared/finding/check-result.ts'
import { firstAnswers, mainPoint, versionLines } from '#shared/report/first-answers.ts'
import { utcMoment } from '#shared/text/utc.ts'
import { Markup, markup, NOTHING } from '#shared/report/page/markup.ts'
import { PAGE_STYLE, PAGE_STYLE_HASH } from '#shared/report/page/page-style.ts'
import { lineBlock, serviceSection } from '#shared/report/page/service-section.ts'
import { embeddedJson } from '#shared/report/report-json.ts'
import { networkColumns, networkRows, stepLines } from '#shared/report/report-lines.ts'
import type { Report } from '#shared/report/report.ts'

/**
 * A report as one page that needs nothing else: no Mailwright, no network, no script. The verdict and what to do come
 * first. The report itself is in it as data, so that Mailwright opens the page again.
 *
 * SECURITY: a server has written some of it. Every text is escaped where it is put in, and the policy lets the browser
 * run nothing, load nothing and follow nothing, whatever would slip through.
 */
export function reportHtml(report: Report, { language, t }: Translator): string {
  const parts = [head(report, language, t), top(report, t), body(report, t)].map(String)
  return `${parts.join('')}${embeddedJson(report)}\n</body>\n</html>\n`
}

function head({ address }: Report, language: Language, t: Translate): Markup {
  const policy = `default-src 'none'; style-src '${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'`
  const title = `${t('report.title')}: ${address}`
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${STYLE}
</head>
<body>
`
}

/** Ours, letter by letter: its hash is what lets it in. */
const STYLE = Markup.of([`<style>${PAGE_STYLE}</style>`], [])

/** Verdict, next step and the ten answers: the first screen. */
function top(report: Report, t: Translate): Markup {
  const { address, verdict } = report
  const answers = firstAnswers(report, t).map(
    ({ question, label, lines }) =>
      markup`<div data-question="${question}"><dt>${label}</dt>${lines.map((line) => markup`<dd>${line}</dd>`)}</div>\n`,
  )
  return markup`<main>
<header class="verdict ${verdict}">
<p class="soft">${t('report.title')}: ${address}</p>
${headline(report, t)}</header>
<div class="top">
${todo(report, t)}<dl class="answers">
${answers}</dl>
</div>
`
}

function headline(report: Report, t: Translate): Markup {
  const { verdict, endpoints } = report
  const finding = mainPoint(report)?.finding ?? null
  const mark = markup`<span class="mark" aria-hidden="true">${verdict === 'ok' ? '✓' : '✗'}</span>`
  const bad = endpoints.filter((result) => !isGood(result.verdict)).length
  if (verdict === 'ok' || finding === null)
    return markup`<h1>${mark} ${t('report.verdict')}: ${t(`report.verdict.${verdict}`)}</h1>\n`
  const { title, explanation } = findingWords(finding, t)
  const more = bad > 1 ? markup`<p class="soft">${t('report.more', { count: bad - 1 })}</p>\n` : NOTHING
  return markup`<h1>${mark} ${title}</h1>
<p>${explanation}</p>
${more}`
}

function todo(report: Report, t: Translate): Markup {
  const finding = mainPoint(report)?.finding ?? null
  if (finding === null) return NOTHING
  const steps = stepLines(finding, report.address, t)
  return markup`<div class="todo">
<h2>${t('report.todo')}</h2>
<p>${t(`turn.${finding.turn}`)}:</p>
<ul>
${steps.map((step) => markup`<li>${step}</li>\n`)}</ul>
</div>
`
}

function body(report: Report, t: Translate): Markup {
  const { endpoints, address, made } = report
  const maker = versionLines(report, t).join(', ')
  return markup`${endpoints.map((result) => serviceSection(result, address, t))}${network(report, t)}${mechanisms(report, t)}${arrival(report, t)}${past(report, t)}</main>
<footer class="soft">
<p>${maker}, ${t('report.utc', { moment: utcMoment(made) })}. ${t('report.no-secrets')}</p>
<p>${t('report.again')}</p>
</footer>
`
}

function network(report: Report, t: Translate): Markup {
  const rows = networkRows(report, t)
  if (rows.length === 0) return NOTHING
  const conclusions = (report.survey?.conclusions ?? []).map((finding) => {
    const { title, explanation } = conclusionWords(finding, t)
    return markup`<p><b>${title}.</b> ${explanation}</p>\n`
  })
  const columns = networkColumns(t)
  return markup`<h2>${t('report.network')}</h2>
${conclusions}<table>
<thead><tr>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => markup`<tr><th scope="row">${row.service}</th><td>${row.host}</td><td>${row.port}</td><td>${row.address}</td><td>${row.outcome}</td></tr>\n`)}</tbody>
</table>
`
}

function mechanisms({ mechanisms: tried }: Report, t: Translate): Markup {
  if (tried === null) return NOTHING
  const lines = tried.services.flatMap(({ endpoint, mechanisms: trials }) =>
    trials.map((trial) => {
      const code = trial.code === null ? '' : ` [${trial.code}]`
      return `${endpoint.protocol.toUpperCase()}  ${trial.name}  ${mechanismWords(trial, t)}${code}`
    }),
  )
  const ended = tried.endedBy === null ? [] : [t('mechanisms.ended', { code: tried.endedBy })]
  return lineBlock(t('mechanisms.title'), [...lines, ...ended])
}

function arrival({ arrival: report }: Report, t: Translate): Markup {
  if (report === null) return NOTHING
  const subjects = report.findings.map((finding) => {
    const { subject, title, explanation, proof } = arrivalWords(finding, t)
    const records = finding.records.flatMap(({ change, name, type, value }) => [
      `${t(`arrival.record.${change}`)}:`,
      `${name}  ${type}  ${value}`,
    ])
    return markup`<h3>${t(`arrival.mark.${finding.severity}`)}: ${subject} <code>${finding.code}</code></h3>
<p><b>${title}.</b> ${explanation} <span class="soft">${proof}</span></p>
${records.length === 0 ? NOTHING : markup`<pre>${records.map((record) => markup`${record}\n`)}</pre>\n`}`
  })
  return markup`<h2>${t('arrival.title')}</h2>
<p>${t(`arrival.verdict.${report.verdict}`)}</p>
${subjects}`
}

function past({ before }: Report, t: Translate): Markup {
  if (before === null) return NOTHING
  const lines = before.results.map(
    (result) => `${formatEndpoint(result.endpoint)}  ${verdictWords(result, t)} (${result.code})`,
  )
  return lineBlock(t('comparison.before'), lines)
}
