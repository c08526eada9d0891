import { changeWords } from '#shared/i18n/change-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { verdictWords } from '#shared/i18n/verdict-words.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { isGood, type EndpointResult } from '#shared/finding/check-result.ts'
import {
  isDifferent,
  type FieldDifference,
  type ReportComparison,
  type ServiceDifference,
} from '#shared/report/report-comparison.ts'
import type { Report } from '#shared/report/report.ts'

/** What is to be said of two reports before their services. */
export function comparisonLead(
  { account, network, services }: ReportComparison,
  { address: first }: Report,
  { address: second }: Report,
  t: Translate,
): readonly string[] {
  return [
    ...(account === 'same' ? [] : [t('report.compare.accounts', { first, second })]),
    t(`report.compare.${network}-network`),
    ...(services.some(isDifferent) ? [] : [t('report.compare.nothing')]),
  ]
}

/** What is different about one service, a sentence each. */
export function differenceLines({ fields, server }: ServiceDifference, t: Translate): readonly string[] {
  return [...fields.map((field) => fieldLine(field, t)), ...server.map((change) => changeWords(change, t))]
}

/** How one service did in one of the reports. */
export function resultWords(result: EndpointResult | null, t: Translate): string {
  if (result === null) return '–'
  const [finding] = result.findings
  if (isGood(result.verdict) || finding === undefined) return verdictWords(result, t)
  return codeWords(finding.code, t, finding.facts).title
}

function fieldLine({ field, from, to }: FieldDifference, t: Translate): string {
  return t('report.compare.field', {
    field: t(`report.compare.field.${field}`),
    from: valueWords(field, from, t),
    to: valueWords(field, to, t),
  })
}

function valueWords(field: FieldDifference['field'], value: string | null, t: Translate): string {
  if (value === null) return t('report.none')
  if (field === 'duration') return t('duration.ms', { ms: Number(value) })
  if (field === 'password' && (value === 'no' || value === 'yes' || value === 'unknown'))
    return t(`report.password-sent.${value}`)
  if (field === 'sign-in' && (value === 'password' || value === 'none')) return t(`report.sign-in.${value}`)
  return value
}
