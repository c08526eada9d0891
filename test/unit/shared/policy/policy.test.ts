import { describe, expect, test } from 'vitest'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { breaksLock } from '#shared/policy/locks.ts'
import { matchesAny, policyProviderFor, readPolicy, type Policy } from '#shared/policy/policy.ts'

const OWN = {
  id: 'contoso',
  name: 'Contoso',
  domains: ['contoso.example', '*.contoso.example'],
  servers: { imap: ['imap.contoso.example:993:tls'], smtp: ['smtp.contoso.example:587:starttls'] },
}
const SMALL = { schema: 1, organisation: 'Contoso' }
const FULL = {
  ...SMALL,
  support: { text: 'Helpdesk, ext. 4711', url: 'https://help.contoso.example/' },
  providers: [
    { ...OWN, userName: 'local-part', signIn: ['password'], helpPage: 'https://help.contoso.example/mail' },
  ],
  preferredHosts: ['*.contoso.example'],
  locked: ['servers'],
  plainRelays: ['Relay.contoso.example', '*.lan', '10.0.0.25'],
  sourcesOff: ['ispdb', 'guess'],
  proxy: 'http://proxy.contoso.example:3128',
  authorityFiles: ['contoso-ca.pem'],
  controlHosts: ['status.contoso.example'],
  mechanismOrder: 'scram-first',
  oauthClients: { 'microsoft-365': '00000000-0000-0000-0000-000000000000' },
}

function policyWith(change: object = {}): Policy {
  const policy = readPolicy(JSON.stringify({ ...FULL, ...change }))
  if (!policy.ok) throw new Error(policy.error.where)
  return policy.value
}

test('what is left out has a value that changes nothing', () => {
  expect(readPolicy(JSON.stringify(SMALL))).toEqual({
    ok: true,
    value: {
      organisation: 'Contoso',
      support: null,
      providers: [],
      preferredHosts: [],
      locked: [],
      plainRelays: [],
      sourcesOff: [],
      proxy: null,
      authorityFiles: [],
      controlHosts: [],
      mechanismOrder: 'plain-first',
      oauthClients: {},
    },
  })
})

test('everything an organisation can say is read', () => {
  expect(policyWith()).toMatchObject({
    locked: ['servers'],
    plainRelays: ['relay.contoso.example', '*.lan', '10.0.0.25'],
    mechanismOrder: 'scram-first',
    providers: [{ id: 'contoso', userName: 'local-part' }],
  })
})

describe('a policy is refused as a whole, and the place is named', () => {
  const provider = (change: object) => ({ ...SMALL, providers: [{ ...OWN, ...change }] })
  test.each<readonly [string, string]>([
    ['', ''],
    ['{', ''],
    ['[]', 'schema'],
    [JSON.stringify({ organisation: 'x' }), 'schema'],
    [JSON.stringify({ ...SMALL, schema: 2 }), 'schema'],
    [JSON.stringify({ ...SMALL, organisation: '' }), 'organisation'],
    [JSON.stringify({ ...SMALL, mechanismOrder: 'scram-only' }), 'mechanismOrder'],
    [JSON.stringify({ ...SMALL, organisation: 'a\u0000b' }), 'organisation'],
    [JSON.stringify({ ...SMALL, loked: ['servers'] }), 'loked'],
    [JSON.stringify({ ...SMALL, locked: ['server'] }), 'locked.0'],
    [JSON.stringify({ ...SMALL, plainRelays: ['relay:25'] }), 'plainRelays.0'],
    [JSON.stringify({ ...SMALL, sourcesOff: ['everything'] }), 'sourcesOff.0'],
    [JSON.stringify({ ...SMALL, support: { text: 'x', url: 'http://a.test' } }), 'support.url'],
    [JSON.stringify({ ...SMALL, support: { text: 'x', url: 'https://a:b@c.test' } }), 'support.url'],
    [JSON.stringify(provider({ domains: [] })), 'providers.0.domains'],
    [JSON.stringify(provider({ domains: ['not a domain'] })), 'providers.0.domains.0'],
    [JSON.stringify(provider({ servers: { imap: ['imap.contoso.example'] } })), 'providers.0.servers.imap.0'],
    [
      JSON.stringify(provider({ servers: { smtp: ['a.test:465:tls', 'b.test:0:tls'] } })),
      'providers.0.servers.smtp.1',
    ],
    [JSON.stringify(provider({ servers: { smtp: ['a.test:25:none'] } })), 'providers.0.servers.smtp.0'],
    [JSON.stringify(provider({ password: 'x' })), 'providers.0.password'],
    ['{"schema":1,"organisation":"x","__proto__":{"locked":[]}}', '__proto__'],
  ])('%s', (json, where) => {
    expect(readPolicy(json)).toEqual({ ok: false, error: { where } })
  })
})

test.each([
  ['contoso.example', true],
  ['mail.contoso.example', true],
  ['notcontoso.example', false],
  ['example', false],
])('%s is one of theirs: %s', (domain, expected) => {
  expect(policyProviderFor(policyWith(), domain) !== null).toBe(expected)
  expect(matchesAny(['contoso.example', '*.contoso.example'], domain)).toBe(expected)
})

/** A server that is to take mail without a sign-in. */
const relayAt = (host: string, port: 25 | 465, security: 'tls' | 'starttls') => [
  { endpoint: { protocol: 'smtp', host, port, security } as const, userName: '', signIn: 'none' as const },
]
const relay = relayAt('relay.contoso.example', 25, 'starttls')
const ownServer = relayAt('smtp.contoso.example', 465, 'tls')

describe('a lock', () => {
  const address = (text: string) => {
    const parsed = parseEmailAddress(text)
    if (!parsed.ok) throw new Error(text)
    return parsed.value
  }
  const imap = (host: string, userName = 'anna') => [
    {
      endpoint: { protocol: 'imap', host, port: 993, security: 'tls' } as const,
      userName,
      signIn: 'password' as const,
    },
  ]
  const nameAlone = policyWith({ locked: ['user-name'] })
  const servers = policyWith()
  const both = policyWith({ locked: ['servers', 'user-name'] })
  const none = policyWith({ locked: [] })

  test.each([
    ['holds the servers of the organisation', servers, 'anna@contoso.example', imap('evil.test'), true],
    ['lets its own servers through', servers, 'anna@contoso.example', imap('imap.contoso.example'), false],
    [
      'leaves the name alone unless told',
      servers,
      'anna@contoso.example',
      imap('imap.contoso.example', 'x'),
      false,
    ],
    ['holds the name', both, 'anna@contoso.example', imap('imap.contoso.example', 'x'), true],
    ['lets the right name through', both, 'anna@contoso.example', imap('imap.contoso.example'), false],
    ['does not hold private addresses', both, 'anna@example.org', imap('imap.example.org'), false],
    ['holds the sign-in at its own servers', servers, 'anna@contoso.example', ownServer, true],
    ['has no name for a relay', nameAlone, 'anna@contoso.example', relay, false],
    ['that is not set holds nothing', none, 'anna@contoso.example', imap('evil.test'), false],
  ] as const)('%s', (_, policy, text, wanted, expected) => {
    expect(breaksLock(policy, address(text), wanted)).toBe(expected)
  })

  test('another port of the right host is another server', () => {
    const other = [
      {
        endpoint: {
          protocol: 'imap',
          host: 'imap.contoso.example',
          port: 143,
          security: 'starttls',
        } as const,
        userName: 'anna',
        signIn: 'password' as const,
      },
    ]
    expect(breaksLock(servers, address('anna@contoso.example'), other)).toBe(true)
  })
})
