import { describe, expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/translator.ts'
import { translated } from '#shared/i18n/untranslated-text.ts'
import { UsageError } from '#cli/exit-status.ts'
import { readProxy } from '#cli/proxy-option.ts'

function proxyOf(proxy: string | undefined, env: NodeJS.ProcessEnv = {}) {
  return readProxy(proxy, env)
}

function complaint(proxy: string | undefined, env: NodeJS.ProcessEnv = {}): string {
  try {
    proxyOf(proxy, env)
  } catch (error) {
    if (error instanceof UsageError) return translated(error.text, createTranslator('en').t)
    throw error
  }
  return 'none'
}

describe('--proxy', () => {
  test('names the proxy', () => {
    expect(proxyOf('socks5h://127.0.0.1:1080')).toEqual({
      kind: 'socks5',
      host: '127.0.0.1',
      port: 1080,
      credentials: null,
    })
  })

  test('with a password is refused, with the variables to use and without the password', () => {
    const said = complaint('http://anna:hunter2@proxy:3128')
    for (const name of ['--proxy', 'MAILWRIGHT_PROXY', 'ALL_PROXY', 'HTTPS_PROXY'])
      expect(said).toContain(name)
    expect(said).not.toContain('hunter2')
  })

  test.each(['proxy:3128', 'ftp://proxy:21', 'http://proxy', 'http://a..b:1', 'http://anna%@proxy:1'])(
    '%s is refused in words',
    (url) => {
      expect(complaint(url)).toMatch(/^--proxy: \w.{20,}/)
    },
  )
})

describe('without it', () => {
  test('there is no proxy, whatever other programs go by', () => {
    expect(proxyOf(undefined, { ALL_PROXY: 'http://proxy:1', HTTPS_PROXY: 'http://proxy:1' })).toBeNull()
  })

  test('the variable of Mailwright counts, and is named when it cannot be read', () => {
    expect(proxyOf(undefined, { MAILWRIGHT_PROXY: 'http://anna:x@proxy:1' })).toMatchObject({ host: 'proxy' })
    expect(complaint(undefined, { MAILWRIGHT_PROXY: 'http://anna:hunter2@' })).toMatch(/^MAILWRIGHT_PROXY: /)
    expect(complaint(undefined, { MAILWRIGHT_PROXY: 'http://anna:hunter2@' })).not.toContain('hunter2')
  })

  test('the option goes before the variable', () => {
    expect(proxyOf('http://other:2', { MAILWRIGHT_PROXY: 'http://proxy:1' })).toMatchObject({ host: 'other' })
  })
})
