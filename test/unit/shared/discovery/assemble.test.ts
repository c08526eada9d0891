import { describe, expect, test } from 'vitest'
import type { Provider } from '#shared/catalogue/provider.ts'
import { amazonWorkmail } from '#shared/catalogue/providers/amazon-workmail.ts'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import { microsoft365 } from '#shared/catalogue/providers/microsoft-365.ts'
import { outlook } from '#shared/catalogue/providers/outlook.ts'
import { assembleDiscovery } from '#shared/discovery/assemble.ts'
import type { SourceAnswer } from '#shared/discovery/source-answer.ts'
import { candidatesOf, proposalsFor, type Origin } from '#shared/discovery/candidates.ts'
import type { CandidateSource, Reason } from '#shared/domain/candidate.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { addressOf, EXAMPLE } from './samples.ts'

const DATE = '2026-11-20'
const anna = addressOf('anna@münchen.example')
const why: Reason = { kind: 'known-domain', provider: 'Example Mail', domain: 'example.org' }

const origin = (source: CandidateSource): Origin => ({
  source,
  trust: source === 'mx' ? 'dns' : 'built-in',
  why,
})
const report = (source: CandidateSource, found: number) =>
  ({ source, status: found > 0 ? 'found' : 'nothing', code: null, durationMs: 1 }) as const

function answer(source: CandidateSource, provider: Provider): SourceAnswer {
  const candidates = candidatesOf(provider, anna, origin(source), DATE)
  return { report: report(source, candidates.length), provider: { facts: provider, why }, candidates }
}

const nothing: SourceAnswer = { report: report('catalogue', 0), provider: null, candidates: [] }
const proposals: SourceAnswer = {
  report: report('proposal', 1),
  provider: null,
  candidates: proposalsFor(anna),
}

const assemble = (answers: readonly SourceAnswer[], date = DATE) =>
  assembleDiscovery(anna, answers, { date, complete: true })
const portsIn = (answers: readonly SourceAnswer[]) =>
  assemble(answers).candidates.map(
    ({ endpoint, source }) => `${endpoint.protocol} ${formatEndpoint(endpoint)} ${source}`,
  )

describe('no source knows the address', () => {
  test('the usual names are proposed, sending first', () => {
    const discovery = assemble([nothing, proposals])
    expect(discovery).toMatchObject({
      address: 'anna@münchen.example',
      accountType: 'other',
      provider: null,
      hints: [],
    })
    expect(discovery.candidates.map(({ endpoint }) => endpoint.protocol)).toEqual([
      'smtp',
      'smtp',
      'smtp',
      'imap',
      'imap',
      'pop3',
      'pop3',
    ])
  })

  test('and without proposals there is nothing', () => {
    expect(assemble([nothing]).candidates).toEqual([])
  })
})

describe('a source knows the provider', () => {
  test('its facts are told in the words of the day', () => {
    expect(assemble([answer('catalogue', outlook)]).provider).toEqual({
      id: 'outlook',
      name: 'Outlook.com',
      kind: 'mailbox',
      why,
      signIn: ['oauth'],
      noPasswordAt: ['smtp', 'imap', 'pop3'],
      appPasswordPage: null,
      helpPage: outlook.pages.help,
    })
    expect(assemble([answer('catalogue', outlook)], '2024-09-15').provider?.signIn).toEqual([
      'oauth',
      'app-password',
      'password',
    ])
  })

  test.each([
    ['2022-09-30', undefined],
    ['2026-11-20', ['imap', 'pop3']],
  ])('the services at which passwords have ended by %s are told', (date, ended) => {
    expect(assemble([answer('catalogue', microsoft365)], date).provider?.noPasswordAt).toEqual(ended)
  })

  test('its account type and its hints are told', () => {
    const { accountType, hints } = assemble([answer('catalogue', gmail)])
    expect(accountType).toBe('gmail')
    expect(hints.slice(0, 2)).toEqual([
      { when: 'before', kind: 'app-password-only', url: 'https://myaccount.google.com/apppasswords' },
      { when: 'after', kind: 'app-password-revoked', url: null },
    ])
  })

  test('the first source that knows one decides', () => {
    expect(assemble([nothing, answer('mx', gmail), answer('account-type', outlook)]).provider?.id).toBe(
      'gmail',
    )
  })

  test('guesses are dropped, even for a service it does not have', () => {
    const withoutPop: Provider = { ...EXAMPLE, servers: { ...EXAMPLE.servers, pop3: [] } }
    expect(portsIn([proposals, answer('catalogue', withoutPop)])).toEqual([
      'smtp smtp.example.org:465:tls catalogue',
      'imap imap.example.org:993:tls catalogue',
      'imap imap.example.org:143:starttls catalogue',
    ])
  })

  test('a provider without servers leaves nothing to guess either', () => {
    const closed: Provider = { ...EXAMPLE, kind: 'closed', servers: { imap: [], pop3: [], smtp: [] } }
    expect(portsIn([answer('catalogue', closed), proposals])).toEqual([])
  })
})

