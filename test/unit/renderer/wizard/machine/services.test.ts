import { describe, expect, test } from 'vitest'
import {
  changeService,
  chooseCandidate,
  inReadingOrder,
  pinCertificate,
  proposeServices,
  servicesToTest,
  renameUser,
  useEndpoint,
} from '#renderer/wizard/machine/services.ts'
import type { ServerDraft } from '#renderer/wizard/machine/state.ts'
import { PROTOCOLS, USUAL_PORTS } from '#shared/domain/protocol.ts'
import {
  ANNA,
  candidateFor,
  choiceOf,
  discoveryWith,
  endpoint,
  emptyChoice,
  IMAP,
  IMAP_OTHER,
  POP3,
  SERVICES,
  SMTP,
} from '../samples.ts'
import { draftOf, readDraft, withPort } from '#renderer/wizard/machine/drafts.ts'

describe('what is proposed', () => {
  test('is the best of each service, the others to choose from, receiving first', () => {
    expect(proposeServices(discoveryWith())).toEqual([
      choiceOf(IMAP, IMAP_OTHER),
      choiceOf(SMTP),
      emptyChoice('pop3'),
    ])
  })

  test('is POP3 only to be asked for where there is IMAP', () => {
    const both = [IMAP, POP3].map((endpoint) => candidateFor(endpoint))
    const use = (candidates: typeof both) =>
      proposeServices({ candidates }).find(({ protocol }) => protocol === 'pop3')?.use
    expect([use(both), use(both.slice(1))]).toEqual(['leave-out', 'test'])
  })

  test('is sending alone where nothing is to be received, and receiving can be added', () => {
    const proposed = proposeServices(discoveryWith(), 'sending')
    expect(servicesToTest(proposed).map(({ endpoint: { protocol } }) => protocol)).toEqual(['smtp'])
    expect(proposed.find(({ protocol }) => protocol === 'imap')?.chosen).not.toBeNull()
  })

  test('is nothing where nothing was found', () => {
    expect(proposeServices(discoveryWith({ candidates: [] }))).toEqual(
      (['imap', 'smtp', 'pop3'] as const).map((protocol) => emptyChoice(protocol)),
    )
  })

  test('is shown in the order in which people read', () => {
    const endpoints = [POP3, SMTP, IMAP].map((endpoint) => ({ endpoint }))
    expect(inReadingOrder(endpoints).map(({ endpoint }) => endpoint.protocol)).toEqual([
      'imap',
      'smtp',
      'pop3',
    ])
  })
})

describe('choosing', () => {
  test('puts a candidate in charge and keeps the one before it on offer', () => {
    const chosen = chooseCandidate(choiceOf(IMAP, IMAP_OTHER), candidateFor(IMAP_OTHER))
    expect(chosen).toEqual(choiceOf(IMAP_OTHER, IMAP))
  })

  test('never lists a port twice', () => {
    const again = chooseCandidate(choiceOf(IMAP, IMAP_OTHER), candidateFor(IMAP, { userName: 'ben' }))
    expect(again).toMatchObject({ chosen: { userName: 'ben' }, others: [{ endpoint: IMAP_OTHER }] })
  })

  test('means testing', () => {
    expect(chooseCandidate(emptyChoice('pop3'), candidateFor(POP3))).toEqual(choiceOf(POP3))
  })

  test('changes one service only', () => {
    const changed = changeService(SERVICES, 'smtp', () => emptyChoice('smtp'))
    expect(changed).toEqual([SERVICES[0], emptyChoice('smtp'), SERVICES[2]])
  })
})

describe('another port by a button', () => {
  const other = endpoint('imap', 'imap.example.org:1993:tls')

  test('takes its place with the same user name, as the choice of the user', () => {
    const [imap, smtp] = useEndpoint(SERVICES, other, ANNA)
    expect(imap).toMatchObject({
      chosen: { endpoint: other, userName: 'anna', source: 'typed', trust: 'user' },
      others: [{ endpoint: IMAP }, { endpoint: IMAP_OTHER }],
      use: 'test',
    })
    expect(smtp).toBe(SERVICES[1])
  })

  test('takes the address as user name where there was none', () => {
    const changed = useEndpoint(SERVICES, POP3, ANNA).find(({ protocol }) => protocol === 'pop3')
    expect(changed?.chosen?.userName).toBe('anna@xn--mnchen-3ya.example')
  })
})

describe('what is shown to the engine for confirmation', () => {
  test('is what was chosen and not left out', () => {
    expect(servicesToTest(SERVICES)).toEqual([
      { endpoint: IMAP, userName: 'anna', origin: 'found', pin: null, signIn: 'password' },
      { endpoint: SMTP, userName: 'anna', origin: 'found', pin: null, signIn: 'password' },
    ])
    const without = changeService(SERVICES, 'imap', (service) => ({ ...service, use: 'leave-out' }))
    expect(servicesToTest(without)).toMatchObject([{ endpoint: SMTP }])
  })

  test('says what was typed, and which certificate was accepted for it', () => {
    const typed = useEndpoint(SERVICES, IMAP_OTHER, ANNA)
    expect(servicesToTest(pinCertificate(typed, 'imap', 'AB'))).toMatchObject([
      { endpoint: IMAP_OTHER, origin: 'typed', pin: 'AB' },
      { endpoint: SMTP, origin: 'found', pin: null },
    ])
  })

  test('forgets the accepted certificate with the server it belonged to', () => {
    const pinned = pinCertificate(useEndpoint(SERVICES, IMAP_OTHER, ANNA), 'imap', 'AB')
    expect(servicesToTest(useEndpoint(pinned, IMAP, ANNA))[0]).toMatchObject({ endpoint: IMAP, pin: null })
  })

  test('is nothing for a service without a server', () => {
    expect(servicesToTest([{ ...emptyChoice('imap'), use: 'test' }])).toEqual([])
  })
})

