import { describe, expect, test } from 'vitest'
import { proxyFromArgument, proxyFromEnvironment } from '#engine/net/proxy/proxy-choice.ts'
import { proxyName } from '#engine/net/proxy/proxy-server.ts'

const WITH_PASSWORD = 'http://anna:secret@proxy:3128'

function passwordFor(argument: string, env: Readonly<Record<string, string>>) {
  const chosen = proxyFromArgument(argument, env)
  return chosen.ok ? (chosen.value.credentials?.password.reveal() ?? null) : chosen.error
}

describe('a proxy as an argument', () => {
  test('must not bring a password', () => {
    expect(passwordFor(WITH_PASSWORD, {})).toBe('password-in-argument')
    expect(passwordFor('ftp://anna:p@ss/word@proxy', {})).toBe('password-in-argument')
    expect(passwordFor('http://anna@proxy:3128', {})).toBe('')
    expect(passwordFor('http://anna:@proxy:3128', {})).toBe('')
  })

  test.each(['MAILWRIGHT_PROXY', 'ALL_PROXY', 'all_proxy', 'HTTPS_PROXY', 'https_proxy'])(
    'gets its password from %s, if that names the same proxy',
    (name) => {
      expect(passwordFor('http://proxy:3128', { [name]: WITH_PASSWORD })).toBe('secret')
      expect(passwordFor('http://anna@PROXY:3128/', { [name]: WITH_PASSWORD })).toBe('secret')
    },
  )

  test.each([
    ['another kind', 'socks5://proxy:3128', WITH_PASSWORD],
    ['another host', 'http://proxy.evil.test:3128', WITH_PASSWORD],
    ['another port', 'http://proxy:3129', WITH_PASSWORD],
    ['no password', 'http://proxy:3128', 'http://proxy:3128'],
    ['nothing that can be read', 'http://proxy:3128', 'proxy:3128'],
  ])('gets none from a variable with %s', (_, argument, url) => {
    expect(passwordFor(argument, { ALL_PROXY: url })).toBeNull()
  })

  test('gets none that was written for another user', () => {
    expect(passwordFor('http://bert@proxy:3128', { ALL_PROXY: WITH_PASSWORD })).toBe('')
  })
})

describe('the environment', () => {
  test('switches a proxy on by its own variable only', () => {
    const chosen = proxyFromEnvironment({ MAILWRIGHT_PROXY: WITH_PASSWORD })
    expect(chosen.ok && chosen.value !== null && proxyName(chosen.value)).toBe('proxy:3128')
    const others = { ALL_PROXY: WITH_PASSWORD, HTTPS_PROXY: WITH_PASSWORD, MAILWRIGHT_PROXY: '' }
    expect(proxyFromEnvironment(others)).toEqual({ ok: true, value: null })
  })

  test('that cannot be read is no reason to go without', () => {
    expect(proxyFromEnvironment({ MAILWRIGHT_PROXY: 'proxy:3128' })).toEqual({ ok: false, error: 'form' })
  })
})
