import type { Fault } from '#shared/domain/fault.ts'
import type { DiagnosisCase } from './situations.ts'

const GONE: readonly (readonly [string, DiagnosisCase[1]['stage'] & string, Fault])[] = [
  ['has no address', 'dns', { kind: 'name-not-found' }],
  ['refuses', 'connect', { kind: 'refused' }],
  ['is silent', 'connect', { kind: 'timeout', limitMs: 8_000 }],
  ['answers as another host', 'certificate', { kind: 'certificate', problems: ['name-mismatch'] }],
]

const swapped = (host: string, ...expected: readonly [DiagnosisCase[2], DiagnosisCase[4]]): DiagnosisCase => [
  `IMAP is asked for at ${host}, and SMTP answers`,
  { fault: { kind: 'wrong-service', seen: 'smtp' }, stage: 'greeting', endpoint: { host } },
  expected[0],
  'you',
  expected[1],
]

/** What the name of a host adds to the way it failed. */
export const HOST_CASES: readonly DiagnosisCase[] = [
  ...GONE.map(([how, stage, fault]): DiagnosisCase => [
    `a host of former times ${how}`,
    { fault, stage, endpoint: { host: 'imap-mail.outlook.com' } },
    'HOST_RETIRED',
    'you',
    'use-server',
  ]),
  [
    'a retired port of a host that is in use',
    {
      fault: { kind: 'timeout', limitMs: 8_000 },
      stage: 'connect',
      endpoint: { protocol: 'smtp', host: 'smtp.office365.com', port: 465 },
    },
    'HOST_RETIRED',
    'you',
    'use-endpoint',
  ],
  [
    'a host of a provider that lets no mail program in',
    {
      fault: { kind: 'name-not-found' },
      stage: 'dns',
      endpoint: { protocol: 'smtp', host: 'smtp.tutanota.com', port: 465 },
    },
    'HOST_RETIRED',
    'you',
    'edit-servers',
  ],
  [
    'a host of former times, while this computer is not connected',
    { fault: { kind: 'offline' }, stage: 'dns', endpoint: { host: 'imap-mail.outlook.com' } },
    'NET_OFFLINE',
    'computer',
    'retry',
  ],
  swapped('smtp.gmail.com', 'SERVERS_SWAPPED', 'use-server'),
  swapped('smtp.example.org', 'SERVERS_SWAPPED', 'use-server'),
  swapped('mail.example.org', 'PROTO_WRONG_SERVICE', 'edit-servers'),
  [
    'a host with a letter too few, which does not exist',
    { fault: { kind: 'name-not-found' }, stage: 'dns', endpoint: { host: 'imap.gmal.com' } },
    'NET_DNS_NONE',
    'you',
    'use-server',
  ],
  [
    'a host with a slip in the domain of the address',
    { fault: { kind: 'name-not-found' }, stage: 'dns', endpoint: { host: 'imap.exmaple.org' } },
    'NET_DNS_NONE',
    'you',
    'use-server',
  ],
]
