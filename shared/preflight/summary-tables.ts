import type { SummaryTable } from '#shared/batch/summary-tables.ts'
import { dayForReader } from '#shared/i18n/day.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { LineBreak } from '#shared/preflight/preflight-line.ts'
import { nextDay, type PreflightSummary } from '#shared/preflight/summary.ts'

/** What the list comes to, in words; empty parts are left out. */
export function preflightTables(
  { breaks, handlers }: PreflightSummary,
  t: Translate,
): readonly SummaryTable[] {
  const count = (number: number) => t('batch.number', { count: number })
  const tables: readonly SummaryTable[] = [
    {
      title: t('preflight.breaks'),
      head: [
        t('batch.day'),
        t('batch.provider'),
        t('preflight.what'),
        t('preflight.domains'),
        t('preflight.addresses'),
      ],
      rows: breaks.map(({ provider, break: one, domains, addresses }) => [
        dayText(nextDay(one), t),
        provider,
        breakWords(one, t),
        count(domains),
        count(addresses),
      ]),
    },
    {
      title: t('preflight.handlers'),
      head: [t('preflight.mail'), t('batch.provider'), t('preflight.domains'), t('preflight.addresses')],
      rows: handlers.map(({ name, mail, domains, addresses }) => [
        t(`preflight.mail.${mail}`),
        name ?? '',
        count(domains),
        count(addresses),
      ]),
    },
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}

export function preflightHeading(summary: PreflightSummary, t: Translate): string {
  const { domains, addresses, care, contradictions, wrongLines } = summary
  return t('preflight.result', { domains, addresses, care, contradictions, wrong: wrongLines })
}

/** What stops, in a few words. */
export function breakWords({ kind, services }: Pick<LineBreak, 'kind' | 'services'>, t: Translate): string {
  return t(`preflight.break.${kind}`, { services: services ?? '' })
}

/** A day for a person to read. */
export function dayText(day: string, t: Translate): string {
  const date = dayForReader(day)
  return date === null ? day : t('batch.date', { date })
}
