import type { MessageFacts } from '#shared/domain/message-facts.ts'
import type { ArrivalFinding, ArrivalReport, DnsRecord } from '#shared/arrival/report.ts'
import { arrivalWords } from '#shared/i18n/arrival-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { Style } from '#cli/output/style.ts'

const INDENT = '      '

/** Each subject with its mark and meaning; what is to be changed comes with the record to copy. */
export function arrivalText({ verdict, findings }: ArrivalReport, t: Translate, style: Style): string {
  const parts = findings.map((finding) => findingText(finding, t, style))
  return [...parts, style.strong(t(`arrival.verdict.${verdict}`))].join('\n')
}

function findingText(finding: ArrivalFinding, t: Translate, style: Style): string {
  const { subject, title, explanation, turn, steps, proof } = arrivalWords(finding, t)
  const { code, severity, records } = finding
  const mark = { ok: style.good('✓'), info: 'i', warning: '!', error: style.bad('✗') }[severity]
  const more = [
    explanation,
    ...(turn === null ? [] : [turn]),
    ...steps.map((step) => `→ ${step}`),
    ...(finding.steps.includes('send-test') ? [`  ${t('arrival.cli-message')}`] : []),
    ...records.flatMap((record) => recordLines(record, t)),
    style.quiet(code === 'OK' ? proof : `${code}, ${proof}`),
  ]
  return [`${mark} ${subject}: ${style.strong(title)}`, ...more.map((line) => `${INDENT}${line}`)].join('\n')
}

function recordLines({ change, name, type, value }: DnsRecord, t: Translate): readonly string[] {
  return [`${t(`arrival.record.${change}`)}:`, `  ${name}  ${type}  ${value}`]
}

/** Says so where a message bears results, but none of the host that received it; `null` where there is nothing to say. */
export function unprovedText(message: MessageFacts | null, t: Translate): string | null {
  if (message === null || message.verdicts.length > 0 || message.setAside.length === 0) return null
  const hosts = message.setAside.map((one) => t('arrival.cli-other-results', { ...one }))
  return t('arrival.cli-set-aside', { hosts: hosts.join(', ') })
}