describe('several sources', () => {
  const other: Provider = {
    ...EXAMPLE,
    servers: {
      imap: ['imap.example.org:143:starttls', 'imap2.example.org:993:tls'],
      pop3: [],
      smtp: ['smtp.example.org:465:tls'],
    },
  }

  test('the more trusted comes first and no endpoint is named twice', () => {
    expect(portsIn([answer('catalogue', EXAMPLE), answer('mx', other)])).toEqual([
      'smtp smtp.example.org:465:tls catalogue',
      'imap imap.example.org:993:tls catalogue',
      'imap imap.example.org:143:starttls catalogue',
      'imap imap2.example.org:993:tls mx',
      'pop3 pop.example.org:995:tls catalogue',
    ])
  })

  test('a usual name is dropped for receiving where a source knows one way, and kept for sending', () => {
    const onlyImap = {
      ...answer('mx', { ...other, servers: { ...other.servers, smtp: [] } }),
      provider: null,
    }
    const services = assemble([onlyImap, proposals]).candidates.map(
      ({ endpoint, source }) => `${endpoint.protocol} ${source}`,
    )
    expect([...new Set(services)]).toEqual(['smtp proposal', 'imap mx'])
  })

  test('all of them are reported, in the order in which they were asked', () => {
    const { sources } = assemble([nothing, answer('mx', EXAMPLE), proposals])
    expect(sources.map(({ source, status }) => `${source} ${status}`)).toEqual([
      'catalogue nothing',
      'mx found',
      'proposal found',
    ])
  })

  test.each([true, false])('whether more will come is passed on: complete %s', (complete) => {
    expect(assembleDiscovery(anna, [nothing], { date: DATE, complete }).complete).toBe(complete)
  })
})

describe('what ends at a provider is a hint, and the day decides how it is said', () => {
  const hintsAt = (date: string) => assemble([answer('catalogue', microsoft365)], date).hints

  test.each([
    ['2025-12-31', 'sign-in-ends', null],
    ['2026-11-20', 'sign-in-ends', 'announced'],
    ['2027-01-01', 'sign-in-ends', 'effective'],
    ['2030-01-01', 'sign-in-ends', 'effective'],
    ['2026-09-30', 'ews-ends', 'announced'],
    ['2026-10-01', 'ews-ends', 'effective'],
    ['2027-04-01', 'ews-ends', 'final'],
    ['2026-06-30', 'old-tls-ends', 'announced'],
    ['2026-11-27', 'old-tls-ends', 'effective'],
    ['2027-01-01', 'old-tls-ends', 'final'],
  ])('on %s %s: %s', (date, kind, state) => {
    expect(hintsAt(date).find((hint) => hint.kind === kind)?.end?.state ?? null).toBe(state)
  })

  test('only the services where it is true are said to take the browser alone', () => {
    const [first] = hintsAt('2026-11-27')
    expect(first).toEqual({
      when: 'before',
      kind: 'browser-sign-in-only',
      url: null,
      services: 'receiving',
    })
    expect(assemble([answer('catalogue', outlook)], '2026-11-27').hints[0]?.services).toBe('all')
  })

  test.each([
    ['2027-03-31', 'mailbox'],
    ['2027-04-01', 'closed'],
  ])('a service that closes is on %s a %s', (date, kind) => {
    expect(assemble([answer('catalogue', amazonWorkmail)], date).provider?.kind).toBe(kind)
  })
})
