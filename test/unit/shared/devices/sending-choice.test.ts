import { describe, expect, test } from 'vitest'
import { microsoft365 } from '#shared/catalogue/providers/microsoft-365.ts'
import { outlook } from '#shared/catalogue/providers/outlook.ts'
import { posteo } from '#shared/catalogue/providers/posteo.ts'
import { daysAfter, type LifeCycle } from '#shared/catalogue/life-cycle.ts'
import { microsoftHve } from '#shared/catalogue/providers/microsoft-hve.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { UNKNOWN_DEVICE, weighWays, type SendingNeeds } from '#shared/devices/sending-choice.ts'
import { placeFor } from '#shared/devices/sending-place.ts'
import type { WeighedWay } from '#shared/devices/sending-way.ts'

/** The end of passwords for sending, as the catalogue has it: no day is repeated here. */
function smtpEnd({ signIn }: Provider): LifeCycle {
  const end = signIn.flatMap(({ kind, protocols, ending }) =>
    kind === 'password' && (protocols === undefined || protocols.includes('smtp')) && ending ? [ending] : [],
  )[0]
  if (end === undefined) throw new Error('the catalogue has no end of passwords for sending')
  return end.life
}

const before = (day: string) => daysAfter(day, -1) ?? ''
const SMTP_OFF = smtpEnd(microsoft365).effective
const BEFORE = before(SMTP_OFF)
const LONG_BEFORE = daysAfter(SMTP_OFF, -400) ?? ''
const HVE_END = smtpEnd(microsoftHve)

/** A device of today in a network without limits. */
const ABLE: SendingNeeds = {
  device: {
    oauth: ['microsoft', 'google'],
    signIn: 'yes',
    tls: ['1.2', '1.3'],
    encryption: ['tls', 'starttls', 'none'],
    ports: 'any',
  },
  port25: 'yes',
  staticIp: 'yes',
  recipients: 'internal',
}
const OLD: SendingNeeds = { ...ABLE, device: { ...ABLE.device, oauth: [] } }
const device = (part: Partial<SendingNeeds['device']>): SendingNeeds => ({
  ...OLD,
  device: { ...OLD.device, ...part },
})

type Place = Parameters<typeof placeFor>[0]

function weighed(place: Place, needs: SendingNeeds, date: string): readonly WeighedWay[] {
  return weighWays(placeFor(place).ways, needs, date)
}

/** The ways in their order: bare where they fit, with `?` where something is to be found out; the rest is left out. */
function order(place: Place, needs: SendingNeeds, date: string): readonly string[] {
  return weighed(place, needs, date).flatMap(({ way, fits }) =>
    fits === 'no'
      ? []
      : [`${way.id.replace(/^(microsoft|google|mailbox)-/, '')}${fits === 'check' ? '?' : ''}`],
  )
}

const MICROSOFT: readonly (readonly [what: string, needs: SendingNeeds, date: string, ways: string])[] = [
  [
    'a device that can everything',
    ABLE,
    BEFORE,
    'oauth smtp-auth direct-send connector high-volume other-provider',
  ],
  ['one without OAuth', OLD, BEFORE, 'smtp-auth direct-send connector high-volume other-provider'],
  [
    'the same when passwords are off by default',
    OLD,
    SMTP_OFF,
    'smtp-auth? direct-send connector high-volume other-provider',
  ],
  [
    'with OAuth, nothing changes for the first way',
    ABLE,
    SMTP_OFF,
    'oauth smtp-auth? direct-send connector high-volume other-provider',
  ],
  [
    'OAuth of another issuer is none',
    device({ oauth: ['google'] }),
    BEFORE,
    'smtp-auth direct-send connector high-volume other-provider',
  ],
  [
    'OAuth not known',
    device({ oauth: 'unknown' }),
    BEFORE,
    'oauth? smtp-auth direct-send connector high-volume other-provider',
  ],
  ['only TLS 1.0 and 1.1', device({ tls: ['1.0', '1.1'] }), BEFORE, 'direct-send connector other-provider'],
  [
    'TLS versions not known',
    device({ tls: 'unknown' }),
    BEFORE,
    'smtp-auth? direct-send connector high-volume? other-provider',
  ],
  [
    'TLS 1.3 alone',
    device({ tls: ['1.3'] }),
    BEFORE,
    'smtp-auth direct-send connector high-volume other-provider',
  ],
  ['SSL/TLS alone, no STARTTLS', device({ encryption: ['tls'] }), BEFORE, 'other-provider'],
  [
    'STARTTLS alone',
    device({ encryption: ['starttls'] }),
    BEFORE,
    'smtp-auth direct-send connector high-volume other-provider',
  ],
  ['no encryption at all', device({ encryption: ['none'] }), BEFORE, 'direct-send connector'],
  [
    'encryption not known',
    device({ encryption: 'unknown' }),
    BEFORE,
    'smtp-auth? direct-send? connector? high-volume? other-provider',
  ],
  ['port 465 alone', device({ ports: [465] }), BEFORE, 'other-provider'],
  ['port 25 alone', device({ ports: [25] }), BEFORE, 'smtp-auth direct-send connector'],
  [
    'ports not known',
    device({ ports: 'unknown' }),
    BEFORE,
    'smtp-auth direct-send connector high-volume? other-provider?',
  ],
  ['no sign-in', device({ signIn: 'no' }), BEFORE, 'direct-send connector'],
  [
    'sign-in not known',
    device({ signIn: 'unknown' }),
    BEFORE,
    'smtp-auth? direct-send connector high-volume? other-provider?',
  ],
  ['recipients everywhere', { ...OLD, recipients: 'all' }, BEFORE, 'smtp-auth connector other-provider'],
  [
    'recipients not known',
    { ...OLD, recipients: 'unknown' },
    BEFORE,
    'smtp-auth direct-send? connector high-volume? other-provider',
  ],
  ['port 25 blocked', { ...OLD, port25: 'no' }, BEFORE, 'smtp-auth high-volume other-provider'],
  [
    'port 25 not known',
    { ...OLD, port25: 'unknown' },
    BEFORE,
    'smtp-auth direct-send? connector? high-volume other-provider',
  ],
  [
    'a changing IP address',
    { ...OLD, staticIp: 'no' },
    BEFORE,
    'smtp-auth direct-send high-volume other-provider',
  ],
  [
    'IP address not known',
    { ...OLD, staticIp: 'unknown' },
    BEFORE,
    'smtp-auth direct-send connector? high-volume other-provider',
  ],
  [
    'High Volume Email while its passwords end',
    OLD,
    HVE_END.effective,
    'smtp-auth? direct-send connector high-volume? other-provider',
  ],
  [
    'High Volume Email after that',
    OLD,
    HVE_END.final ?? '',
    'smtp-auth? direct-send connector other-provider',
  ],
  [
    'no sign-in, everyone, no IP address of its own',
    { ...device({ signIn: 'no' }), recipients: 'all', staticIp: 'no' },
    BEFORE,
    '',
  ],
  [
    'nothing known',
    { device: UNKNOWN_DEVICE, port25: 'unknown', staticIp: 'unknown', recipients: 'unknown' },
    BEFORE,
    'oauth? smtp-auth? direct-send? connector? high-volume? other-provider?',
  ],
]