describe('a draft begins', () => {
  test('with what was chosen', () => {
    expect(draftOf(choiceOf(IMAP_OTHER), ANNA)).toEqual({
      protocol: 'imap',
      host: 'imap.example.org',
      port: '143',
      security: 'starttls',
      userName: 'anna',
      signIn: 'password',
      problem: null,
      advice: null,
    })
  })

  test.each([
    ['imap', '993'],
    ['pop3', '995'],
    ['smtp', '465'],
  ] as const)('with the usual encrypted port where nothing was known: %s at %s', (protocol, port) => {
    expect(draftOf(emptyChoice(protocol), ANNA)).toEqual({
      protocol,
      host: '',
      port,
      security: 'tls',
      userName: 'anna@xn--mnchen-3ya.example',
      signIn: 'password',
      problem: null,
      advice: null,
    })
  })
})

const DRAFT: ServerDraft = {
  protocol: 'imap',
  host: 'imap.example.org',
  port: '993',
  security: 'tls',
  userName: 'anna',
  signIn: 'password',
  problem: null,
  advice: null,
}

describe('a draft is read', () => {
  test.each<readonly [string, Partial<ServerDraft>, Partial<typeof IMAP>]>([
    ['as it stands', {}, {}],
    ['without the spaces around', { host: ' imap.example.org ', port: ' 993 ', userName: ' anna ' }, {}],
    ['in capitals', { host: 'IMAP.Example.ORG' }, {}],
    ['with a U-label', { host: 'imap.münchen.example' }, { host: 'imap.xn--mnchen-3ya.example' }],
    ['with an IPv6 address in brackets', { host: '[2001:DB8::1]' }, { host: '2001:db8::1' }],
    ['with another encryption', { security: 'starttls' }, { security: 'starttls' }],
  ])('%s', (_, change, endpoint) => {
    expect(readDraft({ ...DRAFT, ...change })).toEqual({
      endpoint: { ...IMAP, ...endpoint },
      userName: 'anna',
      auth: ['plain', 'login'],
      source: 'typed',
      trust: 'user',
      otherDomain: null,
      why: { kind: 'typed' },
    })
  })

  test.each<readonly [Partial<ServerDraft>, NonNullable<ServerDraft['problem']>]>([
    [{ host: '' }, 'host'],
    [{ host: '   ' }, 'host'],
    [{ host: 'a..b' }, 'host'],
    [{ host: 'x y' }, 'host'],
    [{ host: 'imap.example.org:993' }, 'host'],
    [{ host: 'https://imap.example.org' }, 'host'],
    [{ host: '127.1' }, 'host'],
    [{ host: 'ｉｍａｐ.example.org' }, 'host'],
    [{ port: '' }, 'port'],
    [{ port: '0' }, 'port'],
    [{ port: '65536' }, 'port'],
    [{ port: '-1' }, 'port'],
    [{ port: '25abc' }, 'port'],
    [{ userName: '' }, 'user-name'],
    [{ userName: '  ' }, 'user-name'],
    [{ host: '', port: '', userName: '' }, 'host'],
  ])('and what is wrong with it is named: %o', (change, problem) => {
    expect(readDraft({ ...DRAFT, ...change })).toBe(problem)
  })
})

describe('a port picks its encryption', () => {
  test.each(
    PROTOCOLS.flatMap((protocol) =>
      Object.entries(USUAL_PORTS[protocol]).map(([port, security]) => [protocol, port, security] as const),
    ),
  )('%s at %s means %s', (protocol, port, security) => {
    for (const before of ['tls', 'starttls', 'none'] as const)
      expect(withPort({ ...DRAFT, protocol, security: before }, port)).toMatchObject({ port, security })
  })

  test.each(['1993', '', 'x', '99'])('"%s" leaves it alone', (port) => {
    expect(withPort({ ...DRAFT, security: 'starttls' }, port)).toMatchObject({ port, security: 'starttls' })
  })

  test('and what was wrong before is forgotten', () => {
    expect(withPort({ ...DRAFT, problem: 'port' }, '993').problem).toBeNull()
  })
})

test('another user name goes to every tested service that was to use the same one', () => {
  const mixed = SERVICES.map((service) =>
    service.protocol === 'smtp' && service.chosen !== null
      ? { ...service, chosen: { ...service.chosen, userName: 'somebody else' } }
      : service,
  )
  const same = renameUser(SERVICES, 'imap', 'anna@example.org')
  expect(same.changed.toSorted()).toEqual(['imap', 'smtp'])
  expect(same.services.map(({ chosen }) => chosen?.userName)).toEqual([
    'anna@example.org',
    'anna@example.org',
    undefined,
  ])
  expect(renameUser(mixed, 'imap', 'anna@example.org').changed).toEqual(['imap'])
})
