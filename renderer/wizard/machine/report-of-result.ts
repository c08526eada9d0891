import { buildReport, type Report, type ReportMaker } from '#shared/report/report.ts'
import { isGood } from '#shared/finding/check-result.ts'
import type { ResultStep } from '#renderer/wizard/machine/state.ts'

/** What the screen of a result shows, and what was looked at on it, as a report. */
export function reportOfResult(state: ResultStep, madeBy: ReportMaker, made: Date): Report {
  const { address, lanes, network, before, testedAt, saved, looks = {} } = state
  const endpoints = lanes.flatMap(({ result }) => result ?? [])
  const works = endpoints.length > 0 && endpoints.every(({ verdict }) => isGood(verdict))
  return buildReport({
    address: address.unicode,
    verdict: works ? 'ok' : 'problem',
    endpoints,
    madeBy,
    made,
    tested: testedAt,
    lastProved: saved?.account.provedAt ?? null,
    network,
    before,
    ...looks,
  })
}
