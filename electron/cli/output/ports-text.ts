import type { Finding } from '#shared/finding/finding.ts'
import { conclusionWords } from '#shared/i18n/conclusion-words.ts'
import type { PortReport } from '#shared/survey/port-report.ts'
import type { SurveyReport } from '#shared/survey/survey-report.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { Style } from '#cli/output/style.ts'

/** The ports of each host, a line each: what is behind it, how it is encrypted, until when its certificate is good. */
export function portsText(
  { endpoints: reports, conclusions }: SurveyReport,
  t: Translate,
  style: Style,
): string {
  const hosts = [...new Set(reports.map(({ endpoint }) => endpoint.host))]
  return hosts
    .flatMap((host) => [
      style.strong(host),
      ...reports.filter(({ endpoint }) => endpoint.host === host).map((report) => portLine(report, t, style)),
    ])
    .concat(conclusions.flatMap((finding) => ['', ...conclusionLines(finding, t, style)]))
    .join('\n')
}

function conclusionLines(finding: Finding, t: Translate, style: Style): readonly string[] {
  const { title, explanation } = conclusionWords(finding, t)
  return [style.strong(title), `  ${explanation}`]
}

function portLine(
  { endpoint, address, state, code, tls, certificate, durationMs }: PortReport,
  t: Translate,
  style: Style,
): string {
  const { protocol, port, security } = endpoint
  const word = t(`port-state.${state}`)
  const mark = state === 'open' ? style.good(`✓ ${word}`) : style.bad(`✗ ${word}`)
  const details = [
    tls?.version,
    certificate === null ? undefined : t('ports.certificate', { validTo: new Date(certificate.validTo) }),
    code === 'OK' ? undefined : code,
    t('duration.ms', { ms: durationMs }),
  ].filter((part) => part !== undefined)
  const place = `  ${protocol.padEnd(5)} ${String(port).padEnd(5)} ${security.padEnd(9)} ${(address?.address ?? '').padEnd(16)}`
  return `${place} ${mark}  ${style.quiet(details.join(', '))}`
}
