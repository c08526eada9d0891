import { describe, expect, test } from 'vitest'
import type { Code } from '#shared/finding/codes.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { createCanary } from '../support/canary.ts'
import { tryOut, type TrialOptions } from '../support/probe-bench.ts'
import { saslServer, type SaslServer, type Verdict } from '../support/sasl-server.ts'
import { ALL } from './cases.ts'

type Served = Omit<SaslServer, 'password' | 'protocol'>

async function signInAt(protocol: Protocol, served: Served, options: Partial<TrialOptions> = {}) {
  const canary = options.canary ?? createCanary()
  const server = saslServer({ ...served, protocol, password: canary.secret })
  const { result } = await tryOut(server.script, { protocol, canary, ...options })
  return { result, asked: server.asked, bound: server.bound }
}

const NO: Readonly<Record<Protocol, (words: string) => Verdict>> = {
  smtp: (words) => ({ says: `535 5.7.8 ${words}` }),
  imap: (words) => ({ says: `{tag} NO ${words}` }),
  pop3: (words) => ({ says: `-ERR ${words}` }),
}
const EVERY = ['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256', 'SCRAM-SHA-1', 'CRAM-MD5', 'LOGIN', 'PLAIN']
const WITHOUT_PLAIN = ['LOGINDISABLED']
const SCRAM_FIRST = { tools: () => ({ mechanismOrder: 'scram-first' as const }) }
/** As Cyrus 3.6 on Debian, whose library has no `tls-exporter`. */
const BAD_PROTOCOL = 'bad protocol / cancel'

describe.each(ALL)('%s: inside verified TLS it is signed in as mail programs do', (protocol) => {
  test('by PLAIN, whatever else is announced', async () => {
    const { result, asked } = await signInAt(protocol, { offers: EVERY, verdicts: {} })
    expect({ code: result.code, asked }).toEqual({ code: 'OK', asked: ['PLAIN'] })
  })

  test('by LOGIN where PLAIN is refused as such, and by SCRAM where LOGIN is too', async () => {
    const refused = NO[protocol]('mechanism not supported')
    const { result, asked } = await signInAt(protocol, {
      offers: ['SCRAM-SHA-256', 'LOGIN', 'PLAIN'],
      also: WITHOUT_PLAIN,
      verdicts: { PLAIN: refused, LOGIN: refused, 'SCRAM-SHA-256': 'scram' },
    })
    expect({ code: result.code, asked }).toEqual({ code: 'OK', asked: ['PLAIN', 'LOGIN', 'SCRAM-SHA-256'] })
  })

  test('by CRAM-MD5 last', async () => {
    const { asked } = await signInAt(protocol, {
      offers: ['CRAM-MD5', 'SCRAM-SHA-256'],
      also: WITHOUT_PLAIN,
      verdicts: { 'SCRAM-SHA-256': NO[protocol](BAD_PROTOCOL) },
    })
    expect(asked).toEqual(['SCRAM-SHA-256', 'CRAM-MD5'])
  })

  test('by SCRAM first where the organisation asks for it', async () => {
    const { result, asked } = await signInAt(
      protocol,
      { offers: ['PLAIN', 'SCRAM-SHA-256'], verdicts: { 'SCRAM-SHA-256': 'scram' } },
      SCRAM_FIRST,
    )
    expect({ code: result.code, asked, trace: result.evidence.sentAs }).toEqual({
      code: 'OK',
      asked: ['SCRAM-SHA-256'],
      trace: 'proof',
    })
  })
})

