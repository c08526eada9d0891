import type { BatchSummary } from '#shared/batch/summary.ts'
import { dayForReader } from '#shared/i18n/day.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** A part of the summary, in words: what the text and the page both show. */
export interface SummaryTable {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Empty parts are left out. */
export function summaryTables(summary: BatchSummary, t: Translate): readonly SummaryTable[] {
  const { providers, codes, certificates, passwordEnds } = summary
  const tables: readonly SummaryTable[] = [
    {
      title: t('batch.providers'),
      head: [t('batch.provider'), t('batch.works'), t('batch.fails')],
      rows: providers.map(({ name, works, fails }) => [name, number(works, t), number(fails, t)]),
    },
    {
      title: t('batch.codes'),
      head: [t('batch.code'), t('batch.accounts')],
      rows: codes.map(({ code, rows }) => [code, number(rows, t)]),
    },
    {
      title: t('batch.password-ends'),
      head: [t('batch.day'), t('batch.provider'), t('batch.accounts')],
      rows: passwordEnds.map(({ day, provider, accounts }) => [
        dayText(dayForReader(day), day, t),
        provider,
        number(accounts, t),
      ]),
    },
    {
      title: t('batch.certificates'),
      head: [t('batch.day'), t('batch.server')],
      rows: certificates.map(({ server, ends }) => [dayText(new Date(ends), ends, t), server]),
    },
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}

export function summaryHeading({ rows, works, fails }: BatchSummary, t: Translate): string {
  return t('batch.result', { rows, works, fails })
}

function number(count: number, t: Translate): string {
  return t('batch.number', { count })
}

function dayText(date: Date | null, written: string, t: Translate): string {
  return date === null || Number.isNaN(date.getTime()) ? written : t('batch.date', { date })
}
