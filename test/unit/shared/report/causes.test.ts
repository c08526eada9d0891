import { describe, expect, it } from 'vitest'
import type { Finding } from '#shared/finding/finding.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { Code } from '#shared/finding/codes.ts'
import { parseEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { passwordSentence, sharedCauses } from '#shared/report/causes.ts'

interface Failure {
  readonly code: Code
  readonly user?: string
  readonly verdict?: EndpointResult['verdict']
  readonly sent?: EndpointResult['passwordSent']
  readonly severity?: Finding['severity']
}

const PORTS = { imap: '993:tls', smtp: '587:starttls', pop3: '995:tls' } as const

function resultFor(protocol: Protocol, host: string, failure: Failure): EndpointResult {
  const parsed = parseEndpoint(protocol, `${host}:${PORTS[protocol]}`)
  if (!parsed.ok) throw new Error(parsed.error)
  const endpoint = parsed.value
  const { code, user = 'anna', verdict = 'failed', sent = 'no', severity = 'error' } = failure
  return {
    endpoint,
    userName: user,
    signIn: 'password',
    verdict,
    code,
    passwordSent: sent,
    evidence: { endpoint, stages: [], transcript: [], passwordSent: sent },
    alternatives: [],
    findings: [
      {
        code,
        severity,
        stage: 'login',
        endpoint,
        passwordSent: sent,
        turn: 'you',
        facts: {},
        serverSaid: null,
        provider: null,
        product: null,
        actions: [{ kind: 'retry' }],
      },
    ],
  }
}

const REFUSED = { code: 'AUTH_REJECTED', sent: 'yes' } as const
const NOT_TRIED = { code: 'AUTH_REJECTED', verdict: 'skipped' } as const

/** The services of each cause, the one that tells it first in capital letters. */
function groups(results: readonly EndpointResult[], passwords: 'one' | 'two' = 'one'): readonly string[] {
  return sharedCauses(results, passwords).map(({ result, results: all }) =>
    all
      .map(({ endpoint: { protocol } }) =>
        protocol === result.endpoint.protocol ? protocol.toUpperCase() : protocol,
      )
      .join(' '),
  )
}

const three = (imap: Failure, smtp: Failure, pop3: Failure) => [
  resultFor('imap', 'imap.example.org', imap),
  resultFor('smtp', 'smtp.example.org', smtp),
  resultFor('pop3', 'pop.example.org', pop3),
]
const alike = (failure: Failure) => three(failure, failure, failure)

describe('what several services have in common is one cause', () => {
  it.each([
    ['a password that three servers refused', alike(REFUSED), ['IMAP smtp pop3']],
    ['a refusal that kept two others from trying', three(REFUSED, NOT_TRIED, NOT_TRIED), ['IMAP smtp pop3']],
    ['a refusal by the second', three(NOT_TRIED, REFUSED, NOT_TRIED), ['imap SMTP pop3']],
    ['no network', alike({ code: 'NET_OFFLINE' }), ['IMAP smtp pop3']],
    [
      'another user name at one of them',
      three(REFUSED, { ...REFUSED, user: 'apikey' }, REFUSED),
      ['IMAP pop3', 'SMTP'],
    ],
    ['a failure whose fix is a port of one server', alike({ code: 'NET_PORT_BLOCKED' }), []],
    ['a remark about what works', alike({ code: 'TLS_INTERCEPTED', severity: 'warning' }), []],
    [
      'two causes at once',
      three({ code: 'NET_OFFLINE' }, REFUSED, { code: 'NET_OFFLINE' }),
      ['IMAP pop3', 'SMTP'],
    ],
  ] as const)('%s', (_, results, expected) => {
    expect(groups(results)).toEqual(expected)
  })

  it('keeps two passwords apart, although the user name is the same', () => {
    expect(groups(alike(REFUSED), 'two')).toEqual(['IMAP pop3', 'SMTP'])
  })

  it('tells an expired certificate once for each server that shows it', () => {
    const expired = { code: 'TLS_EXPIRED' } as const
    const results = [
      resultFor('imap', 'mail.example.org', expired),
      resultFor('smtp', 'mail.example.org', expired),
      resultFor('pop3', 'pop.example.org', expired),
    ]
    expect(groups(results)).toEqual(['IMAP smtp', 'POP3'])
  })
})

describe('one sentence says where the password went', () => {
  const { t } = createTranslator('en')
  const list = (names: readonly string[]) => names.join(' and ')

  it.each([
    ['to none', alike(NOT_TRIED), 'Your password was not sent.'],
    [
      'to all',
      alike(REFUSED),
      'Your password was sent, encrypted, to imap.example.org and smtp.example.org and pop.example.org.',
    ],
    [
      'to one of three',
      three(REFUSED, NOT_TRIED, NOT_TRIED),
      'Your password was sent, encrypted, to imap.example.org.',
    ],
    [
      'perhaps to one more',
      three(REFUSED, { ...REFUSED, sent: 'unknown' }, NOT_TRIED),
      'Your password was sent, encrypted, to imap.example.org. Your password may have reached smtp.example.org before the connection broke off.',
    ],
  ] as const)('%s', (_, results, expected) => {
    expect(passwordSentence(results, t, list)).toBe(expected)
  })
})
