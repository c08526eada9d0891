import { sameEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { PortReport } from '#shared/survey/port-report.ts'

/** One address of one host, over which its ports were looked at. */
export interface MatrixColumn {
  readonly host: string
  /** `null`: the name leads nowhere, or the proxy looks it up. */
  readonly address: PortReport['address']
}

export interface MatrixRow {
  readonly port: Pick<ServerEndpoint, 'protocol' | 'port' | 'security'>
  /** One for each column, `null` where this port was not looked at there. */
  readonly cells: readonly (PortReport | null)[]
}

/** The ports of all hosts side by side: a row for each port, a column for each address. */
export interface PortMatrix {
  readonly columns: readonly MatrixColumn[]
  readonly rows: readonly MatrixRow[]
}

export function portMatrix(reports: readonly PortReport[]): PortMatrix {
  const columns = firstOfEach(reports, columnKey).map(({ endpoint: { host }, address }) => ({
    host,
    address,
  }))
  const rows = firstOfEach(reports, rowKey).map(({ endpoint: { protocol, port, security } }) => ({
    port: { protocol, port, security },
    cells: columns.map(
      ({ host, address }) =>
        reports.find(
          (report) =>
            sameEndpoint(report.endpoint, { protocol, port, security, host }) &&
            report.address?.address === address?.address,
        ) ?? null,
    ),
  }))
  return { columns, rows }
}

const columnKey = ({ endpoint, address }: PortReport) => `${endpoint.host} ${address?.address ?? ''}`
const rowKey = ({ endpoint: { protocol, port, security } }: PortReport) => `${protocol} ${port} ${security}`

function firstOfEach(
  reports: readonly PortReport[],
  key: (report: PortReport) => string,
): readonly PortReport[] {
  return [...new Map(reports.toReversed().map((report) => [key(report), report])).values()].toReversed()
}
