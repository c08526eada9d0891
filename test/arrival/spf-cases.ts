import { about, type Situation } from './situation.ts'

const spf = (...texts: readonly string[]) => ({ zone: { 'TXT example.org': texts } })
const INCLUDE = 'include:spf.messagingengine.com'
const replaced = (value: string) => [`replace example.org TXT ${value}`]
const NAMED = { smtpHost: 'mail.example.net' } as const

/** Twelve names that answer, one question more than is allowed. */
const MANY = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`TXT s${index}.example.net`, ['v=spf1 ip4:203.0.113.9 ?all']]),
)

export const SPF_CASES: readonly Situation[] = about('spf', [
  ['the provider is named', {}, 'OK', 'nobody', 'nothing', { records: [], proof: 'published' }],
  [
    'no record',
    spf('something else'),
    'ARRIVE_SPF_MISSING',
    'you',
    'publish-record',
    { records: [`add example.org TXT v=spf1 ${INCLUDE} ~all`] },
  ],
  [
    'no record, and the service is not in the catalogue',
    { zone: { 'TXT example.org': null }, ...NAMED },
    'ARRIVE_SPF_MISSING',
    'you',
    'publish-record',
    { records: ['add example.org TXT v=spf1 mx a:mail.example.net ~all'], proof: 'indication' },
  ],
  [
    'no record and no server: nothing is proposed that would forbid all sending',
    { zone: { 'TXT example.org': null }, smtpHost: null },
    'ARRIVE_SPF_MISSING',
    'you',
    'ask-provider',
    { records: [] },
  ],
  [
    'the name server is out of order',
    { zone: { 'TXT example.org': 'SERVFAIL' } },
    'ARRIVE_DNS_FAIL',
    'network',
    'look-again',
  ],
  [
    'the name server keeps still',
    { zone: { 'TXT example.org': 'silence' } },
    'ARRIVE_DNS_FAIL',
    'network',
    'look-again',
  ],
  [
    'a name on the way is out of order',
    { zone: { 'TXT spf.messagingengine.com': 'SERVFAIL' } },
    'ARRIVE_DNS_FAIL',
    'network',
    'look-again',
    { records: [] },
  ],
  [
    'two records',
    spf('v=spf1 mx -all', 'v=spf1 ip4:203.0.113.1 ~all'),
    'ARRIVE_SPF_TWO',
    'you',
    'publish-record',
    {
      records: [
        'remove example.org TXT v=spf1 mx -all',
        ...replaced(`v=spf1 ip4:203.0.113.1 mx ${INCLUDE} ~all`),
      ],
    },
  ],
  [
    'a space after the colon',
    spf('v=spf1 include: spf.messagingengine.com -all'),
    'ARRIVE_SPF_SYNTAX',
    'you',
    'publish-record',
    { records: replaced(`v=spf1 ${INCLUDE} -all`) },
  ],
  [
    'slips that leave no doubt',
    spf(`v=spf1 ip:203.0.113.1 ipv4:203.0.113.2 ${INCLUDE}; nonsense -all`),
    'ARRIVE_SPF_SYNTAX',
    'you',
    'publish-record',
    { records: replaced(`v=spf1 ip4:203.0.113.1 ip4:203.0.113.2 ${INCLUDE} -all`) },
  ],
  [
    'an address out of range',
    spf(`v=spf1 ip4:300.1.1.1 ${INCLUDE} -all`),
    'ARRIVE_SPF_SYNTAX',
    'you',
    'publish-record',
    { records: replaced(`v=spf1 ${INCLUDE} -all`) },
  ],
  [
    'every server may send',
    spf(`v=spf1 ${INCLUDE} +all`),
    'ARRIVE_SPF_OPEN',
    'you',
    'publish-record',
    { records: replaced(`v=spf1 ${INCLUDE} ~all`) },
  ],
  [
    'every server may send, by a network of all addresses',
    spf(`v=spf1 ip4:0.0.0.0/0 ${INCLUDE} -all`),
    'ARRIVE_SPF_OPEN',
    'you',
    'publish-record',
    { records: replaced(`v=spf1 ${INCLUDE} -all`) },
  ],
  [
    'nothing is said about other servers',
    spf(`v=spf1 ${INCLUDE} ?all`),
    'ARRIVE_SPF_WEAK',
    'you',
    'publish-record',
    { records: replaced(`v=spf1 ${INCLUDE} ~all`) },
  ],
  ['the end is missing', spf(`v=spf1 ${INCLUDE}`), 'ARRIVE_SPF_WEAK', 'you', 'publish-record'],
  [
    'too many look-ups',
    {
      zone: {
        ...MANY,
        'TXT example.org': [
          `v=spf1 ${Object.keys(MANY)
            .map((name) => `include:${name.slice(4)}`)
            .join(' ')} -all`,
        ],
      },
    },
    'ARRIVE_SPF_LOOKUPS',
    'you',
    'publish-record',
  ],
  [
    'too many look-ups that lead nowhere',
    spf('v=spf1 a:a.example.net a:b.example.net a:c.example.net -all'),
    'ARRIVE_SPF_LOOKUPS',
    'you',
    'publish-record',
  ],
  [
    'a circle of includes',
    {
      zone: {
        'TXT example.org': ['v=spf1 include:b.example -all'],
        'TXT b.example': ['v=spf1 include:example.org -all'],
      },
    },
    'ARRIVE_SPF_LOOKUPS',
    'you',
    'publish-record',
  ],
  [
    'an include without a record',
    spf(`v=spf1 include:gone.example.net ${INCLUDE} -all`),
    'ARRIVE_SPF_BROKEN_INCLUDE',
    'you',
    'publish-record',
    { records: replaced(`v=spf1 ${INCLUDE} -all`) },
  ],
  [
    'the service is not named: the record is extended, not doubled',
    spf('v=spf1 mx -all'),
    'ARRIVE_SPF_SERVICE',
    'you',
    'publish-record',
    { records: replaced(`v=spf1 mx ${INCLUDE} -all`), proof: 'published' },
  ],
  [
    'the service is named by way of a redirect',
    {
      zone: {
        'TXT example.org': ['v=spf1 redirect=all.example.net'],
        'TXT all.example.net': [`v=spf1 ${INCLUDE} -all`],
      },
    },
    'OK',
    'nobody',
    'nothing',
  ],
  [
    'the service is named behind `all`, where a receiver does not read on',
    spf(`v=spf1 mx -all ${INCLUDE}`),
    'ARRIVE_SPF_SERVICE',
    'you',
    'publish-record',
  ],
  [
    'the networks of the provider stand in the record in place of its name',
    { zone: { 'TXT example.org': ['v=spf1 ip4:203.0.113.0/24 -all'] } },
    'OK',
    'nobody',
    'nothing',
    { proof: 'indication' },
  ],
  [
    'what a provider asks of customers does not hold for its own domain',
    { domain: 'fastmail.com', zone: { 'TXT fastmail.com': ['v=spf1 ip4:198.51.100.1 -all'] } },
    'ARRIVE_SPF_UNSURE',
    'provider',
    'provider-does',
    { records: [] },
  ],
  [
    'an unknown service whose own address is allowed',
    {
      zone: { 'TXT example.org': ['v=spf1 a:mail.example.net -all'], 'A mail.example.net': ['203.0.113.7'] },
      ...NAMED,
    },
    'OK',
    'nobody',
    'nothing',
    { proof: 'indication' },
  ],
  [
    'an unknown service whose own address is not allowed: no more than a sign',
    { zone: { 'TXT example.org': ['v=spf1 mx -all'], 'A mail.example.net': ['203.0.113.7'] }, ...NAMED },
    'ARRIVE_SPF_UNSURE',
    'you',
    'send-test',
    { records: [], proof: 'indication' },
  ],
  [
    'a domain of a mail provider',
    { domain: 'gmail.com', zone: { 'TXT gmail.com': ['v=spf1 +all'] } },
    'ARRIVE_SPF_OPEN',
    'provider',
    'provider-does',
    { records: [] },
  ],
])
