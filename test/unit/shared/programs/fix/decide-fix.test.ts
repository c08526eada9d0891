import { describe, expect, test } from 'vitest'
import { decideFix, type FixAttempt } from '#shared/programs/fix/decide-fix.ts'
import type { ProgramAccount } from '#shared/programs/program-account.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'

const account = (port: number): ProgramAccount => ({
  name: 'anna@example.org',
  address: 'anna@example.org',
  services: [
    {
      protocol: 'imap',
      host: 'imap.example.org',
      port,
      encryption: 'tls',
      userName: 'anna@example.org',
      method: 'password',
      certificate: 'checked',
    },
  ],
})

const PORT: SettingFinding = {
  code: 'SET_PORT',
  severity: 'error',
  turn: 'you',
  field: 'port',
  protocol: 'imap',
  has: '1993',
  should: '993',
  live: null,
}
const PASSWORD: SettingFinding = { ...PORT, code: 'AUTH_REJECTED', field: 'password', should: null }
const NO_WAY_OUT: SettingFinding = { ...PORT, should: null }

/** An account that nothing is known about beside what its test has said. */
const ATTEMPT: FixAttempt = {
  account: account(1993),
  original: account(1993),
  findings: [PORT],
  results: [],
  known: { day: '2026-11-27', provider: null, candidates: [] },
  test: 'done',
  tries: 0,
}
const TRIED = { account: account(993), tries: 1 }

describe('an account of a program', () => {
  test.each<readonly [string, Partial<FixAttempt>, object]>([
    [
      'stays, where a value is only likely and nothing is tested',
      { test: 'none' },
      { kind: 'write', account: account(1993) },
    ],
    ['is tried with a likely value, once it is tested', {}, { kind: 'try', account: account(993) }],
    [
      'is written as it was tried, where that works',
      { ...TRIED, findings: [] },
      { kind: 'write', account: account(993) },
    ],
    [
      'is written as it was tried, where the password alone is wrong',
      { ...TRIED, findings: [PASSWORD] },
      { kind: 'write', account: account(993), left: [PASSWORD] },
    ],
    [
      'stays, where what was tried does not work either',
      { ...TRIED, findings: [NO_WAY_OUT] },
      { kind: 'unproved' },
    ],
    [
      'stays, where three tries have not worked',
      { findings: [PORT], tries: 3, account: account(994) },
      { kind: 'unproved' },
    ],
    ['stays, where nothing is wrong', { findings: [] }, { kind: 'write', account: account(1993), left: [] }],
  ])('%s', (_, change, decision) => {
    expect(decideFix('thunderbird', { ...ATTEMPT, ...change })).toMatchObject(decision)
  })
})
