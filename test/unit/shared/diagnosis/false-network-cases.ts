import { type DiagnosisCase } from './situations.ts'
import { refused, strange, V4, PRIVATE, saying, around, noAnswer, known } from './surroundings-kit.ts'

/** What a network that does not tell the truth makes of a failure on the way: pages in between, wrong names. */
export const FALSE_NETWORK_CASES: readonly DiagnosisCase[] = [
  [
    'a network that says by its status that it wants a sign-in',
    noAnswer({ surroundings: around(saying('example.org', { status: 511 })) }),
    'NET_CAPTIVE',
    'you',
    'network-sign-in',
  ],
  [
    'a web server that seems to move into the local network',
    noAnswer({ surroundings: around(saying('example.org', { status: 302, redirectHost: '10.1.0.1' })) }),
    'NET_CAPTIVE',
    'you',
    'network-sign-in',
  ],
  [
    'hosts of other domains that all seem to have moved to the same page',
    {
      fault: refused,
      stage: 'connect',
      surroundings: around(
        saying('example.org', { status: 302, redirectHost: 'portal.hotel.example' }),
        saying('example.net', { status: 307, redirectHost: 'portal.hotel.example' }),
      ),
    },
    'NET_CAPTIVE',
    'you',
    'network-sign-in',
  ],
  [
    'a foreign certificate behind the name, and a page in between',
    {
      fault: strange,
      stage: 'certificate',
      surroundings: around(saying('example.org', { status: 302, redirectHost: '192.168.8.1' })),
    },
    'NET_CAPTIVE',
    'you',
    'network-sign-in',
  ],
  [
    'a page in between that takes the mail port for the web',
    {
      fault: { kind: 'wrong-service', seen: 'http' },
      stage: 'greeting',
      surroundings: around(saying('example.org', { status: 511 })),
    },
    'NET_CAPTIVE',
    'you',
    'network-sign-in',
  ],
  [
    'one web site that has moved elsewhere, and that is all',
    noAnswer({
      surroundings: around(saying('example.org', { status: 301, redirectHost: 'www.example.net' })),
    }),
    'NET_TIMEOUT',
    'network',
    'retry',
  ],
  [
    'a web site that moves to its own HTTPS',
    noAnswer({
      surroundings: around(
        saying('example.org', { status: 301, redirectHost: 'www.example.org' }),
        saying('mail.example.org', { status: 301, redirectHost: 'www.example.org' }),
      ),
    }),
    'NET_PORT_BLOCKED',
    'network',
    'other-network',
  ],
  [
    'a page in between that cannot be the reason for what a server offers',
    {
      fault: { kind: 'no-usable-mechanism', offered: [] },
      surroundings: around(saying('example.org', { status: 511 })),
    },
    'AUTH_NONE_USABLE',
    'provider',
    'edit-servers',
  ],
  [
    'a host of a known provider that is said not to exist',
    { fault: { kind: 'name-not-found' }, stage: 'dns', endpoint: known },
    'NET_DNS_FALSE',
    'network',
    'other-network',
  ],
  [
    'a host of a known provider that is said to be in this house',
    noAnswer({ endpoint: known, addresses: [PRIVATE] }),
    'NET_DNS_FALSE',
    'network',
    'other-network',
  ],
  [
    'a host of a known provider that is said to be nowhere',
    { fault: refused, stage: 'connect', endpoint: known, addresses: [{ address: '0.0.0.0', family: 4 }] },
    'NET_DNS_FALSE',
    'network',
    'other-network',
  ],
  [
    'a host of a known provider behind whose name this computer stands',
    { fault: strange, stage: 'certificate', endpoint: known, addresses: [{ address: '::1', family: 6 }] },
    'NET_DNS_FALSE',
    'network',
    'other-network',
  ],
  [
    'a host that is where names lead that cannot exist',
    noAnswer({ addresses: [V4], surroundings: { strayAddresses: [V4] } }),
    'NET_DNS_FALSE',
    'network',
    'other-network',
  ],
  [
    'an address, which was never looked up, where every name leads',
    noAnswer({
      endpoint: { ...known, host: V4.address },
      addresses: [V4],
      surroundings: { strayAddresses: [V4] },
    }),
    'NET_TIMEOUT',
    'network',
    'retry',
  ],
  [
    'an IPv6 address where every name leads, and it is this computer',
    noAnswer({
      endpoint: { ...known, host: '::1' },
      addresses: [{ address: '::1', family: 6 }],
      surroundings: { strayAddresses: [{ address: '::1', family: 6 }] },
    }),
    'NET_TIMEOUT',
    'computer',
    'retry',
  ],
  [
    'a server in the local network that belongs there',
    noAnswer({ addresses: [PRIVATE] }),
    'NET_TIMEOUT',
    'network',
    'retry',
  ],
  [
    'a known host among its own addresses',
    noAnswer({ endpoint: known, addresses: [V4] }),
    'NET_TIMEOUT',
    'network',
    'retry',
  ],
]
