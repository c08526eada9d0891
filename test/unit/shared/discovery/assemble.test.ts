import { describe, expect, test } from 'vitest'
import type { Provider } from '#shared/catalogue/provider.ts'
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
      appPasswordPage: null,
      helpPage: outlook.pages.help,
    })
    expect(assemble([answer('catalogue', outlook)], '2024-09-15').provider?.signIn).toEqual([
      'oauth',
      'app-password',
      'password',
    ])
  })

  test('its account type and its hints are told', () => {
    const { accountType, hints } = assemble([answer('catalogue', gmail)])
    expect(accountType).toBe('gmail')
    expect(hints).toEqual([
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

test('an end of passwords within a year is a hint before the sign-in, and none after the day', () => {
  const hintsOn = (date: string) => assemble([answer('catalogue', microsoft365)], date).hints
  expect(hintsOn('2026-11-20').at(-1)).toEqual({
    when: 'before',
    kind: 'sign-in-ends',
    url: null,
    end: { day: '2027-01-01', services: 'sending', instead: 'oauth', stays: 'admin' },
  })
  expect(hintsOn('2027-01-01').map(({ kind }) => kind)).not.toContain('sign-in-ends')
})
