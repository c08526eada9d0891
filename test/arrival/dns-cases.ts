import { GOOD_KEY, SHORT_KEY } from '../support/arrival/ask.ts'
import type { Page } from '../support/discovery/web-server.ts'
import { about, type Situation } from './situation.ts'

const key = (text: string | null) => ({
  zone: { 'TXT fm1._domainkey.example.org': text === null ? null : [text] },
})
const dmarc = (...texts: readonly string[]) => ({ zone: { 'TXT _dmarc.example.org': texts } })
const mx = (...routes: readonly string[]) => ({ zone: { 'MX example.org': routes } })
const FILE = 'mta-sts.example.org/.well-known/mta-sts.txt'
const POLICY = 'version: STSv1\r\nmode: enforce\r\nmx: in1.example.net\r\nmax_age: 86400\r\n'
const sts = (page: Page | null, record = 'v=STSv1; id=20261101') => ({
  zone: { 'TXT _mta-sts.example.org': [record] },
  pages: page === null ? {} : { [FILE]: page },
})
const alias = (number: number) =>
  `add fm${number}._domainkey.example.org CNAME fm${number}.example.org.dkim.fmhosted.com`

const DKIM = about('dkim', [
  ['a key is in place', {}, 'OK', 'nobody', 'nothing', { proof: 'published' }],
  ['a key without its version', key(GOOD_KEY.replace('v=DKIM1; ', '')), 'OK', 'nobody', 'nothing'],
  [
    'an Ed25519 key',
    key(`v=DKIM1; k=ed25519; p=${Buffer.alloc(32, 1).toString('base64')}`),
    'OK',
    'nobody',
    'nothing',
  ],
  [
    'no key: the aliases of the provider are to be published',
    key(null),
    'ARRIVE_DKIM_MISSING',
    'you',
    'switch-on-signing',
    { records: [1, 2, 3].map(alias) },
  ],
  ['a key that was taken back', key('v=DKIM1; k=rsa; p='), 'ARRIVE_DKIM_REVOKED', 'you', 'switch-on-signing'],
  ['a key that is too short', key(SHORT_KEY), 'ARRIVE_DKIM_SHORT', 'you', 'switch-on-signing'],
  ['a key that lost its end', key(GOOD_KEY.slice(0, 120)), 'ARRIVE_DKIM_SYNTAX', 'you', 'switch-on-signing'],
  ['a key with strange letters', key('v=DKIM1; p=“MIGf”'), 'ARRIVE_DKIM_SYNTAX', 'you', 'switch-on-signing'],
  [
    'an alias that leads nowhere',
    {
      zone: {
        'TXT fm1._domainkey.example.org': null,
        'CNAME fm1._domainkey.example.org': ['fm1.example.org.dkim.fmhosted.com'],
      },
    },
    'ARRIVE_DKIM_ALIAS',
    'provider',
    'switch-on-signing',
  ],
  [
    'the name of the key is not known',
    { smtpHost: 'mail.example.net' },
    'ARRIVE_DKIM_UNKNOWN',
    'you',
    'send-test',
  ],
  [
    'the keys cannot be asked for',
    { zone: { 'TXT fm1._domainkey.example.org': 'SERVFAIL' } },
    'ARRIVE_DNS_FAIL',
    'network',
    'look-again',
  ],
])

const DMARC = about('dmarc', [
  ['fakes are turned away', {}, 'OK', 'nobody', 'nothing'],
  [
    'no rule',
    { zone: { 'TXT _dmarc.example.org': null } },
    'ARRIVE_DMARC_MISSING',
    'you',
    'publish-record',
    { records: ['add _dmarc.example.org TXT v=DMARC1; p=none'] },
  ],
  [
    'two rules',
    dmarc('v=DMARC1; p=none', 'v=DMARC1; p=reject; rua=mailto:x@example.org'),
    'ARRIVE_DMARC_TWO',
    'you',
    'publish-record',
    {
      records: [
        'remove _dmarc.example.org TXT v=DMARC1; p=reject; rua=mailto:x@example.org',
        'replace _dmarc.example.org TXT v=DMARC1; p=none',
      ],
    },
  ],
  [
    'a rule without a policy',
    dmarc('v=DMARC1; rua=mailto:x@example.org'),
    'ARRIVE_DMARC_SYNTAX',
    'you',
    'publish-record',
    { records: ['replace _dmarc.example.org TXT v=DMARC1; p=none; rua=mailto:x@example.org'] },
  ],
  [
    'a policy that RFC 7489 does not know',
    dmarc('v=DMARC1; p=block'),
    'ARRIVE_DMARC_SYNTAX',
    'you',
    'publish-record',
  ],
  [
    'a rule that only watches',
    dmarc('v=DMARC1; p=none; rua=mailto:x@example.org'),
    'ARRIVE_DMARC_NONE',
    'you',
    'tighten-later',
    { records: ['replace _dmarc.example.org TXT v=DMARC1; p=quarantine; rua=mailto:x@example.org'] },
  ],
  [
    'reports to another domain that has not agreed',
    dmarc('v=DMARC1; p=reject; rua=mailto:x@reports.example'),
    'ARRIVE_DMARC_REPORTS',
    'you',
    'ask-recipient-of-reports',
  ],
  [
    'reports to another domain that has agreed',
    {
      zone: {
        'TXT _dmarc.example.org': ['v=DMARC1; p=reject; rua=mailto:x@reports.example'],
        'TXT example.org._report._dmarc.reports.example': ['v=DMARC1'],
      },
    },
    'OK',
    'nobody',
    'nothing',
  ],
  ['the rule of the organisation above', { domain: 'team.example.org' }, 'OK', 'nobody', 'nothing'],
  [
    'a weaker rule for domains below',
    { domain: 'team.example.org', ...dmarc('v=DMARC1; p=reject; sp=none') },
    'ARRIVE_DMARC_SUBDOMAIN',
    'you',
    'tighten-later',
  ],
  [
    'a public suffix is not the organisation of a domain below it',
    { domain: 'example.co.uk', zone: { 'TXT _dmarc.co.uk': ['v=DMARC1; p=reject'] } },
    'ARRIVE_DMARC_MISSING',
    'you',
    'publish-record',
    { records: ['add _dmarc.example.co.uk TXT v=DMARC1; p=none'] },
  ],
  [
    'the rule cannot be asked for',
    { zone: { 'TXT _dmarc.example.org': 'SERVFAIL' } },
    'ARRIVE_DNS_FAIL',
    'network',
    'look-again',
  ],
])

