import { describe, expect, test } from 'vitest'
import type { StageRecord } from '#shared/domain/stage.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { Finding } from '#shared/finding/finding.ts'
import { judge } from '#shared/programs/judge.ts'
import type { KnownSettings } from '#shared/programs/known-service.ts'
import type { ProgramService } from '#shared/programs/program-account.ts'

const SERVICE: ProgramService = {
  protocol: 'imap',
  host: 'imap.example.org',
  port: 993,
  encryption: 'tls',
  userName: 'anna@example.org',
  method: 'password',
  certificate: 'checked',
}
const ENDPOINT = { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' } as const
const TIMES = { startedMs: 0, endedMs: 1 }

/** What is published names another server, under which nothing is proved. */
const OTHER: KnownSettings = {
  day: '2026-11-27',
  provider: null,
  candidates: [
    {
      endpoint: { ...ENDPOINT, host: 'mail.example.org' },
      userName: 'anna@example.org',
      auth: ['plain'],
      source: 'autoconfig',
      trust: 'domain',
      why: { kind: 'typed' },
      otherDomain: null,
    },
  ],
}

const REFUSED: Finding = {
  code: 'AUTH_REJECTED',
  severity: 'error',
  stage: 'login',
  endpoint: ENDPOINT,
  turn: 'you',
  facts: {},
  serverSaid: null,
  provider: null,
  product: null,
  actions: [{ kind: 'edit-password' }],
  passwordSent: 'yes',
}

interface Announced {
  readonly capabilities?: readonly string[]
  readonly mechanisms: readonly string[]
}

function resultOf(announced: Announced, login: 'ok' | 'refused' | 'not-asked'): EndpointResult {
  const stages: readonly StageRecord[] = [
    {
      stage: 'capabilities',
      status: 'ok',
      ...TIMES,
      facts: {
        capabilities: announced.capabilities ?? ['IMAP4REV1', 'LOGINDISABLED'],
        mechanisms: announced.mechanisms,
      },
    },
    login === 'not-asked'
      ? { stage: 'login', status: 'skipped', ...TIMES, facts: { why: 'not-asked' } }
      : { stage: 'login', status: 'ok', ...TIMES, facts: {} },
  ]
  const isRefused = login === 'refused'
  return {
    endpoint: ENDPOINT,
    userName: 'anna@example.org',
    signIn: 'password',
    verdict: isRefused ? 'failed' : 'ok',
    code: isRefused ? 'AUTH_REJECTED' : 'OK',
    passwordSent: login === 'not-asked' ? 'no' : 'yes',
    evidence: { endpoint: ENDPOINT, stages, passwordSent: 'no', transcript: [] },
    alternatives: [],
    findings: isRefused ? [REFUSED] : [],
  }
}

function codes(
  service: Partial<ProgramService>,
  known: KnownSettings,
  result: EndpointResult,
): readonly string[] {
  const account = { name: 'a', address: 'anna@example.org', services: [{ ...SERVICE, ...service }] }
  return judge(account, 'one-way', known, [result]).map(({ code, severity }) => `${code} ${severity}`)
}

const NOTHING: KnownSettings = { day: '2026-11-27', provider: null, candidates: [] }
const PLAIN: Announced = { mechanisms: ['PLAIN'] }

describe('a test decides over what is known', () => {
  test.each<readonly [string, Partial<ProgramService>, KnownSettings, EndpointResult, readonly string[]]>([
    ['another server that works is right', {}, OTHER, resultOf(PLAIN, 'ok'), []],
    [
      'one that is only reached may be wrong',
      {},
      OTHER,
      resultOf(PLAIN, 'not-asked'),
      ['SET_SERVER warning'],
    ],
    [
      'a refused password there may come of the server, or be wrong',
      {},
      OTHER,
      resultOf(PLAIN, 'refused'),
      ['SET_SERVER error', 'AUTH_REJECTED error'],
    ],
    [
      'a refused password alone is the password',
      {},
      NOTHING,
      resultOf(PLAIN, 'refused'),
      ['AUTH_REJECTED error'],
    ],
    [
      'a user name that cannot be right explains it',
      { userName: 'anna berg' },
      NOTHING,
      resultOf(PLAIN, 'refused'),
      ['SET_USER_NAME error'],
    ],
    [
      'any certificate stays a risk where all works',
      { certificate: 'unchecked' },
      NOTHING,
      resultOf(PLAIN, 'ok'),
      ['SET_UNCHECKED warning'],
    ],
  ])('%s', (_what, service, known, result, expected) => {
    expect(codes(service, known, result)).toEqual(expected)
  })
})

describe('what a server announces decides about the way to sign in', () => {
  test.each<readonly [ProgramService['method'], Announced, readonly string[]]>([
    ['password', PLAIN, []],
    ['challenge', PLAIN, ['SET_METHOD error']],
    ['spa', PLAIN, ['SET_METHOD error']],
    ['oauth', PLAIN, ['SET_OAUTH error']],
    ['oauth', { mechanisms: ['XOAUTH2'] }, []],
    ['password', { mechanisms: ['XOAUTH2'] }, ['SET_PASSWORD_ENDED error']],
    ['challenge', { mechanisms: ['SCRAM-SHA-256'] }, []],
    ['any', { mechanisms: ['XOAUTH2'] }, []],
    // IMAP has a command for passwords that no mechanism stands for.
    ['password', { capabilities: ['IMAP4REV1'], mechanisms: ['CRAM-MD5'] }, []],
  ])('%s beside %j', (method, announced, expected) => {
    expect(codes({ method }, NOTHING, resultOf(announced, 'not-asked'))).toEqual(expected)
  })
})
