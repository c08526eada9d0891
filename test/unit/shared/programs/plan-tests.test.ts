import { describe, expect, test } from 'vitest'
import { judge } from '#shared/programs/judge.ts'
import type { ProgramService } from '#shared/programs/program-account.ts'
import { planTests } from '#shared/programs/plan-tests.ts'

const SERVICE: ProgramService = {
  protocol: 'smtp',
  host: 'mail.example.org',
  port: 587,
  encryption: 'starttls',
  userName: 'anna@example.org',
  method: 'password',
  certificate: 'checked',
}

function planned(services: readonly Partial<ProgramService>[], way: 'sign-in' | 'no-login' = 'sign-in') {
  const account = {
    name: 'a',
    address: 'anna@example.org',
    services: services.map((one) => ({ ...SERVICE, ...one })),
  }
  const known = { day: '2026-11-27', provider: null, candidates: [] }
  return planTests(account, judge(account, 'one-way', known, []), way).map(
    ({ services: together, credential, mechanism }) =>
      `${together.map(({ endpoint }) => `${endpoint.protocol}:${endpoint.security}`).join(',')} ${credential} ${mechanism ?? '-'}`,
  )
}

const IMAP = { protocol: 'imap', port: 993, encryption: 'tls' } as const

describe('what is tested of an account, and with what', () => {
  test.each<readonly [string, readonly Partial<ProgramService>[], readonly string[]]>([
    ['both ways together', [IMAP, {}], ['imap:tls,smtp:starttls password -']],
    [
      'the mechanism that is set',
      [{ mechanism: 'CRAM-MD5', method: 'challenge' }],
      ['smtp:starttls password CRAM-MD5'],
    ],
    [
      'one that Mailwright does not know, without a password',
      [{ mechanism: 'NTLM', method: 'spa' }],
      ['smtp:starttls without -'],
    ],
    [
      'a token, without a password',
      [IMAP, { method: 'oauth' }],
      ['imap:tls password -', 'smtp:starttls without -'],
    ],
    ['STARTTLS where it is used if offered', [{ encryption: 'if-offered' }], ['smtp:starttls password -']],
    ['a relay', [{ method: 'none', userName: null }], ['smtp:starttls without -']],
    ['this computer in clear', [{ host: '127.0.0.1', encryption: 'none' }], ['smtp:none password -']],
    ['each protocol once', [{}, { host: 'other.example.org' }], ['smtp:starttls password -']],
  ])('%s', (_what, services, plan) => {
    expect(planned(services)).toEqual(plan)
  })

  test('no password where none is wanted', () => {
    expect(planned([IMAP, {}], 'no-login')).toEqual(['imap:tls,smtp:starttls without -'])
  })
})

describe('nothing goes to', () => {
  test.each<readonly [string, Partial<ProgramService>]>([
    ['a name one slip from a known server', { host: 'smtp.gmial.com' }],
    ['a server that is gone', { host: 'smtp.googlemail.com' }],
    ['the server of the other service', { host: 'imap.gmail.com' }],
    ['what is no server', { host: 'https://mail.example.org' }],
    ['a server without encryption', { encryption: 'none', port: 25 }],
    ['a port that is none', { port: 0 }],
  ])('%s', (_what, service) => {
    expect(planned([service])).toEqual([])
  })
})
