import { describe, expect, test } from 'vitest'
import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { confirmService, type ConfirmOptions } from '#engine/confirmed-service.ts'

const SMTP: ServerEndpoint = { protocol: 'smtp', host: 'relay.example.org', port: 25, security: 'starttls' }
const PIN = Array.from({ length: 32 }, () => 'A0').join(':')

describe('a service without a sign-in', () => {
  test.each<readonly [string, Partial<ServerEndpoint>, ConfirmOptions, string]>([
    ['is an SMTP server the user typed', {}, { origin: 'typed' }, 'OK'],
    ['may show a certificate the user has compared', {}, { origin: 'typed', pin: PIN }, 'OK'],
    ['is never one that was found', {}, { origin: 'found' }, 'CFG_INVALID'],
    ['is never one of unknown origin', {}, {}, 'CFG_INVALID'],
    ['is never one that receives (IMAP)', { protocol: 'imap' }, { origin: 'typed' }, 'CFG_INVALID'],
    ['is never one that receives (POP3)', { protocol: 'pop3' }, { origin: 'typed' }, 'CFG_INVALID'],
    ['is no reason to go without encryption', { security: 'none' }, { origin: 'typed' }, 'CFG_INSECURE'],
    [
      'may go without encryption where the organisation names the relay',
      { security: 'none' },
      { origin: 'typed', plainRelays: ['relay.example.org'] },
      'OK',
    ],
    [
      'and nowhere else',
      { security: 'none', host: 'relay.example.net' },
      { origin: 'typed', plainRelays: ['*.example.org'] },
      'CFG_INSECURE',
    ],
    [
      'needs no encryption on this computer itself',
      { security: 'none', host: '127.0.0.1' },
      { origin: 'typed' },
      'OK',
    ],
  ])('%s', (_, change, options, expected) => {
    const service = confirmService({ ...SMTP, ...change }, '', { ...options, signIn: 'none' })
    expect(service.ok ? 'OK' : service.error).toBe(expected)
  })
})

test('a relay that may go without encryption gets no password', () => {
  const plain = { ...SMTP, security: 'none' } as const
  const options = { origin: 'typed', plainRelays: ['relay.example.org'] } as const
  expect(confirmService(plain, 'anna', options)).toEqual({ ok: false, error: 'CFG_INSECURE' })
})

test('a service requires a sign-in unless the caller says otherwise', () => {
  expect(confirmService(SMTP, 'anna', { origin: 'typed' })).toMatchObject({ value: { signIn: 'password' } })
})

test.each(['anna\r\nA2 DELETE INBOX', 'anna\0', 'an\u202ena', 'anna\ud83d', 'x'.repeat(321)])(
  'the user name %j is of no service',
  (userName) => {
    expect(confirmService(SMTP, userName)).toEqual({ ok: false, error: 'CFG_INVALID' })
  },
)
