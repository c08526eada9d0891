import type { ArrivalReport } from '#shared/arrival/report.ts'
import { arrivalWords } from '#shared/i18n/arrival-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/**
 * What a report says about the believability of mail, as Markdown. Records are other people's text and stand in code
 * blocks, where no reader takes them for markup.
 */
export function arrivalReportLines(report: ArrivalReport | null, t: Translate): readonly string[] {
  if (report === null) return []
  const subjects = report.findings.flatMap((finding) => {
    const { subject, title, explanation, proof } = arrivalWords(finding, t)
    const records = finding.records.flatMap(({ change, name, type, value }) => [
      '',
      `${t(`arrival.record.${change}`)}:`,
      '',
      `    ${name}  ${type}  ${value}`,
    ])
    const place = `${t(`arrival.mark.${finding.severity}`)} (${finding.code}, ${proof})`
    return ['', `### ${subject}: ${place}`, '', `    ${title}`, `    ${explanation}`, ...records]
  })
  return [`## ${t('arrival.title')}`, '', t(`arrival.verdict.${report.verdict}`), ...subjects, '']
}