describe.each(ALL)('%s: a binding that the server cannot make', (protocol) => {
  const cyrus: Served = {
    offers: ['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256'],
    also: WITHOUT_PLAIN,
    verdicts: { 'SCRAM-SHA-256-PLUS': NO[protocol](BAD_PROTOCOL), 'SCRAM-SHA-256': 'scram' },
  }

  test('is done without on the same line, and the server is told that this side has none', async () => {
    const { result, asked, bound } = await signInAt(protocol, cyrus)
    expect({ code: result.code, asked }).toEqual({ code: 'OK', asked: cyrus.offers })
    // RFC 5802 section 6: after an announced -PLUS a `y` would mean that an attacker has removed it.
    expect(bound).toEqual(['n'])
  })

  test('leaves a wrong password to be called wrong', async () => {
    const verdicts = { ...cyrus.verdicts, 'SCRAM-SHA-256': 'scram' as const }
    const other = saslServer({ ...cyrus, verdicts, protocol, password: 'another one' })
    const { result } = await tryOut(other.script, { protocol })
    expect(result).toMatchObject({ code: 'AUTH_REJECTED', passwordSent: 'yes' })
  })

  test('is asked for once, not again with another hash', async () => {
    const both = ['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-1-PLUS', 'SCRAM-SHA-256', 'SCRAM-SHA-1']
    const refused = NO[protocol](BAD_PROTOCOL)
    const verdicts = Object.fromEntries(both.map((name) => [name, refused]))
    const { asked } = await signInAt(protocol, { offers: both, also: WITHOUT_PLAIN, verdicts })
    expect(asked).toEqual(['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256', 'SCRAM-SHA-1'])
  })
})

describe.each(ALL)('%s: a refusal before the server could compare the password', (protocol) => {
  const failed = {
    smtp: '535 5.7.8 Error: authentication failed',
    imap: '{tag} NO [AUTHENTICATIONFAILED] Authentication failed.',
    pop3: '-ERR [AUTH] Authentication failed.',
  }[protocol]

  test('says nothing about it: an account without SCRAM keys is let in by PLAIN', async () => {
    const { result, asked } = await signInAt(
      protocol,
      { offers: ['SCRAM-SHA-256', 'PLAIN'], verdicts: { 'SCRAM-SHA-256': { says: failed } } },
      SCRAM_FIRST,
    )
    expect({ code: result.code, asked }).toEqual({ code: 'OK', asked: ['SCRAM-SHA-256', 'PLAIN'] })
  })

  test.each(['SCRAM-SHA-256', 'CRAM-MD5'])('is no wrong password where %s is all there is', async (name) => {
    const { result } = await signInAt(protocol, {
      offers: [name],
      also: WITHOUT_PLAIN,
      verdicts: { [name]: { says: failed } },
    })
    expect(result).toMatchObject({ code: 'AUTH_MECHANISM', passwordSent: 'no' })
  })

  test('is final where it is about the account', async () => {
    const says = {
      smtp: '525 5.7.13 Account disabled',
      imap: '{tag} NO [CONTACTADMIN] Account suspended',
      pop3: '-ERR [SYS/TEMP] The directory does not answer',
    }[protocol]
    const code: Code = protocol === 'pop3' ? 'SERVER_BUSY' : 'AUTH_SUSPENDED'
    const { result, asked } = await signInAt(
      protocol,
      { offers: ['SCRAM-SHA-256', 'PLAIN'], verdicts: { 'SCRAM-SHA-256': { says } } },
      SCRAM_FIRST,
    )
    expect({ code: result.code, asked }).toEqual({ code, asked: ['SCRAM-SHA-256'] })
  })

  test('ends after four, because a server may count each towards a lock-out', async () => {
    const names = ['PLAIN', 'LOGIN', 'SCRAM-SHA-256', 'SCRAM-SHA-1', 'CRAM-MD5']
    const refused = NO[protocol]('mechanism too weak for this user')
    const verdicts = Object.fromEntries(names.map((name) => [name, refused]))
    const { result, asked } = await signInAt(protocol, { offers: names, also: WITHOUT_PLAIN, verdicts })
    expect({ code: result.code, asked }).toEqual({ code: 'AUTH_MECHANISM', asked: names.slice(0, 4) })
  })
})