const MX = about('mx', [
  ['replies find their way', {}, 'OK', 'nobody', 'nothing'],
  [
    'a null MX',
    mx('0 .'),
    'ARRIVE_MX_NULL',
    'you',
    'ask-provider',
    { records: ['remove example.org MX 0 .'] },
  ],
  ['no MX and no host', { zone: { 'MX example.org': null } }, 'ARRIVE_MX_MISSING', 'you', 'ask-provider'],
  [
    'no MX, but a host',
    { zone: { 'MX example.org': null, 'A example.org': ['203.0.113.1'] } },
    'ARRIVE_MX_MISSING',
    'you',
    'ask-provider',
  ],
  ['an address in place of a name', mx('10 203.0.113.1'), 'ARRIVE_MX_LITERAL', 'you', 'ask-provider'],
  [
    'a host that does not exist',
    mx('10 in1.example.net', '20 gone.example.net'),
    'ARRIVE_MX_UNRESOLVABLE',
    'you',
    'publish-record',
    { records: ['remove example.org MX 20 gone.example.net'] },
  ],
  [
    'an alias',
    {
      zone: {
        'MX example.org': ['10 mail.example.org'],
        'CNAME mail.example.org': ['in1.example.net'],
        'A mail.example.org': ['198.51.100.9'],
      },
    },
    'ARRIVE_MX_ALIAS',
    'you',
    'publish-record',
    { records: ['replace example.org MX 10 in1.example.net'] },
  ],
  [
    'MX cannot be asked for',
    { zone: { 'MX example.org': 'SERVFAIL' } },
    'ARRIVE_DNS_FAIL',
    'network',
    'look-again',
  ],
])

const STS = about('mta-sts', [
  ['no policy is required', {}, 'OK', 'nobody', 'nothing'],
  ['a policy that fits', sts(POLICY), 'OK', 'nobody', 'nothing'],
  [
    'a star for one label',
    sts(POLICY.replace('in1.example.net', '*.example.net')),
    'OK',
    'nobody',
    'nothing',
  ],
  [
    'a star is not for two labels',
    sts(POLICY.replace('in1.example.net', '*.net')),
    'ARRIVE_STS_MX',
    'you',
    'mend-policy-file',
  ],
  [
    'a mail server is left out',
    sts(POLICY.replace('in1', 'in2')),
    'ARRIVE_STS_MX',
    'you',
    'mend-policy-file',
  ],
  [
    'the host of the file cannot be asked for',
    {
      zone: {
        'TXT _mta-sts.example.org': ['v=STSv1; id=1'],
        'A mta-sts.example.org': 'SERVFAIL',
        'AAAA mta-sts.example.org': 'SERVFAIL',
      },
    },
    'ARRIVE_DNS_FAIL',
    'network',
    'look-again',
  ],
  ['no file', sts(null), 'ARRIVE_STS_POLICY', 'you', 'mend-policy-file'],
  ['a file that is something else', sts('<html></html>'), 'ARRIVE_STS_POLICY', 'you', 'mend-policy-file'],
  [
    'a redirect to another host',
    {
      ...sts((_, response) => response.writeHead(302, { Location: `https://www.example.org/x` }).end()),
      pages: {
        [FILE]: (_, response) => response.writeHead(302, { Location: 'https://www.example.org/x' }).end(),
        'www.example.org/x': POLICY,
      },
    },
    'ARRIVE_STS_POLICY',
    'you',
    'mend-policy-file',
  ],
  [
    'an announcement without an id',
    sts(POLICY, 'v=STSv1; nothing'),
    'ARRIVE_STS_RECORD',
    'you',
    'publish-record',
    { records: ['replace _mta-sts.example.org TXT v=STSv1; id=1'] },
  ],
])

const TLSA = about('tlsa', [
  ['no certificate is pinned', {}, 'OK', 'nobody', 'nothing'],
  ['a pinned certificate', { zone: { 'TLSA _25._tcp.in1.example.net': ['3'] } }, 'OK', 'nobody', 'nothing'],
])

export const DNS_CASES: readonly Situation[] = [...DKIM, ...DMARC, ...MX, ...STS, ...TLSA]
