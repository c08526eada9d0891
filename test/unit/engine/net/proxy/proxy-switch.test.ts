import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { ProxyProblem } from '#shared/domain/proxy.ts'
import { ProxySwitch, throughSwitch, type TypedProxy } from '#engine/net/proxy/proxy-switch.ts'
import { Secret } from '#engine/secret.ts'
import { canaryOf } from '../../../../support/canary.ts'
import { LOOPBACK_TOOLS } from '../../../../support/oauth/sign-in-bench.ts'

const LAID_DOWN = { kind: 'socks5', host: 'socks.example.org', port: 1080, credentials: null } as const
const typed = (address: string, userName = '', password: string | null = null): TypedProxy => ({
  address,
  userName,
  password,
})

describe('the proxy of this program', () => {
  test('is what was laid down when it began', () => {
    expect(new ProxySwitch(LAID_DOWN).describe()).toEqual({
      address: 'socks5://socks.example.org:1080',
      signIn: 'no',
    })
    expect(new ProxySwitch(null).describe()).toBeNull()
  })

  test.each<readonly [string, TypedProxy, string]>([
    ['a name and a port', typed('proxy.example.org:8080'), 'http://proxy.example.org:8080'],
    ['blanks around it', typed('  proxy.example.org:8080 '), 'http://proxy.example.org:8080'],
    ['an address in numbers', typed('192.0.2.7:3128'), 'http://192.0.2.7:3128'],
    ['another kind', typed('socks5://proxy.example.org:1080'), 'socks5://proxy.example.org:1080'],
    ['what it says of itself', typed('http://[2001:db8::1]:3128'), 'http://[2001:db8::1]:3128'],
  ])('can be typed as %s', (_, proxy, address) => {
    const used = new ProxySwitch(null).use(proxy)
    expect(used).toEqual({ ok: true, value: { address, signIn: 'no' } })
  })

  test.each<readonly [string, TypedProxy, ProxyProblem]>([
    ['nothing', typed(''), 'host'],
    ['no port', typed('proxy.example.org'), 'port'],
    ['an impossible port', typed('proxy.example.org:99999'), 'port'],
    ['a page', typed('http://proxy.example.org:8080/proxy.pac'), 'form'],
    ['an unknown kind', typed('ftp://proxy.example.org:8080'), 'kind'],
    ['a password in the address', typed('http://anna:x@proxy.example.org:8080'), 'credentials'],
    ['a password without a name', typed('proxy.example.org:8080', '', 'x'), 'credentials'],
    ['a name with a colon', typed('proxy.example.org:8080', 'an:na', 'x'), 'credentials'],
  ])('stays as it was after %s', (_, proxy, problem) => {
    const proxies = new ProxySwitch(LAID_DOWN)
    expect(proxies.use(proxy)).toEqual({ ok: false, error: problem })
    expect(proxies.current).toBe(LAID_DOWN)
  })

  test('takes every character of its password, and shows none', () => {
    const canary = canaryOf('Gehäim-4711 :@/?#% 😀')
    const proxies = new ProxySwitch(null)
    const used = proxies.use(typed('proxy.example.org:8080', 'anna@office', canary.secret))
    expect(used).toEqual({ ok: true, value: { address: 'http://proxy.example.org:8080', signIn: 'yes' } })
    expect(proxies.current?.credentials).toEqual({
      userName: 'anna@office',
      password: new Secret(canary.secret),
    })
    expect(proxies.current?.credentials?.password.reveal()).toBe(canary.secret)
    expect(canary.formsIn(`${inspect(proxies, { depth: 9 })}${JSON.stringify(proxies)}`)).toEqual([])
  })

  test('can be left out, and every connection goes over what is switched on then', () => {
    const proxies = new ProxySwitch(LAID_DOWN)
    const tools = throughSwitch(LOOPBACK_TOOLS, proxies)
    const before = { ...tools }
    expect(proxies.use(null)).toEqual({ ok: true, value: null })
    expect([before.proxy, tools.proxy]).toEqual([LAID_DOWN, null])
  })
})
