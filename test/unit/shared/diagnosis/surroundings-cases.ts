import { closedEndpoint, type DiagnosisCase, HOST, openEndpoint } from './situations.ts'
import {
  timeout,
  unreachable,
  smtp,
  V4,
  V6,
  attempt,
  control,
  silent,
  saying,
  around,
  noAnswer,
} from './surroundings-kit.ts'

/** What others answer tells about a failure on the way. */
export const SURROUNDINGS_CASES: readonly DiagnosisCase[] = [
  [
    'names are found, and no other host answers',
    noAnswer({ surroundings: around(silent(HOST), silent('example.net')) }),
    'NET_PROXY_NEEDED',
    'network',
    'ask-admin',
  ],
  [
    'no way to any host',
    {
      fault: unreachable,
      stage: 'connect',
      surroundings: around(silent('example.com'), silent('example.net')),
    },
    'NET_PROXY_NEEDED',
    'network',
    'ask-admin',
  ],
  [
    'no host of one domain answers, and no other was asked',
    noAnswer({ surroundings: around(silent(HOST), silent('example.org')) }),
    'NET_TIMEOUT',
    'network',
    'retry',
  ],
  [
    'no web server answers, and another mail server does',
    noAnswer({
      siblings: [openEndpoint(smtp)],
      surroundings: around(silent(HOST), silent('example.net')),
    }),
    'NET_TIMEOUT',
    'network',
    'retry',
  ],
  [
    'mail gets out to another server, and this one is silent',
    noAnswer({ siblings: [openEndpoint(smtp)], surroundings: around(silent(HOST), control('example.net')) }),
    'NET_SERVER_DOWN',
    'provider',
    'wait',
  ],
  [
    'mail gets out to another server, and there is no way to this one',
    {
      fault: unreachable,
      stage: 'connect',
      siblings: [openEndpoint(smtp)],
      surroundings: around(silent(HOST), control('example.net')),
    },
    'NET_SERVER_DOWN',
    'provider',
    'wait',
  ],
  [
    'the web server of the very same host answers',
    noAnswer({ surroundings: around(control(HOST)) }),
    'NET_PORT_BLOCKED',
    'network',
    'other-network',
  ],
  [
    'all mail servers are silent, and web servers are not',
    noAnswer({
      siblings: [closedEndpoint(smtp, 'connect', timeout)],
      surroundings: around(silent(HOST), control('example.net')),
    }),
    'NET_PORT_BLOCKED',
    'network',
    'other-network',
  ],
  [
    'the only mail server is silent, and web servers are not',
    noAnswer({ surroundings: around(silent(HOST), control('example.net')) }),
    'NET_TIMEOUT',
    'network',
    'retry',
  ],
  [
    'a server with a long address alone, from a computer without one',
    noAnswer({ addresses: [V6], surroundings: { ipv6: 'none' } }),
    'NET_IPV6',
    'network',
    'other-network',
  ],
  [
    'a server with a long address alone, where short ones answer and long ones do not',
    {
      fault: unreachable,
      stage: 'connect',
      addresses: [V6],
      surroundings: around(
        control('example.net', { attempts: [attempt(V6, 'no-answer'), attempt(V4, 'connected')] }),
      ),
    },
    'NET_IPV6',
    'network',
    'other-network',
  ],
  [
    'a server with a long address alone, where other long ones answer',
    noAnswer({
      addresses: [V6],
      surroundings: around(control('example.net', { attempts: [attempt(V6, 'connected')] })),
    }),
    'NET_TIMEOUT',
    'network',
    'retry',
  ],
  [
    'a certificate that has run out by the clock of this computer alone',
    {
      fault: { kind: 'certificate', problems: ['expired'] },
      stage: 'certificate',
      surroundings: {
        ...around(saying('example.org', { date: '2026-11-20T10:00:00.000Z' })),
        computerDate: '2031-11-20T10:00:00.000Z',
      },
    },
    'TLS_CLOCK',
    'computer',
    'check-clock',
  ],
  [
    'a certificate that has expired by every clock',
    {
      fault: { kind: 'certificate', problems: ['expired'] },
      stage: 'certificate',
      surroundings: {
        ...around(saying('example.org', { date: '2026-11-20T10:00:00.000Z' })),
        computerDate: '2026-11-20T10:00:04.000Z',
      },
    },
    'TLS_EXPIRED',
    'provider',
    'ask-admin',
  ],
  [
    'one web server with a strange clock among others',
    {
      fault: { kind: 'certificate', problems: ['expired'] },
      stage: 'certificate',
      surroundings: {
        ...around(
          saying('example.org', { date: '2019-01-01T00:00:00.000Z' }),
          saying('example.net', { date: '2026-11-20T10:00:00.000Z' }),
          saying('example.com', { date: '2026-11-20T10:00:01.000Z' }),
        ),
        computerDate: '2026-11-20T10:00:04.000Z',
      },
    },
    'TLS_EXPIRED',
    'provider',
    'ask-admin',
  ],
]
