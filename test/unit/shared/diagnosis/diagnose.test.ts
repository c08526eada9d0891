import { describe, expect, test } from 'vitest'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import { CODES } from '#shared/finding/codes.ts'
import { diagnose } from '#shared/diagnosis/diagnose.ts'
import { RULES } from '#shared/diagnosis/rules.ts'
import { DELIVERY_CASES } from './delivery-cases.ts'
import { FALSE_NETWORK_CASES } from './false-network-cases.ts'
import { HOST_CASES } from './host-cases.ts'
import { MICROSOFT_CASES } from './microsoft-cases.ts'
import { NETWORK_CASES } from './network-cases.ts'
import { PROXY_CASES } from './proxy-cases.ts'
import { PROVIDER_CASES } from './provider-cases.ts'
import { ENCRYPTION_CASES } from './encryption-cases.ts'
import { SIGN_IN_CASES } from './sign-in-cases.ts'
import { SPOKEN_CASES } from './spoken-cases.ts'
import { SURROUNDINGS_CASES } from './surroundings-cases.ts'
import {
  CERTIFICATE,
  endpoint,
  openEndpoint,
  rejected,
  situation,
  smtpReply,
  type Parts,
} from './situations.ts'

const ALL_CASES = [
  ...NETWORK_CASES,
  ...FALSE_NETWORK_CASES,
  ...SURROUNDINGS_CASES,
  ...PROXY_CASES,
  ...HOST_CASES,
  ...ENCRYPTION_CASES,
  ...SIGN_IN_CASES,
  ...PROVIDER_CASES,
  ...MICROSOFT_CASES,
  ...DELIVERY_CASES,
  ...SPOKEN_CASES,
]

describe.each([
  ['the way there', NETWORK_CASES],
  ['a network that does not tell the truth', FALSE_NETWORK_CASES],
  ['what others in this network answer', SURROUNDINGS_CASES],
  ['the way through a proxy', PROXY_CASES],
  ['what the name of the host gives away', HOST_CASES],
  ['which service answers, and whether the connection can be encrypted', ENCRYPTION_CASES],
  ['what a server says to name and password', SIGN_IN_CASES],
  ['what provider and date add to it', PROVIDER_CASES],
  ['the five switches behind one reply of Microsoft', MICROSOFT_CASES],
  ['what becomes of the test message', DELIVERY_CASES],
  ['what only the words of a reply tell apart', SPOKEN_CASES],
])('%s', (_, cases) => {
  test.each(cases)('%s', (_name, parts, code, turn, first) => {
    const { code: found, turn: whose, actions } = diagnose(situation(parts))
    expect({ code: found, turn: whose, first: actions[0].kind }).toEqual({ code, turn, first })
  })
})

test.each(ALL_CASES.map(([name, parts]) => [name, diagnose(situation(parts))] as const))(
  'the one with the next step can be written to: %s',
  (_, { turn, actions }) => {
    const isSomebodyElse = turn === 'network' || turn === 'provider' || turn === 'admin'
    expect(!isSomebodyElse || actions.some(({ kind }) => kind === 'ask-admin')).toBe(true)
  },
)

describe('the list of rules', () => {
  test.each(RULES.map(({ code }) => code))('%s has at least two situations above', (code) => {
    expect(ALL_CASES.filter(([, , expected]) => expected === code).length).toBeGreaterThanOrEqual(2)
  })

  test('names only codes of the stable list, each once', () => {
    const codes = RULES.map(({ code }) => code)
    expect(codes.filter((code) => !CODES.includes(code))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('the situations above are told apart by their names', () => {
    const names = ALL_CASES.map(([name]) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})

const KNOWN: readonly (readonly [string, Parts, Readonly<Record<string, string | number>>])[] = [
  ['the name of the provider', { fault: rejected(smtpReply(535)), provider: gmail }, { provider: 'Gmail' }],
  [
    'where it was refused',
    { fault: { kind: 'refused-elsewhere', host: 'imap.x.org' } },
    { elsewhere: 'imap.x.org' },
  ],
  ['how long it took', { fault: { kind: 'timeout', limitMs: 7_600 }, stage: 'connect' }, { seconds: 8 }],
  [
    'which port answers',
    { fault: { kind: 'refused' }, stage: 'connect', alternatives: [openEndpoint({ port: 143 })] },
    { otherPort: 143 },
  ],
  ['that no port answers', { fault: { kind: 'refused' }, stage: 'connect' }, { otherPort: 0 }],
  [
    'why the look-up failed',
    { fault: { kind: 'resolver-failed', detail: 'timeout' } },
    { detail: 'timeout' },
  ],
  ['what answered', { fault: { kind: 'wrong-service', seen: 'ftp' } }, { seen: 'ftp' }],
  [
    'what was offered',
    { fault: { kind: 'no-usable-mechanism', offered: ['NTLM', 'GSSAPI'] } },
    { offered: 'NTLM, GSSAPI' },
  ],
  ['that nothing was offered', { fault: { kind: 'no-usable-mechanism', offered: [] } }, { offered: 'none' }],
  [
    'the reply to STARTTLS',
    { fault: { kind: 'starttls-refused', reply: smtpReply(454) } },
    { replyCode: 454 },
  ],
  [
    'why the handshake failed',
    { fault: { kind: 'tls-failed', reason: 'bad record' } },
    { reason: 'bad record' },
  ],
]

describe('a finding carries what is known', () => {
  test('stage, endpoint and whether the password was sent', () => {
    const finding = diagnose(
      situation({ fault: rejected(smtpReply(535, '5.7.8', 'no such user')), passwordSent: 'yes' }),
    )
    expect(finding).toMatchObject({
      stage: 'login',
      endpoint: endpoint(),
      passwordSent: 'yes',
      severity: 'error',
      serverSaid: 'no such user',
      provider: null,
    })
    expect(finding.facts).toEqual({
      host: 'mail.example.org',
      port: 993,
      protocol: 'imap',
      security: 'tls',
      stage: 'login',
      provider: 'none',
      signIn: 'password',
      sent: 'password',
      elsewhere: 'none',
      switch: 'none',
    })
  })

  test.each(KNOWN)('%s', (_, parts, facts) => {
    expect(diagnose(situation(parts)).facts).toMatchObject(facts)
  })
})

describe('a certificate is shown with what it says', () => {
  const with_ = (problem: 'name-mismatch' | 'expired' | 'not-yet-valid' | 'unknown-issuer' | 'self-signed') =>
    diagnose(
      situation({
        fault: { kind: 'certificate', problems: [problem] },
        stage: 'certificate',
        certificate: CERTIFICATE,
      }),
    ).facts

  test('four of its names, and how many there are', () => {
    expect(with_('name-mismatch')).toMatchObject({
      presented: 'mail.example.net, a.example.net, b.example.net, c.example.net',
      count: 6,
    })
  })

  test('its dates', () => {
    expect(with_('expired')).toMatchObject({ validTo: '2026-10-03T00:00:00.000Z' })
    expect(with_('not-yet-valid')).toMatchObject({ validFrom: '2026-12-24T00:00:00.000Z' })
  })

  test('who signed it', () => {
    expect(with_('unknown-issuer')).toMatchObject({ issuer: 'Example Authority', selfSigned: 'no' })
    expect(with_('self-signed')).toMatchObject({ selfSigned: 'yes' })
  })
})
