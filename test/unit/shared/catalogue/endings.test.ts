import { describe, expect, test } from 'vitest'
import { kindOn, nextPasswordEnd, passwordEndOn } from '#shared/catalogue/endings.ts'
import type { Ending, Provider, SignIn } from '#shared/catalogue/provider.ts'
import { amazonWorkmail } from '#shared/catalogue/providers/amazon-workmail.ts'
import { gmail } from '#shared/catalogue/providers/gmail.ts'
import { googleWorkspace } from '#shared/catalogue/providers/google-workspace.ts'
import { microsoft365 } from '#shared/catalogue/providers/microsoft-365.ts'
import { outlook } from '#shared/catalogue/providers/outlook.ts'
import { tuta } from '#shared/catalogue/providers/tuta.ts'
import type { IsoDate } from '#shared/catalogue/source.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { endingOn } from './life-samples.ts'

const ending = (day: IsoDate): Ending => ({ instead: 'oauth', life: endingOn(day) })
const providerWith = (...signIn: readonly SignIn[]): Provider => ({ ...gmail, signIn })
const password = { kind: 'password', ending: ending('2027-01-01') } as const

describe('the end of passwords at one service', () => {
  test.each<readonly [string, string, Provider, Protocol, string | null]>([
    ['more than a year before', '2025-12-31', microsoft365, 'smtp', null],
    ['a year before', '2026-01-01', microsoft365, 'smtp', 'announced 2027-01-01'],
    ['the day before', '2026-12-31', microsoft365, 'smtp', 'announced 2027-01-01'],
    ['on the day itself', '2027-01-01', microsoft365, 'smtp', 'effective 2027-01-01'],
    ['while no last day is named', '2030-06-01', microsoft365, 'smtp', 'effective 2027-01-01'],
    ['between its first and its last day', '2022-11-11', microsoft365, 'imap', 'effective 2022-10-01'],
    ['on its last day', '2023-01-01', microsoft365, 'imap', 'final 2022-10-01'],
    ['for every kind of password', '2026-11-20', outlook, 'imap', 'final 2024-09-16'],
    ['the day before the only day', '2024-09-15', outlook, 'imap', 'announced 2024-09-16'],
    ['where a password stays', '2026-12-31', gmail, 'imap', null],
    ['where an app password stays', '2025-03-13', googleWorkspace, 'imap', null],
    ['where an app password has stayed', '2026-11-20', googleWorkspace, 'imap', null],
    ['on an unknown day', '', microsoft365, 'smtp', null],
    ['on a day that is none', '2026-13-45', microsoft365, 'smtp', null],
    [
      'where another kind lasts longer',
      '2026-12-31',
      providerWith(password, { kind: 'app-password', ending: ending('2027-03-01') }),
      'imap',
      'announced 2027-03-01',
    ],
    [
      'where another kind is yet to come',
      '2026-12-31',
      providerWith(password, { kind: 'app-password', from: '2027-06-01' }),
      'imap',
      'announced 2027-01-01',
    ],
    ['where there is nothing to sign in with', '2026-12-31', providerWith(), 'imap', null],
    ['where there never was a password', '2026-11-20', providerWith({ kind: 'oauth' }), 'imap', null],
  ])('%s (%s)', (_, date, provider, protocol, expected) => {
    const end = passwordEndOn(date, provider, protocol)
    expect(end === null ? null : `${end.state} ${end.day}`).toBe(expected)
  })
})

describe('the next end of passwords', () => {
  test('says which services it is about, what comes instead and who can put it off', () => {
    expect(nextPasswordEnd('2026-11-20', microsoft365)).toEqual({
      state: 'announced',
      day: '2027-01-01',
      finalDay: '',
      postponedBy: 'admin',
      concerns: 'all',
      services: 'sending',
      instead: 'oauth',
      newcomers: 'without',
    })
    expect(nextPasswordEnd('2026-11-20', providerWith(password))?.services).toBe('all')
    expect(
      nextPasswordEnd('2026-11-20', providerWith({ ...password, protocols: ['imap', 'pop3'] }))?.services,
    ).toBe('receiving')
  })

  test.each<readonly [string, string, Provider, string | null]>([
    ['is one that has begun as long as it is open', '2028-01-01', microsoft365, 'effective'],
    ['is none where all are final', '2026-11-20', outlook, null],
    ['is none where nothing ends', '2026-11-20', gmail, null],
  ])('%s', (_, date, provider, state) => {
    expect(nextPasswordEnd(date, provider)?.state ?? null).toBe(state)
  })
})

describe('a service that closes', () => {
  test.each([
    ['2027-03-31', amazonWorkmail, 'mailbox'],
    ['2027-04-01', amazonWorkmail, 'closed'],
    ['2027-04-02', amazonWorkmail, 'closed'],
    ['2027-04-02', tuta, 'closed'],
    ['2027-04-02', microsoft365, 'mailbox'],
  ] as const)('on %s', (date, provider, kind) => {
    expect(kindOn(date, provider)).toBe(kind)
  })
})
