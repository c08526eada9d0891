import type { Code } from '#shared/finding/codes.ts'
import type { ProxyAct, ProxyOptions } from '../support/proxy-server.ts'
import type { ProxyWire } from '../support/proxy-wire.ts'

/** Something a proxy does, and the one code that has to come of it. */
export interface ProxyCase {
  readonly name: string
  readonly does: Omit<ProxyOptions, 'kind' | 'tls'>
  readonly code: Code
}

type At = 'onGreeting' | 'onRequest'

const says = (octets: string | Buffer) => (wire: ProxyWire) => wire.endWith(octets)
const when = (at: At, name: string, act: ProxyAct, code: Code): ProxyCase => ({
  name,
  does: { [at]: act },
  code,
})
const asked = (name: string, act: ProxyAct, code: Code) => when('onRequest', name, act, code)
const greeted = (name: string, act: ProxyAct, code: Code) => when('onGreeting', name, act, code)

const http = (status: string, code: Code, ...fields: readonly string[]): ProxyCase =>
  asked(
    [status, ...fields].join(', '),
    says([`HTTP/1.1 ${status}`, ...fields, 'Content-Length: 2', '', 'no'].join('\r\n')),
    code,
  )
const socks = (reply: number, name: string, code: Code): ProxyCase =>
  asked(`reply ${reply}, ${name}`, says(Buffer.of(5, reply, 0, 1, 0, 0, 0, 0, 0, 0)), code)

const drips = (text: string) => (wire: ProxyWire) => wire.drip(text, 100)
const NOISE = Buffer.from(Array.from({ length: 64 }, (_, index) => (index * 37 + 200) % 256))

/** What both kinds can do at the moment they are asked for a connection. */
const ANY_KIND: readonly ProxyCase[] = [
  asked('hangs up', (wire) => wire.close(), 'PROXY_UNUSABLE'),
  asked('breaks off', (wire) => wire.reset(), 'PROXY_UNUSABLE'),
  asked('says nothing', (wire) => wire.silence(), 'NET_TIMEOUT'),
  asked('makes noise', says(NOISE), 'PROXY_UNUSABLE'),
  asked('makes noise and stays', (wire) => wire.send(NOISE), 'PROXY_UNUSABLE'),
  asked('is a mail server', says('220 mail.example.test ESMTP\r\n'), 'PROXY_UNUSABLE'),
]

export const HTTP_CASES: readonly ProxyCase[] = [
  ...ANY_KIND,
  asked('drips its answer', drips(`HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(100)}\r\n`), 'NET_TIMEOUT'),
  asked('has no end to its head', says(`HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(2_000)}`), 'PROXY_UNUSABLE'),
  asked('has one endless line', says(`HTTP/1.1 200 ${'x'.repeat(100_000)}`), 'PROXY_UNUSABLE'),
  asked('breaks off within its head', says('HTTP/1.1 200 OK\r\nVia: x'), 'PROXY_UNUSABLE'),
  asked('has no status', says('HTTP/1.1 OK\r\n\r\n'), 'PROXY_UNUSABLE'),
  asked('speaks another HTTP', says('HTTP/2 200\r\n\r\n'), 'PROXY_UNUSABLE'),
  asked('speaks SOCKS', says(Buffer.of(5, 0)), 'PROXY_UNUSABLE'),
  http('407 Proxy Authentication Required', 'PROXY_AUTH', 'Proxy-Authenticate: Basic realm="x"'),
  http('407 Proxy Authentication Required', 'PROXY_AUTH', 'Proxy-Authenticate: Negotiate'),
  http('401 Unauthorized', 'PROXY_AUTH'),
  http('403 Forbidden', 'PROXY_REFUSED'),
  http('405 Method Not Allowed', 'PROXY_REFUSED'),
  http('400 Bad Request', 'PROXY_REFUSED'),
  http('301 Moved', 'PROXY_REFUSED', 'Location: http://elsewhere.test/'),
  http('101 Switching Protocols', 'PROXY_REFUSED'),
  http('500 Unable to connect', 'PROXY_REFUSED'),
  http('502 Bad Gateway', 'NET_UNREACHABLE'),
  http('503 Service Unavailable', 'NET_UNREACHABLE'),
  http('504 Gateway Timeout', 'NET_TIMEOUT'),
  http('502 Bad Gateway', 'NET_REFUSED', 'Proxy-Status: edge;error=connection_refused'),
  http('502 Bad Gateway', 'NET_DNS_NONE', 'Proxy-Status: edge;error=dns_error;rcode="NXDOMAIN"'),
  http('502 Bad Gateway', 'NET_DNS_FAIL', 'Proxy-Status: edge;error=dns_error;rcode="SERVFAIL"'),
  http('503 Service Unavailable', 'NET_REFUSED', 'X-Squid-Error: ERR_CONNECT_FAIL 111'),
  http('503 Service Unavailable', 'NET_DNS_FAIL', 'X-Squid-Error: ERR_DNS_FAIL 0'),
]

export const SOCKS_CASES: readonly ProxyCase[] = [
  ...ANY_KIND,
  greeted('hangs up at the greeting', (wire) => wire.close(), 'PROXY_UNUSABLE'),
  greeted('says nothing to the greeting', (wire) => wire.silence(), 'NET_TIMEOUT'),
  greeted('is a web server', says('HTTP/1.1 400 Bad Request\r\n\r\n'), 'PROXY_UNUSABLE'),
  greeted('speaks version 4', says(Buffer.of(0, 91, 0, 0, 0, 0, 0, 0)), 'PROXY_UNUSABLE'),
  greeted('accepts no way to sign in', says(Buffer.of(5, 0xff)), 'PROXY_AUTH'),
  greeted('requires a password that was not offered', says(Buffer.of(5, 2)), 'PROXY_UNUSABLE'),
  greeted('requires a method that was not offered', says(Buffer.of(5, 1)), 'PROXY_UNUSABLE'),
  asked('breaks off within its reply', says(Buffer.of(5, 0, 0, 3, 200)), 'PROXY_UNUSABLE'),
  asked('gives an address of no type', says(Buffer.of(5, 0, 0, 9, 1, 2, 3, 4, 5, 6)), 'PROXY_UNUSABLE'),
  asked('drips its reply', (wire) => wire.drip(Buffer.of(5, 0, 0, 3, 200, ...NOISE), 100), 'NET_TIMEOUT'),
  asked('refuses in two octets', says(Buffer.of(5, 2)), 'PROXY_REFUSED'),
  socks(1, 'failed', 'PROXY_REFUSED'),
  socks(2, 'not allowed', 'PROXY_REFUSED'),
  socks(3, 'network unreachable', 'NET_UNREACHABLE'),
  socks(4, 'host unreachable', 'NET_UNREACHABLE'),
  socks(5, 'refused', 'NET_REFUSED'),
  socks(6, 'gave up', 'NET_TIMEOUT'),
  socks(7, 'no such command', 'PROXY_REFUSED'),
  socks(8, 'no such address type', 'PROXY_REFUSED'),
  socks(200, 'unassigned', 'PROXY_REFUSED'),
]