describe('IMAP: what the server takes the command for', () => {
  test.each([
    ['NO AUTHENTICATE mechanism not supported, friend'],
    ['BAD Unknown command'],
    ['NO [CANNOT] No'],
  ])('"%s" to AUTHENTICATE PLAIN is followed by LOGIN', async (words) => {
    const { result, asked } = await signInAt('imap', {
      offers: ['PLAIN'],
      verdicts: { PLAIN: { says: `{tag} ${words}` } },
    })
    expect({ code: result.code, asked }).toEqual({ code: 'OK', asked: ['PLAIN', 'LOGIN command'] })
  })

  test('a server that takes neither has judged no password', async () => {
    const refused = { says: '{tag} NO AUTHENTICATE mechanism not supported, friend' }
    const { result } = await signInAt('imap', {
      offers: ['PLAIN'],
      verdicts: { PLAIN: refused, 'LOGIN command': { says: '{tag} BAD Unknown command' } },
    })
    expect(result.code).toBe('AUTH_MECHANISM')
  })

  test('a wrong password is not tried by LOGIN as well', async () => {
    const { result, asked } = await signInAt('imap', { offers: ['PLAIN'], verdicts: { PLAIN: 'wrong' } })
    expect({ code: result.code, asked }).toEqual({ code: 'AUTH_REJECTED', asked: ['PLAIN'] })
  })
})

test.each<readonly [string, Code]>([
  ['503 Bad sequence of commands', 'REPLY_UNKNOWN'],
  ['501 5.5.4 Syntax error', 'AUTH_MECHANISM'],
  ['504 5.5.4 Unrecognized parameter', 'AUTH_MECHANISM'],
])('SMTP: "%s" to AUTH is about the command, and not about the password', async (says, code) => {
  const { result } = await signInAt('smtp', { offers: ['PLAIN'], verdicts: { PLAIN: { says } } })
  expect(result.code).toBe(code)
})

test('POP3: a server that announces a SASL it cannot do is signed in to by USER and PASS', async () => {
  const { result, asked } = await signInAt('pop3', {
    offers: ['PLAIN'],
    also: ['USER'],
    verdicts: { PLAIN: { says: '-ERR unsupported authentication mechanism' }, USER: { says: '+OK' } },
  })
  expect({ code: result.code, asked }).toEqual({ code: 'OK', asked: ['PLAIN', 'USER'] })
})

describe.each(ALL)('%s: to this computer itself, without encryption', (protocol) => {
  const here: Partial<TrialOptions> = { security: 'none', host: '127.0.0.1', origin: 'typed' }

  test('SCRAM goes first, so that the password stays out of the clear', async () => {
    const { result, asked } = await signInAt(
      protocol,
      { endpoint: 'clear', offers: ['PLAIN', 'SCRAM-SHA-256'], verdicts: { 'SCRAM-SHA-256': 'scram' } },
      here,
    )
    expect({ code: result.code, asked }).toEqual({ code: 'OK', asked: ['SCRAM-SHA-256'] })
  })

  test('one that the server cannot do is followed by the next, without any words', async () => {
    const { result, asked } = await signInAt(
      protocol,
      {
        endpoint: 'clear',
        offers: ['CRAM-MD5', 'SCRAM-SHA-256'],
        also: WITHOUT_PLAIN,
        verdicts: { 'SCRAM-SHA-256': NO[protocol]('[CANNOT] Unsupported authentication mechanism') },
      },
      here,
    )
    expect({ code: result.code, asked }).toEqual({ code: 'OK', asked: ['SCRAM-SHA-256', 'CRAM-MD5'] })
  })
})

test.each(ALL)(
  '%s: a server that takes tokens only leads to the sign-in in the browser',
  async (protocol) => {
    const { result } = await signInAt(protocol, {
      offers: ['XOAUTH2', 'OAUTHBEARER'],
      also: WITHOUT_PLAIN,
      verdicts: {},
    })
    expect(result).toMatchObject({ code: 'AUTH_BASIC_DISABLED', passwordSent: 'no' })
    expect(result.findings[0]?.actions[0]).toEqual({ kind: 'oauth-sign-in' })
  },
)
