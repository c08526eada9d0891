import { expect, test } from 'vitest'
import type { IpAddress } from '#shared/domain/stage.ts'
import { portMatrix } from '#shared/survey/port-matrix.ts'
import type { PortReport, PortState } from '#shared/survey/port-report.ts'
import { endpoint } from '../../renderer/wizard/samples.ts'

const V4: IpAddress = { address: '192.0.2.1', family: 4 }
const V6: IpAddress = { address: '2001:db8::1', family: 6 }

function seen(text: string, address: IpAddress | null, state: PortState): PortReport {
  const of = endpoint(text.includes(':993:') ? 'imap' : 'smtp', text)
  return {
    endpoint: of,
    address,
    state,
    code: 'OK',
    finding: null,
    tls: null,
    certificate: null,
    durationMs: 1,
  }
}

const shown = (reports: readonly PortReport[]) => {
  const { columns, rows } = portMatrix(reports)
  return {
    columns: columns.map(({ host, address }) => `${host} ${address?.address ?? '–'}`),
    rows: rows.map(({ port, cells }) => [
      `${port.protocol} ${port.port} ${port.security}`,
      ...cells.map((cell) => cell?.state ?? '–'),
    ]),
  }
}

test('each port is a row and each address a column, in the order they were looked at', () => {
  expect(
    shown([
      seen('mail.example.org:465:tls', V6, 'unreachable'),
      seen('mail.example.org:465:tls', V4, 'open'),
      seen('mail.example.org:993:tls', V6, 'silent'),
      seen('mail.example.org:993:tls', V4, 'refused'),
    ]),
  ).toEqual({
    columns: ['mail.example.org 2001:db8::1', 'mail.example.org 192.0.2.1'],
    rows: [
      ['smtp 465 tls', 'unreachable', 'open'],
      ['imap 993 tls', 'silent', 'refused'],
    ],
  })
})

test('two hosts at one address are two columns, and what was not looked at stays empty', () => {
  expect(
    shown([
      seen('imap.example.org:993:tls', V4, 'open'),
      seen('smtp.example.org:465:tls', V4, 'strange'),
      seen('gone.example.org:465:tls', null, 'unknown'),
    ]),
  ).toEqual({
    columns: ['imap.example.org 192.0.2.1', 'smtp.example.org 192.0.2.1', 'gone.example.org –'],
    rows: [
      ['imap 993 tls', 'open', '–', '–'],
      ['smtp 465 tls', '–', 'strange', 'unknown'],
    ],
  })
})

test('nothing was looked at, nothing is shown', () => {
  expect(portMatrix([])).toEqual({ columns: [], rows: [] })
})
