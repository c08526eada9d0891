import { describe, expect, test } from 'vitest'
import { newLane, type Lane } from '#renderer/wizard/machine/lanes.ts'
import { stationsOf } from '#renderer/wizard/steps/test/lane/stations.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { Fault } from '#shared/domain/fault.ts'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Stage, StageEvent } from '#shared/domain/stage.ts'
import { endpoint, failed, passed, resultFor, running, skipped } from '../../../samples.ts'

const TLS = endpoint('imap', 'imap.example.org:993:tls')
const STARTTLS = endpoint('imap', 'imap.example.org:143:starttls')
const CLEAR = endpoint('imap', 'localhost:1143:none')
const SENDING = endpoint('smtp', 'smtp.example.org:465:tls')

const TLS_PATH: readonly Stage[] = ['dns', 'connect', 'tls', 'certificate', 'greeting', 'capabilities']
const UPGRADE_PATH: readonly Stage[] = [
  'dns',
  'connect',
  'greeting',
  'capabilities',
  'starttls',
  'tls',
  'certificate',
  'capabilities',
]
const CLEAR_PATH: readonly Stage[] = ['dns', 'connect', 'greeting', 'capabilities']

function lane(endpoint: ServerEndpoint, events: readonly StageEvent[], change: Partial<Lane> = {}): Lane {
  return { ...newLane(endpoint), stages: events, ...change }
}

const ended = (endpoint: ServerEndpoint, change: Partial<EndpointResult> = {}) => ({
  result: resultFor(endpoint, change),
})
const all = (path: readonly Stage[]) => path.map((stage) => passed(stage))
/** `find done`, with `+` from the station on from which everything is encrypted. */
const shown = (given: Lane) =>
  stationsOf(given).map(({ id, state, encrypted }) => `${id} ${state}${encrypted ? ' +' : ''}`)

describe('before anything has happened the way lies ahead', () => {
  test.each([
    ['TLS from the first byte', TLS, ['find', 'connect', 'encrypt', 'greet', 'sign-in', 'mailbox']],
    [
      'STARTTLS, where the server answers before it is encrypted',
      STARTTLS,
      ['find', 'connect', 'greet', 'encrypt', 'sign-in', 'mailbox'],
    ],
    ['no encryption', CLEAR, ['find', 'connect', 'greet', 'sign-in', 'mailbox']],
    ['sending', SENDING, ['find', 'connect', 'encrypt', 'greet', 'sign-in', 'ready']],
  ])('%s', (_, endpoint, ids) => {
    expect(shown(lane(endpoint, []))).toEqual(ids.map((id) => `${id} ahead`))
    expect(stationsOf(lane(endpoint, [])).map(({ tookMs }) => tookMs)).toEqual(ids.map(() => null))
  })
})

describe('everything works', () => {
  test.each<readonly [string, ServerEndpoint, readonly Stage[], readonly string[]]>([
    [
      'TLS',
      TLS,
      [...TLS_PATH, 'login', 'mailbox'],
      ['find done', 'connect done', 'encrypt done +', 'greet done +', 'sign-in done +', 'mailbox done +'],
    ],
    [
      'STARTTLS',
      STARTTLS,
      [...UPGRADE_PATH, 'login', 'mailbox'],
      ['find done', 'connect done', 'greet done', 'encrypt done +', 'sign-in done +', 'mailbox done +'],
    ],
    [
      'no encryption',
      CLEAR,
      [...CLEAR_PATH, 'login', 'mailbox'],
      ['find done', 'connect done', 'greet done', 'sign-in done', 'mailbox done'],
    ],
    [
      'sending',
      SENDING,
      [...TLS_PATH, 'login'],
      ['find done', 'connect done', 'encrypt done +', 'greet done +', 'sign-in done +', 'ready done +'],
    ],
  ])('with %s', (_, endpoint, path, stations) => {
    expect(shown(lane(endpoint, all(path), ended(endpoint)))).toEqual(stations)
  })
})

describe('on the way', () => {
  test('the station that is worked on is running, what is behind it is done', () => {
    expect(shown(lane(TLS, [...all(['dns', 'connect']), running('tls')]))).toEqual([
      'find done',
      'connect done',
      'encrypt running',
      'greet ahead',
      'sign-in ahead',
      'mailbox ahead',
    ])
  })

  test('nothing is encrypted before the certificate has been accepted', () => {
    expect(shown(lane(TLS, [...all(['dns', 'connect', 'tls']), running('certificate')]))).not.toContain(
      'encrypt running +',
    )
    expect(shown(lane(TLS, all(TLS_PATH.slice(0, 4))))).toContain('encrypt running +')
  })

  test('what the server is asked again after the upgrade belongs to the sign-in', () => {
    const upgraded = lane(STARTTLS, [...all(UPGRADE_PATH.slice(0, -1)), running('capabilities')])
    expect(shown(upgraded).slice(2, 5)).toEqual(['greet done', 'encrypt done +', 'sign-in running +'])
  })

  test('a station that keeps silent is waiting', () => {
    const silent = lane(TLS, [...all(TLS_PATH.slice(0, 4)), running('greeting')], { waiting: 'greeting' })
    expect(shown(silent).slice(2, 5)).toEqual(['encrypt done +', 'greet waiting +', 'sign-in ahead +'])
  })

  test('waiting for something else is not shown at this station', () => {
    expect(shown(lane(TLS, [running('dns')], { waiting: 'greeting' }))[0]).toBe('find running')
  })

  test('a proxy is part of the way there', () => {
    expect(shown(lane(TLS, [...all(['dns', 'connect']), running('proxy')]))[1]).toBe('connect running')
  })
})

