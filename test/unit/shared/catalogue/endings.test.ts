import { describe, expect, test } from 'vitest'
import { passwordEndAhead, passwordEndBehind } from '#shared/catalogue/endings.ts'
import type { Ending, Provider, SignIn } from '#shared/catalogue/provider.ts'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import { googleWorkspace } from '#shared/catalogue/providers/google-workspace.ts'
import { microsoft365 } from '#shared/catalogue/providers/microsoft-365.ts'
import { outlook } from '#shared/catalogue/providers/outlook.ts'
import type { Protocol } from '#shared/domain/protocol.ts'

const ending: Ending = { instead: 'oauth', stays: 'nowhere', source: { name: 'a note', date: '2026-01-01' } }
const providerWith = (...signIn: readonly SignIn[]): Provider => ({ ...gmail, signIn })
const password = { kind: 'password', until: '2027-01-01', ending } as const

describe('the end of passwords that is coming', () => {
  test.each<readonly [string, string, Provider, Protocol, string | null]>([
    ['more than a year before', '2025-12-31', microsoft365, 'smtp', null],
    ['a year before', '2026-01-01', microsoft365, 'smtp', '2027-01-01'],
    ['the day before', '2026-12-31', microsoft365, 'smtp', '2027-01-01'],
    ['on the day itself', '2027-01-01', microsoft365, 'smtp', null],
    ['long after', '2030-06-01', microsoft365, 'smtp', null],
    ['at a service that has lost it already', '2026-12-31', microsoft365, 'imap', null],
    ['where a password stays', '2026-12-31', gmail, 'imap', null],
    ['where an app password stays', '2025-04-30', googleWorkspace, 'imap', null],
    ['where only the browser signs in', '2024-09-16', outlook, 'imap', null],
    ['on an unknown day', '', microsoft365, 'smtp', null],
    ['on a day that is none', '2026-13-45', microsoft365, 'smtp', null],
    [
      'where another kind lasts longer',
      '2026-12-31',
      providerWith(password, { kind: 'app-password', until: '2027-03-01', ending }),
      'imap',
      '2027-03-01',
    ],
    [
      'where it is not noted what comes instead',
      '2026-12-31',
      providerWith({ kind: 'password', until: '2027-01-01' }),
      'imap',
      null,
    ],
    ['where there is nothing to sign in with', '2026-12-31', providerWith(), 'imap', null],
  ])('%s (%s)', (_, date, provider, protocol, day) => {
    expect(passwordEndAhead(date, provider, protocol)?.day ?? null).toBe(day)
  })

  test('says which services it is about, what comes instead and who can keep it', () => {
    expect(passwordEndAhead('2026-11-20', microsoft365)).toEqual({
      day: '2027-01-01',
      services: 'sending',
      instead: 'oauth',
      stays: 'admin',
    })
    expect(passwordEndAhead('2026-11-20', providerWith(password))?.services).toBe('all')
    expect(
      passwordEndAhead('2026-11-20', providerWith({ ...password, protocols: ['imap', 'pop3'] }))?.services,
    ).toBe('receiving')
  })
})

describe('the end of passwords that has come', () => {
  test.each<readonly [string, string, Provider, Protocol, string | null]>([
    ['the day before', '2026-12-31', microsoft365, 'smtp', null],
    ['on the day itself', '2027-01-01', microsoft365, 'smtp', '2027-01-01'],
    ['long after', '2030-06-01', microsoft365, 'smtp', '2027-01-01'],
    ['at another service', '2026-11-20', microsoft365, 'imap', '2023-01-01'],
    ['for every kind of password', '2026-11-20', outlook, 'imap', '2024-09-16'],
    ['where an app password still works', '2026-11-20', googleWorkspace, 'imap', null],
    ['on an unknown day', '', outlook, 'imap', null],
    ['where there never was one', '2026-11-20', providerWith({ kind: 'oauth' }), 'imap', null],
  ])('%s (%s)', (_, date, provider, protocol, day) => {
    expect(passwordEndBehind(date, provider, protocol)?.day ?? null).toBe(day)
  })
})
