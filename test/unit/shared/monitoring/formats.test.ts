import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/translator.ts'
import { junitXml } from '#shared/monitoring/junit.ts'
import {
  untestedAccount,
  type MonitoredAccount,
  type MonitoredService,
} from '#shared/monitoring/monitored.ts'
import { nagiosReport } from '#shared/monitoring/nagios.ts'
import { prometheusText } from '#shared/monitoring/prometheus.ts'
import { findProgram } from '../../../support/real/programs.ts'
import { inRoot } from '../../../../scripts/lib/paths.ts'
import { unpackedRoot } from '../../../../scripts/lib/unpacked-servers.ts'

const { t } = createTranslator('en')
const promtool = join(unpackedRoot('prometheus'), 'usr/bin/promtool')

const NOW = new Date('2026-11-27T12:00:00Z')
const inDays = (days: number) => NOW.getTime() / 1_000 + days * 86_400
const YEAR_AHEAD = inDays(365)

function service(more: Partial<MonitoredService> = {}): MonitoredService {
  return {
    endpoint: { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' },
    verdict: 'ok',
    code: 'OK',
    seconds: 0.125,
    certificateEnds: YEAR_AHEAD,
    title: 'Everything works',
    explanation: 'Receiving works.',
    ...more,
  }
}

const good: MonitoredAccount = {
  address: 'anna@example.org',
  code: 'OK',
  title: 'Everything works',
  services: [
    service(),
    service({ endpoint: { protocol: 'smtp', host: 'smtp.example.org', port: 465, security: 'tls' } }),
  ],
  passwordEnds: null,
  changes: [],
}
const refused: MonitoredAccount = {
  address: 'bob@example.org',
  code: 'AUTH_REJECTED',
  title: 'The server rejected the password',
  services: [
    service({ verdict: 'failed', code: 'AUTH_REJECTED', title: 'The server rejected the password' }),
  ],
  passwordEnds: null,
  changes: [],
}
const locked = untestedAccount('carl@example.org', 'KEY_LOCKED', 'The keychain is locked')
/** What a file of accounts or a server may hold, and what would end a field of each format. */
const hostile: MonitoredAccount = {
  address: 'e"v\\i\nl|=\'<&>\u0000@example.org',
  code: 'PROTO_GARBAGE',
  title: 'line\nbreak | bar "quote" <tag> \ud800 \u001b[31m',
  services: [
    service({ verdict: 'failed', code: 'PROTO_GARBAGE', title: 'a|b\r\nc', explanation: ']]> <x> \u0007' }),
    service({ verdict: 'skipped', code: 'CANCELLED', certificateEnds: null }),
    service({ verdict: 'warning', code: 'OK' }),
  ],
  passwordEnds: YEAR_AHEAD,
  changes: ['a|b\nc'],
}
const ALL = [good, refused, locked, hostile]

describe('Prometheus', () => {
  test('gets a figure for every account and service, and the code as a metric of its own', () => {
    const text = prometheusText([good, refused], NOW)
    expect(text).toContain('mailwright_account_up{address="anna@example.org"} 1\n')
    expect(text).toContain('mailwright_account_up{address="bob@example.org"} 0\n')
    expect(text).toContain(
      'mailwright_service_code_info{address="bob@example.org",protocol="imap",host="imap.example.org",port="993",security="tls",code="AUTH_REJECTED"} 1\n',
    )
    expect(text).toContain(`security="tls"} ${YEAR_AHEAD}\n`)
    expect(text).not.toContain('password_end')
    expect(prometheusText([{ ...good, passwordEnds: YEAR_AHEAD }], NOW)).toContain(
      `mailwright_account_password_end_timestamp_seconds{address="anna@example.org"} ${YEAR_AHEAD}\n`,
    )
  })

  test('gets no account as up that was not tested', () => {
    expect(prometheusText([locked], NOW)).toContain('mailwright_account_up{address="carl@example.org"} 0\n')
  })

  test('reads every line as what it is, whatever a name holds', () => {
    const name = /[a-z_]+/.source
    const line = new RegExp(`^${name}(\\{(${name}="([^"\\\\\\n]|\\\\["\\\\n])*",?)+\\})? -?[0-9.]+$`)
    const lines = prometheusText(ALL, NOW).trimEnd().split('\n')
    expect(lines.filter((each) => !each.startsWith('# ') && !line.test(each))).toEqual([])
  })

  test.skipIf(!existsSync(promtool))('has nothing that promtool finds fault with', () => {
    const said = execFileSync(promtool, ['check', 'metrics'], { input: prometheusText(ALL, NOW) })
    expect(said.toString()).toBe('')
  })
})

describe('Nagios', () => {
  test.each<readonly [string, readonly MonitoredAccount[], string]>([
    ['all works', [good], 'OK'],
    ['a service does not', [good, refused], 'CRITICAL'],
    ['an account could not be tested', [good, locked], 'UNKNOWN'],
    ['one is broken and one not tested', [refused, locked], 'CRITICAL'],
    ['there is no account', [], 'UNKNOWN'],
    [
      'a certificate ends soon',
      [{ ...good, services: [service({ certificateEnds: NOW.getTime() / 1_000 + 86_400 })] }],
      'WARNING',
    ],
    ['passwords end soon', [{ ...good, passwordEnds: inDays(29) }], 'WARNING'],
    ['passwords end later', [{ ...good, passwordEnds: inDays(31) }], 'OK'],
    // Then the server itself says for whom they still work.
    ['passwords have ended for some', [{ ...good, passwordEnds: inDays(-1) }], 'OK'],
    ['a server is otherwise than before', [{ ...good, changes: ['TLS 1.3 instead of 1.2'] }], 'WARNING'],
    ['a service has a warning', [{ ...good, services: [service({ verdict: 'warning' })] }], 'WARNING'],
  ])('where %s, the state follows', (_, accounts, state) => {
    const report = nagiosReport(accounts, NOW, t)
    expect(report.state).toBe(state)
    expect(report.text.startsWith(`MAILWRIGHT ${state} - `)).toBe(true)
  })

  test('gets the figures after the only bar of the first line, in the form of the guidelines', () => {
    const [first = '', ...rest] = nagiosReport(ALL, NOW, t).text.trimEnd().split('\n')
    const [, figures = '', ...more] = first.split('|')
    expect(more).toEqual([])
    expect(figures.trim()).toMatch(/^('([^'=|]|'')+'=[0-9.]+s;;;0 ?)+$/)
    expect(rest.join('')).not.toContain('|')
    expect(rest).toHaveLength(7)
  })

  test('names what is to be known of an account in lines of their own', () => {
    const accounts = [{ ...good, passwordEnds: inDays(23.5), changes: ['TLS 1.3 instead of 1.2'] }]
    const lines = nagiosReport(accounts, NOW, t).text.trimEnd().split('\n')
    expect(lines.slice(-2)).toEqual([
      'anna@example.org: The provider ends passwords on December 21, 2026',
      'anna@example.org: TLS 1.3 instead of 1.2',
    ])
  })
})

describe('Nagios, of a whole fleet,', () => {
  const fleet = Array.from({ length: 10_000 }, (_, index) => ({
    ...(index % 4 === 0 ? refused : good),
    address: `user${index}@example.org`,
  }))

  test('gets counts and the first that need a look, within what it reads', () => {
    const { state, text } = nagiosReport(fleet, NOW, t)
    const [first = '', ...rest] = text.trimEnd().split('\n')
    expect(state).toBe('CRITICAL')
    expect(first).toBe(
      'MAILWRIGHT CRITICAL - 7,500 of 10,000 accounts work | works=7500;;;0;10000 fails=2500;;;0;10000',
    )
    expect(rest).toHaveLength(21)
    expect(rest[0]).toBe('user0@example.org The server rejected the password [AUTH_REJECTED]')
    expect(rest.at(-1)).toBe('and 2,480 more')
    expect(text.length).toBeLessThan(8_192)
  })

  test('gets no more than it reads where texts are long', () => {
    const long = fleet.map((account) => ({ ...account, title: 'x'.repeat(10_000) }))
    expect(nagiosReport(long, NOW, t).text.length).toBeLessThan(8_192)
  })
})

describe('JUnit', () => {
  test('has a suite for an account, a case for a service, and counts them', () => {
    const xml = junitXml(ALL, NOW)
    expect(xml).toContain(
      '<testsuite name="anna@example.org" tests="2" failures="0" errors="0" skipped="0" time="0.125"',
    )
    expect(xml).toContain('<failure message="The server rejected the password" type="AUTH_REJECTED">')
    expect(xml).toContain('<error message="The keychain is locked" type="KEY_LOCKED"/>')
    expect(xml).toContain('tests="3" failures="1" errors="0" skipped="1"')
  })

  test.skipIf(findProgram('xmllint') === null)(
    'is valid by the schema of build servers, whatever a name holds',
    () => {
      const schema = inRoot('test/support/monitoring/junit.xsd')
      expect(() =>
        execFileSync('xmllint', ['--noout', '--schema', schema, '-'], {
          input: junitXml(ALL, NOW),
          stdio: ['pipe', 'pipe', 'pipe'],
        }),
      ).not.toThrow()
    },
  )
})
