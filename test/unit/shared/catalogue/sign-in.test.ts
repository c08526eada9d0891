import { describe, expect, test } from 'vitest'
import type { Provider, SignIn } from '#shared/catalogue/provider.ts'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import { gmxNet } from '#shared/catalogue/providers/gmx-net.ts'
import { microsoft365 } from '#shared/catalogue/providers/microsoft-365.ts'
import { outlook } from '#shared/catalogue/providers/outlook.ts'
import { authMethodsFor, passwordLoginEnded, signInKindsOn } from '#shared/catalogue/sign-in.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { endingOn } from './life-samples.ts'

const providerWith = (...signIn: readonly SignIn[]): Provider => ({ ...gmxNet, signIn })

describe('the ways to sign in on a day', () => {
  const changing = providerWith(
    { kind: 'password', ending: { instead: 'app-password', life: endingOn('2026-01-01') } },
    { kind: 'app-password', from: '2025-06-01', ending: { instead: 'oauth', life: endingOn('2026-06-01') } },
    { kind: 'oauth', from: '2026-01-01' },
  )

  test.each([
    ['2025-05-31', ['password']],
    ['2025-06-01', ['password', 'app-password']],
    ['2025-12-31', ['password', 'app-password']],
    ['2026-01-01', ['app-password', 'oauth']],
    ['2026-05-31', ['app-password', 'oauth']],
    ['2026-06-01', ['oauth']],
  ] as const)('on %s: %j', (date, kinds) => {
    expect(signInKindsOn(date, changing)).toEqual(kinds)
  })

  test('stay in the order of the catalogue, each once', () => {
    const provider = providerWith(
      { kind: 'oauth' },
      { kind: 'password', protocols: ['smtp'] },
      { kind: 'password', protocols: ['imap'] },
    )
    expect(signInKindsOn('2026-11-20', provider)).toEqual(['oauth', 'password'])
  })

  test('may differ by service', () => {
    const provider = providerWith({ kind: 'oauth' }, { kind: 'password', protocols: ['smtp'] })
    expect(signInKindsOn('2026-11-20', provider, 'smtp')).toEqual(['oauth', 'password'])
    expect(signInKindsOn('2026-11-20', provider, 'imap')).toEqual(['oauth'])
  })
})

describe('whether the time of passwords is over', () => {
  test.each<readonly [string, Provider, Protocol, boolean]>([
    ['2026-11-20', gmxNet, 'imap', false],
    ['2026-11-20', gmail, 'imap', false],
    ['2024-09-15', outlook, 'imap', false],
    ['2024-09-16', outlook, 'imap', true],
    ['2026-11-20', microsoft365, 'imap', true],
    ['2026-11-20', microsoft365, 'pop3', true],
    ['2026-11-20', microsoft365, 'smtp', false],
    ['2026-12-31', microsoft365, 'smtp', false],
    ['2027-01-01', microsoft365, 'smtp', false],
    ['2035-01-01', microsoft365, 'smtp', false],
    ['2026-11-20', providerWith(), 'imap', false],
    [
      '2026-11-20',
      providerWith({ kind: 'password', ending: { instead: 'oauth', life: endingOn('2020-01-01') } }),
      'imap',
      false,
    ],
  ])('on %s at $id for %s', (date, provider, protocol, expected) => {
    expect(passwordLoginEnded(date, provider, protocol)).toBe(expected)
  })
})

describe('the methods that go with the ways to sign in', () => {
  test.each<readonly [readonly SignIn['kind'][], readonly string[]]>([
    [[], ['plain', 'login']],
    [['password'], ['plain', 'login']],
    [['app-password'], ['plain', 'login']],
    [['oauth'], ['xoauth2', 'oauthbearer']],
    [
      ['password', 'oauth'],
      ['xoauth2', 'oauthbearer', 'plain', 'login'],
    ],
  ])('%j: %j', (kinds, methods) => {
    expect(authMethodsFor(kinds)).toEqual(methods)
  })
})
