import { expect, test } from 'vitest'
import type { ResultLine, ServiceOutcome } from '#shared/batch/result-line.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { MonitoredRows } from '#shared/monitoring/monitored-rows.ts'

const { t } = createTranslator('en')

function service(verdict: 'ok' | 'failed', host = 'imap.example.org'): ServiceOutcome {
  return {
    protocol: 'imap',
    host,
    port: 993,
    security: 'tls',
    verdict,
    code: verdict === 'ok' ? 'OK' : 'AUTH_REJECTED',
    passwordSent: 'yes',
    certificateEnds: null,
  }
}

function row(line: number, user: string | null, endpoints: readonly ServiceOutcome[]): ResultLine {
  const code =
    user === null ? 'ADDR_INVALID' : (endpoints.find(({ verdict }) => verdict !== 'ok')?.code ?? 'OK')
  return {
    schema: 1,
    line,
    row: user === null ? null : { address: 'anna@example.org', user, imap: '', pop3: '', smtp: '' },
    verdict: code === 'OK' ? 'ok' : 'problem',
    code,
    provider: null,
    passwordEnds: null,
    endpoints,
  }
}

test.each<readonly [what: string, rows: readonly ResultLine[], accounts: readonly string[]]>([
  [
    'two rows of one address are one account, and of one server the worse test counts',
    [row(2, 'a', [service('ok')]), row(3, 'b', [service('failed')])],
    ['anna@example.org AUTH_REJECTED imap.example.org:failed'],
  ],
  [
    'two servers of one address are both there',
    [row(2, 'a', [service('ok')]), row(3, 'b', [service('ok', 'imap.example.net')])],
    ['anna@example.org OK imap.example.org:ok imap.example.net:ok'],
  ],
  [
    'an address of which one row was not tested is not up',
    [row(2, 'a', [service('ok')]), { ...row(3, 'b', []), code: 'ROW_SECRET', verdict: 'problem' }],
    ['anna@example.org ROW_SECRET'],
  ],
  ['a row without an address is known by its line', [row(7, null, [])], ['#7 ADDR_INVALID']],
  [
    'a row that was mended is what it is now',
    [row(7, null, []), row(7, 'a', [service('ok')])],
    ['anna@example.org OK imap.example.org:ok'],
  ],
])('%s', (_, lines, expected) => {
  const rows = new MonitoredRows(t)
  for (const line of lines) rows.add(line)
  const accounts = rows.accounts().map(({ address, code, services }) => {
    const tests = services.map(({ endpoint, verdict }) => `${endpoint.host}:${verdict}`)
    return [address, code, ...tests].join(' ')
  })
  expect(accounts).toEqual(expected)
})
