import * as fc from 'fast-check'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { proxyFor, proxyName } from '#engine/net/proxy/proxy-server.ts'
import type { ProxyProblem } from '#shared/domain/proxy.ts'
import { parseProxyUrl } from '#engine/net/proxy/proxy-url.ts'

function read(url: string) {
  const parsed = parseProxyUrl(url)
  if (!parsed.ok) return parsed.error
  const { kind, credentials } = parsed.value
  const signIn = credentials === null ? null : [credentials.userName, credentials.password.reveal()]
  return [kind, proxyName(parsed.value), signIn]
}

const GOOD: readonly (readonly [string, ReturnType<typeof read>])[] = [
  ['http://proxy.example.org:3128', ['http', 'proxy.example.org:3128', null]],
  ['HTTP://Proxy.Example.org:80/', ['http', 'proxy.example.org:80', null]],
  ['https://proxy.example.org:443', ['https', 'proxy.example.org:443', null]],
  ['socks5://192.0.2.1:1080', ['socks5', '192.0.2.1:1080', null]],
  ['socks5h://[2001:DB8::1]:1080', ['socks5', '[2001:db8::1]:1080', null]],
  ['http://proxy:3128', ['http', 'proxy:3128', null]],
  ['http://bücher.example:3128', ['http', 'xn--bcher-kva.example:3128', null]],
  ['http://anna@proxy:1', ['http', 'proxy:1', ['anna', '']]],
  ['http://anna:@proxy:1', ['http', 'proxy:1', ['anna', '']]],
  ['http://anna:a:b@proxy:1', ['http', 'proxy:1', ['anna', 'a:b']]],
  ['http://DOMAIN%5Canna:p%40%2F%3A%25@proxy:1', ['http', 'proxy:1', ['DOMAIN\\anna', 'p@/:%']]],
  ['http://änna:ßchlüssel@proxy:1', ['http', 'proxy:1', ['änna', 'ßchlüssel']]],
]

const BAD: readonly (readonly [string, ProxyProblem])[] = [
  ['', 'form'],
  ['proxy.example.org:3128', 'form'],
  ['http:/proxy:3128', 'form'],
  ['http://proxy:3128/path', 'form'],
  ['http://proxy:3128?x', 'form'],
  [' http://proxy:3128', 'form'],
  ['http://a@b@proxy:1', 'form'],
  ['http://anna:p/w@proxy:1', 'form'],
  ['http://[::1:3128', 'form'],
  ['ftp://proxy:21', 'kind'],
  ['socks4://proxy:1080', 'kind'],
  ['socks://proxy:1080', 'kind'],
  ['constructor://proxy:1080', 'kind'],
  ['http://:3128', 'host'],
  ['http://a..b:3128', 'host'],
  ['http://127.1:3128', 'host'],
  ['http://[fe80::1%25eth0]:3128', 'host'],
  ['http://proxy\r\n:3128', 'host'],
  ['http://proxy', 'port'],
  ['http://proxy:', 'port'],
  ['http://proxy:0', 'port'],
  ['http://proxy:65536', 'port'],
  ['http://proxy:80a', 'port'],
  ['http://:pw@proxy:1', 'credentials'],
  ['http://@proxy:1', 'credentials'],
  ['http://anna:%GG@proxy:1', 'credentials'],
  ['http://an%3Ana:x@proxy:1', 'credentials'],
  ['http://anna:%0D%0AX@proxy:1', 'credentials'],
  [`http://anna:${'x'.repeat(256)}@proxy:1`, 'credentials'],
]

describe('the URL of a proxy', () => {
  test.each(GOOD)('%s', (url, expected) => {
    expect(read(url)).toEqual(expected)
  })

  test.each(BAD)('%j is refused: %s', (url, problem) => {
    expect(read(url)).toBe(problem)
  })

  test('any text is read or refused, and the password shows nowhere', () => {
    const pieces = fc.constantFrom(
      'http',
      'socks5',
      '://',
      ':',
      '@',
      '/',
      '[',
      ']',
      '%',
      '::1',
      'proxy',
      '80',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseProxyUrl(text)
        expect(parsed.ok ? parsed.value.port > 0 : typeof parsed.error === 'string').toBe(true)
      }),
      { numRuns: 1_000 },
    )
    const parsed = parseProxyUrl('http://anna:hunter2@proxy:1')
    expect(`${JSON.stringify(parsed)} ${inspect(parsed, { depth: 9 })}`).not.toContain('hunter2')
  })
})

test('this computer itself is never behind a proxy', () => {
  const parsed = parseProxyUrl('http://proxy:1')
  const proxy = parsed.ok ? parsed.value : null
  const behind = (host: string) => proxyFor(host, proxy) !== null
  expect(['localhost', 'imap.localhost', '127.0.0.1', '127.9.9.9', '::1'].filter(behind)).toEqual([])
  expect(['mail.example.org', '192.0.2.1', 'localhost.example.org'].filter(behind)).toHaveLength(3)
  expect(proxyFor('mail.example.org', null)).toBeNull()
})