const FAILURES: readonly (readonly [string, ServerEndpoint, readonly Stage[], Stage, readonly string[]])[] = [
  [
    'the name',
    TLS,
    [],
    'dns',
    ['find failed', 'connect ahead', 'encrypt ahead', 'greet ahead', 'sign-in ahead', 'mailbox ahead'],
  ],
  [
    'the certificate',
    TLS,
    ['dns', 'connect', 'tls'],
    'certificate',
    ['find done', 'connect done', 'encrypt failed', 'greet ahead', 'sign-in ahead', 'mailbox ahead'],
  ],
  [
    'the upgrade',
    STARTTLS,
    UPGRADE_PATH.slice(0, 4),
    'starttls',
    ['find done', 'connect done', 'greet done', 'encrypt failed', 'sign-in ahead', 'mailbox ahead'],
  ],
  [
    'the sign-in',
    TLS,
    TLS_PATH,
    'login',
    ['find done', 'connect done', 'encrypt done +', 'greet done +', 'sign-in failed +', 'mailbox ahead +'],
  ],
  [
    'the mailbox',
    TLS,
    [...TLS_PATH, 'login'],
    'mailbox',
    ['find done', 'connect done', 'encrypt done +', 'greet done +', 'sign-in done +', 'mailbox failed +'],
  ],
  [
    'the sign-in for sending',
    SENDING,
    TLS_PATH,
    'login',
    ['find done', 'connect done', 'encrypt done +', 'greet done +', 'sign-in failed +', 'ready ahead +'],
  ],
]

describe('something fails', () => {
  test.each(FAILURES)('%s', (_, endpoint, path, last, stations) => {
    const events = [...all(path), failed(last)]
    expect(shown(lane(endpoint, events))).toEqual(stations)
    expect(
      shown(lane(endpoint, events, ended(endpoint, { verdict: 'failed', code: 'PROTO_GARBAGE' }))),
    ).toEqual(stations)
  })
})

describe('something is left out', () => {
  test.each<readonly [string, ServerEndpoint, readonly Stage[], readonly string[]]>([
    ['receiving', TLS, TLS_PATH, ['greet done +', 'sign-in left-out +', 'mailbox left-out +']],
    [
      'receiving after an upgrade',
      STARTTLS,
      UPGRADE_PATH,
      ['encrypt done +', 'sign-in left-out +', 'mailbox left-out +'],
    ],
    ['sending', SENDING, TLS_PATH, ['greet done +', 'sign-in left-out +', 'ready left-out +']],
  ])('the sign-in, when it was not asked for: %s', (_, endpoint, path, stations) => {
    expect(shown(lane(endpoint, [...all(path), skipped('login')], ended(endpoint))).slice(3)).toEqual(
      stations,
    )
  })

  test.each<readonly [string, Fault]>([
    ['stopped by the user', { kind: 'cancelled' }],
    ['refused elsewhere', { kind: 'refused-elsewhere', host: 'smtp.example.org' }],
  ])('the station at which the test was %s', (_, fault) => {
    const events = [...all(TLS_PATH), failed('login', fault)]
    expect(shown(lane(TLS, events, ended(TLS, { verdict: 'skipped' }))).slice(3)).toEqual([
      'greet done +',
      'sign-in left-out +',
      'mailbox ahead +',
    ])
  })
})

describe('a station tells how long it took', () => {
  test('the sum of its stages', () => {
    const events = [
      passed('dns', 0, 12),
      passed('connect', 12, 40),
      passed('tls', 40, 70),
      passed('certificate', 70, 75),
    ]
    expect(stationsOf(lane(TLS, events)).map(({ tookMs }) => tookMs)).toEqual([12, 28, 35, null, null, null])
  })

  test('as soon as one of its stages has ended', () => {
    const events = [
      ...all(['dns', 'connect', 'tls', 'certificate']),
      passed('greeting', 0, 30),
      running('capabilities'),
    ]
    expect(stationsOf(lane(TLS, events))[3]?.tookMs).toBe(30)
  })

  test('also when it failed', () => {
    expect(stationsOf(lane(TLS, [failed('dns')]))[0]?.tookMs).toBe(10)
  })

  test('nothing for a station that has no stage of its own', () => {
    expect(stationsOf(lane(SENDING, all([...TLS_PATH, 'login']), ended(SENDING))).at(-1)).toMatchObject({
      id: 'ready',
      state: 'done',
      tookMs: null,
    })
  })
})
