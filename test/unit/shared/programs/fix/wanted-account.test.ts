import { describe, expect, test } from 'vitest'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { Finding } from '#shared/finding/finding.ts'
import { wantedAccount } from '#shared/programs/fix/wanted-account.ts'
import type { ProgramService } from '#shared/programs/program-account.ts'
import type { ReadableClient } from '#shared/programs/readers/readers.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'
import { known } from '../known-address.ts'

const SMTP: ProgramService = {
  protocol: 'smtp',
  host: 'smtp.example.org',
  port: 587,
  encryption: 'starttls',
  userName: 'anna',
  method: 'password',
  certificate: 'checked',
}
const IMAP: ProgramService = { ...SMTP, protocol: 'imap', host: 'imap.example.org', port: 143 }
const ENDPOINT = { protocol: 'smtp', host: 'smtp.example.org', port: 465, security: 'tls' } as const

const FINDING: SettingFinding = {
  code: 'SET_PORT',
  severity: 'error',
  turn: 'you',
  field: 'port',
  protocol: 'smtp',
  has: '993',
  should: '465',
  live: null,
}
const LIVE: Finding = {
  code: 'TLS_EXPECTED',
  severity: 'error',
  stage: 'greeting',
  endpoint: ENDPOINT,
  turn: 'you',
  facts: {},
  serverSaid: null,
  provider: null,
  product: null,
  actions: [{ kind: 'use-endpoint', endpoint: ENDPOINT }],
  passwordSent: 'no',
}

function result(verdict: 'ok' | 'failed'): EndpointResult {
  return {
    endpoint: { ...ENDPOINT, port: 587, security: 'starttls' },
    userName: 'anna',
    signIn: 'password',
    verdict,
    code: verdict === 'ok' ? 'OK' : 'TLS_UNTRUSTED',
    passwordSent: 'no',
    evidence: { endpoint: ENDPOINT, stages: [], passwordSent: 'no', transcript: [] },
    alternatives: [],
    findings: [],
  }
}

interface Judged {
  readonly finding: Partial<SettingFinding>
  readonly services?: readonly ProgramService[]
  readonly result?: 'ok' | 'failed'
  readonly proof?: 'none' | 'follows'
  readonly client?: ReadableClient
  readonly address?: string
}

function wanted({ finding, services = [SMTP], proof = 'none', client = 'msmtp', ...rest }: Judged) {
  const address = rest.address ?? 'anna@example.org'
  const { account, left } = wantedAccount(client, {
    account: { name: 'a', address, services },
    findings: [{ ...FINDING, ...finding }],
    results: rest.result === undefined ? [] : [result(rest.result)],
    known: known(address),
    proof,
  })
  return [
    ...account.services.map(
      ({ host, port, encryption, userName, method, certificate }) =>
        `${host}:${port} ${encryption} ${userName ?? '-'} ${method} ${certificate}`,
    ),
    ...left.map(({ code }) => `left ${code}`),
  ]
}

const AS_IT_IS = 'smtp.example.org:587 starttls anna password checked'
const UNCHECKED = {
  code: 'SET_UNCHECKED',
  severity: 'warning',
  field: 'certificate',
  should: 'checked',
} as const
const ANY: ProgramService = { ...SMTP, certificate: 'unchecked' }

describe('what is certain', () => {
  test.each<readonly [what: string, judged: Judged, expected: readonly string[]]>([
    ['a guess at an unknown server is left', { finding: {} }, [AS_IT_IS, 'left SET_PORT']],
    [
      'and is tried where a test follows; the encryption of the port with it',
      { finding: {}, proof: 'follows' },
      ['smtp.example.org:465 tls anna password checked'],
    ],
    [
      'what is only unusual is left, also then',
      { finding: { code: 'SET_SERVER', severity: 'warning', field: 'server' }, proof: 'follows' },
      [AS_IT_IS, 'left SET_SERVER'],
    ],
    [
      'what another has to do is left',
      { finding: { turn: 'provider' }, result: 'failed' },
      [AS_IT_IS, 'left SET_PORT'],
    ],
    [
      'a server that a test has found is taken whole',
      { finding: { code: 'TLS_EXPECTED', field: 'encryption', should: 'tls', live: LIVE }, result: 'failed' },
      ['smtp.example.org:465 tls anna password checked'],
    ],
    [
      'a certificate that the test took is asked for',
      { finding: UNCHECKED, services: [ANY], result: 'ok' },
      [AS_IT_IS],
    ],
    [
      'one that it refused would keep the program from its server',
      { finding: UNCHECKED, services: [ANY], result: 'failed', proof: 'follows' },
      ['smtp.example.org:587 starttls anna password unchecked', 'left SET_UNCHECKED'],
    ],
    [
      'an account that begins to sign in for sending has the user name of receiving',
      {
        finding: { code: 'SET_NO_SIGN_IN', field: 'authentication', should: 'password' },
        services: [{ ...SMTP, userName: null, method: 'none' }, IMAP],
        result: 'failed',
      },
      [AS_IT_IS, 'imap.example.org:143 starttls anna password checked'],
    ],
    [
      'a program without STARTTLS gets the port with SSL/TLS of the same server',
      {
        finding: { code: 'SET_NO_ENCRYPTION', field: 'encryption', protocol: 'imap', should: 'starttls' },
        services: [{ ...IMAP, host: 'imap.gmx.net', userName: 'anna@gmx.net', encryption: 'none' }],
        client: 'getmail',
        address: 'anna@gmx.net',
      },
      ['imap.gmx.net:993 tls anna@gmx.net password checked'],
    ],
  ])('%s', (_what, judged, expected) => {
    expect(wanted(judged)).toEqual(expected)
  })
})