describe('Microsoft 365 offers, in this order', () => {
  test.each(MICROSOFT)('%s', (_, needs, date, ways) => {
    expect(order('microsoft-365', needs, date).join(' ')).toBe(ways)
  })
})

const OTHERS: readonly (readonly [what: string, place: Place, needs: SendingNeeds, ways: string])[] = [
  [
    'Google, everything',
    'google-workspace',
    ABLE,
    'oauth relay relay-sign-in app-password restricted other-provider',
  ],
  ['Google, no OAuth', 'google-workspace', OLD, 'relay relay-sign-in app-password restricted other-provider'],
  [
    'Google, SSL/TLS alone',
    'google-workspace',
    device({ encryption: ['tls'] }),
    'relay relay-sign-in app-password other-provider',
  ],
  [
    'Google, a changing IP address',
    'google-workspace',
    { ...OLD, staticIp: 'no' },
    'relay-sign-in app-password restricted other-provider',
  ],
  [
    'Google, everyone',
    'google-workspace',
    { ...OLD, recipients: 'all' },
    'relay relay-sign-in app-password other-provider',
  ],
  ['Google, no sign-in', 'google-workspace', device({ signIn: 'no' }), 'relay restricted'],
  [
    'Google, port 25 blocked',
    'google-workspace',
    { ...OLD, port25: 'no' },
    'relay relay-sign-in app-password other-provider',
  ],
  ['Outlook.com has ended passwords', outlook, OLD, 'other-provider'],
  ['Outlook.com with OAuth', outlook, ABLE, 'oauth other-provider'],
  ['Posteo takes the password', posteo, OLD, 'password other-provider'],
  ['a provider that is not known', null, OLD, 'password other-provider'],
]

describe('Google Workspace and ordinary providers offer, in this order', () => {
  test.each(OTHERS)('%s', (_, place, needs, ways) => {
    expect(order(place, needs, BEFORE).join(' ')).toBe(ways)
  })
})

describe('what is said beside a way', () => {
  const about = (id: string, needs: SendingNeeds, date: string) => {
    const one = weighed('microsoft-365', needs, date).find(({ way }) => way.id === `microsoft-${id}`)
    return { obstacles: one?.obstacles, day: one?.end?.day, server: one?.server }
  }

  test('the end of passwords within a year of it, with its day, and never long before', () => {
    expect(about('smtp-auth', OLD, LONG_BEFORE)).toMatchObject({ obstacles: [], day: undefined })
    expect(about('smtp-auth', OLD, BEFORE)).toMatchObject({ obstacles: ['ends'], day: SMTP_OFF })
    expect(about('smtp-auth', OLD, SMTP_OFF)).toMatchObject({
      obstacles: ['off-unless-admin'],
      day: SMTP_OFF,
    })
    expect(about('oauth', ABLE, SMTP_OFF)).toMatchObject({ obstacles: [] })
  })

  test('that messages travel in clear, where nothing else is possible', () => {
    expect(about('direct-send', OLD, BEFORE)).toMatchObject({
      obstacles: [],
      server: { security: 'starttls' },
    })
    const bare = about('direct-send', device({ encryption: ['none'] }), BEFORE)
    expect(bare).toMatchObject({ obstacles: ['in-clear'], server: { security: 'none' } })
  })

  test('a device without encryption is never given a server for its password', () => {
    const needs = device({ encryption: ['none'] })
    for (const place of ['microsoft-365', 'google-workspace', posteo, outlook, null] as const)
      for (const { way, fits } of weighed(place, needs, BEFORE))
        if (way.asks.signIn === true && way.servers.length > 0) expect([way.id, fits]).toEqual([way.id, 'no'])
  })

  test('what does not fit says why, and asks for nothing', () => {
    const needs = { ...OLD, port25: 'unknown', staticIp: 'no' } as const
    expect(about('connector', needs, BEFORE)).toMatchObject({ obstacles: ['no-static-ip'] })
  })

  test('what does not fit stands last', () => {
    const fits = weighed('microsoft-365', device({ signIn: 'no' }), BEFORE).map((one) => one.fits)
    expect(fits).toEqual(['yes', 'yes', 'no', 'no', 'no', 'no'])
  })
})
