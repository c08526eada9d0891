import { describe, expect, test } from 'vitest'
import type { Provider } from '#shared/catalogue/provider.ts'
import { amazonWorkmail } from '#shared/catalogue/providers/amazon-workmail.ts'
import { icloud } from '#shared/catalogue/providers/icloud.ts'
import { microsoft365 } from '#shared/catalogue/providers/microsoft-365.ts'
import { candidatesOf, proposalsFor, type Origin } from '#shared/discovery/candidates.ts'
import type { Candidate } from '#shared/domain/candidate.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { addressOf, EXAMPLE } from './samples.ts'

const anna = addressOf('Anna.Berg@münchen.example')
const KNOWN: Origin = {
  source: 'catalogue',
  trust: 'built-in',
  why: { kind: 'known-domain', provider: 'Example Mail', domain: 'example.org' },
}

const endpoints = (candidates: readonly Candidate[]) =>
  candidates.map(({ endpoint }) => `${endpoint.protocol} ${formatEndpoint(endpoint)}`)

const candidatesAt = (provider: Provider, date = '2026-11-20') => candidatesOf(provider, anna, KNOWN, date)

describe("a provider's servers for an address", () => {
  test('come in the order of the catalogue, service by service', () => {
    expect(endpoints(candidatesAt(EXAMPLE))).toEqual([
      'smtp smtp.example.org:465:tls',
      'imap imap.example.org:993:tls',
      'imap imap.example.org:143:starttls',
      'pop3 pop.example.org:995:tls',
    ])
  })

  test('carry where they come from and why', () => {
    for (const candidate of candidatesAt(EXAMPLE)) expect(candidate).toMatchObject(KNOWN)
  })

  test.each([
    ['address', 'Anna.Berg@xn--mnchen-3ya.example'],
    ['local-part', 'Anna.Berg'],
    ['own', ''],
  ] as const)('take the user name in the form "%s"', (userName, expected) => {
    const names = candidatesAt({ ...EXAMPLE, userName }).map((candidate) => candidate.userName)
    expect(new Set(names)).toEqual(new Set([expected]))
  })

  test('take another user name for each service where the provider wants that', () => {
    const known = { ...icloud, domains: ['xn--mnchen-3ya.example'] }
    const byService = candidatesAt(known).map(({ endpoint, userName }) => [endpoint.protocol, userName])
    expect(Object.fromEntries(byService)).toEqual({
      smtp: 'Anna.Berg@xn--mnchen-3ya.example',
      imap: 'Anna.Berg',
    })
  })

  test('leave the user name to the user where that is of another domain', () => {
    expect(new Set(candidatesAt(icloud).map(({ userName }) => userName))).toEqual(new Set(['']))
  })

  test.each([
    ['2026-12-31', ['xoauth2', 'oauthbearer', 'plain', 'login']],
    ['2027-01-01', ['xoauth2', 'oauthbearer', 'plain', 'login']],
  ] as const)('name the methods that are good on %s', (date, auth) => {
    const smtp = candidatesAt(microsoft365, date).filter(({ endpoint }) => endpoint.protocol === 'smtp')
    expect(smtp.map((candidate) => candidate.auth)).toEqual([auth, auth])
  })

  test.each([
    ['2027-03-31', true],
    ['2027-04-01', false],
  ])('are there on %s, while the service is: %s', (date, expected) => {
    expect(candidatesAt(amazonWorkmail, date).length > 0).toBe(expected)
  })
})

describe('a server that is named after the domain of the address', () => {
  const template: Provider = {
    ...EXAMPLE,
    servers: { imap: ['mail.{domain}:993:tls'], pop3: [], smtp: ['smtp.example.org:465:tls'] },
  }

  test('is only a guess, its neighbours are not', () => {
    expect(candidatesAt(template).map(({ endpoint, trust }) => [endpoint.host, trust])).toEqual([
      ['smtp.example.org', 'built-in'],
      ['mail.xn--mnchen-3ya.example', 'guess'],
    ])
  })

  test('does not exist where the domain is no name', () => {
    const literal = candidatesOf(template, addressOf('anna@[10.0.0.1]'), KNOWN, '2026-11-20')
    expect(endpoints(literal)).toEqual(['smtp smtp.example.org:465:tls'])
  })
})

describe('what is usual where nothing is known', () => {
  test('is a list of encrypted ports below the domain', () => {
    expect(endpoints(proposalsFor(anna))).toEqual([
      'imap imap.xn--mnchen-3ya.example:993:tls',
      'imap mail.xn--mnchen-3ya.example:993:tls',
      'pop3 pop.xn--mnchen-3ya.example:995:tls',
      'pop3 mail.xn--mnchen-3ya.example:995:tls',
      'smtp smtp.xn--mnchen-3ya.example:465:tls',
      'smtp smtp.xn--mnchen-3ya.example:587:starttls',
      'smtp mail.xn--mnchen-3ya.example:465:tls',
    ])
  })

  test('is nothing but a guess', () => {
    for (const candidate of proposalsFor(anna)) {
      expect(candidate).toMatchObject({
        source: 'proposal',
        trust: 'guess',
        userName: 'Anna.Berg@xn--mnchen-3ya.example',
        auth: ['plain', 'login'],
        why: { kind: 'usual-name', domain: 'münchen.example' },
      })
    }
  })

  test.each(['u@127.1', 'u@2130706433', 'u@[10.0.0.1]', 'u@[IPv6:::1]', 'u@localhost', 'u@intranet'])(
    'is nothing at all for %s',
    (text) => {
      expect(proposalsFor(addressOf(text))).toEqual([])
    },
  )

  test('leaves out names that would be too long', () => {
    const long = `${'a'.repeat(49)}.`.repeat(4) + 'a'.repeat(49)
    expect(long.length).toBe(249)
    expect(endpoints(proposalsFor(addressOf(`u@${long}`)))).toEqual([`pop3 pop.${long}:995:tls`])
  })
})
