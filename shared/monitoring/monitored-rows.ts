import { identityKey } from '#shared/batch/row.ts'
import type { ResultLine } from '#shared/batch/result-line.ts'
import { isGood } from '#shared/finding/check-result.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { secondsAt, type MonitoredAccount, type MonitoredService } from '#shared/monitoring/monitored.ts'

/**
 * The rows of a file as accounts to be monitored. Several rows may be about one address, and a monitoring system takes
 * each series once: they are one account, and of two tests of one server the worse counts.
 */
export class MonitoredRows {
  readonly #rows = new Map<string, { readonly line: number; readonly account: MonitoredAccount }>()
  readonly #t: Translate

  constructor(t: Translate) {
    this.#t = t
  }

  add(line: ResultLine): void {
    // A wrong row is known by its line alone; one that was mended since has a result of its own.
    const wrongKey = `#${line.line}`
    this.#rows.delete(wrongKey)
    const key = line.row === null ? wrongKey : identityKey(line.row)
    this.#rows.set(key, { line: line.line, account: monitoredRow(line, this.#t) })
  }

  /** In the order of the file, however the tests have ended. */
  accounts(): readonly MonitoredAccount[] {
    const rows = [...this.#rows.values()].toSorted((a, b) => a.line - b.line)
    const byAddress = Map.groupBy(
      rows.map(({ account }) => account),
      ({ address }) => address,
    )
    return [...byAddress.values()].flatMap((rows) => asOne(rows) ?? [])
  }
}

function monitoredRow(
  { line, row, code, endpoints, error, passwordEnds }: ResultLine,
  t: Translate,
): MonitoredAccount {
  const services = endpoints.map(
    ({ protocol, host, port, security, verdict, code: own, certificateEnds, seconds, findings = [] }) => ({
      endpoint: { protocol, host, port, security },
      verdict,
      code: own,
      seconds: seconds ?? null,
      certificateEnds: certificateEnds === null ? null : secondsAt(certificateEnds),
      title: findings[0]?.title ?? t(`verdict.${verdict}`),
      explanation: findings[0]?.explanation ?? '',
    }),
  )
  const shown = services.find(({ verdict }) => verdict === 'failed') ?? services[0]
  return {
    address: row?.address ?? `#${line}`,
    code,
    title: error?.title ?? shown?.title ?? '',
    services,
    passwordEnds: passwordEnds === null ? null : secondsAt(passwordEnds),
    changes: [],
  }
}

function asOne(rows: readonly MonitoredAccount[]): MonitoredAccount | null {
  const [first] = rows
  if (first === undefined || rows.length === 1) return first ?? null
  const bad = rows.find(({ code }) => code !== 'OK') ?? first
  const services = rows.flatMap((row) => row.services)
  const byServer = Map.groupBy(services, ({ endpoint }) => `${endpoint.protocol} ${formatEndpoint(endpoint)}`)
  // What was not tested at all is not up, whatever another row has proved.
  const isUntested = rows.some((row) => row.services.length === 0)
  return {
    address: first.address,
    code: bad.code,
    title: bad.title,
    passwordEnds: first.passwordEnds,
    changes: [],
    services: isUntested ? [] : [...byServer.values()].flatMap((tests) => worseOf(tests) ?? []),
  }
}

function worseOf(tests: readonly MonitoredService[]): MonitoredService | undefined {
  return tests.find(({ verdict }) => !isGood(verdict)) ?? tests[0]
}
