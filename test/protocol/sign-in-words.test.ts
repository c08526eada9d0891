import { describe, expect, test } from 'vitest'
import { findingWords } from '#shared/i18n/finding-words.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { mailServer } from '../support/behaviour.ts'
import { goodTls } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'
import { FURTHER_SPOKEN } from './further-sign-in-cases.ts'
import { SPOKEN_BY_SERVERS } from './sign-in-words-cases.ts'

const { t } = createTranslator('en')

describe('a sign-in that is refused for another reason than the password', () => {
  test.concurrent.each(
    [...SPOKEN_BY_SERVERS, ...FURTHER_SPOKEN].map((one) => [`${one.protocol}: ${one.name}`, one] as const),
  )('%s', async (_, { protocol, behaviour, code, turn, first, never, says }) => {
    const { result } = await tryOut(mailServer(protocol, 'tls', goodTls, behaviour), { protocol })
    const [finding] = result.findings
    if (finding === undefined) throw new Error('nothing was found')
    const kinds = finding.actions.map(({ kind }) => kind)
    expect({ code: result.code, turn: finding.turn, first: kinds[0] }).toEqual({ code, turn, first })
    if (never !== undefined) expect(kinds).not.toContain(never)
    if (says !== undefined) expect(findingWords(finding, t).explanation).toMatch(says)
  })

  test.each(['454 4.7.0 TLS not available', '421 4.7.0 later'])(
    'STARTTLS answered "%s" may pass',
    async (starttls) => {
      const script = mailServer('smtp', 'starttls', goodTls, { starttls })
      const { result } = await tryOut(script, { protocol: 'smtp', security: 'starttls' })
      const [finding] = result.findings
      expect([result.code, finding?.turn, finding?.actions[0].kind]).toEqual([
        'STARTTLS_REFUSED',
        'nobody',
        'wait',
      ])
    },
  )
})

describe('one AUTH has one answer', () => {
  test.each([
    ['235 2.7.0 ok\r\n535 5.7.8 no', 'PROTO_GARBAGE'],
    ['535 5.7.8 no\r\n235 2.7.0 ok', 'PROTO_GARBAGE'],
    ['535 5.7.8 no\r\n421 4.7.0 Goodbye', 'AUTH_REJECTED'],
    ['235 2.7.0 Logged in.\r\n421 4.4.0 Failed to connect to relay server', 'OK'],
  ])('%j is %s', async (login, code) => {
    const { result } = await tryOut(mailServer('smtp', 'tls', goodTls, { login }), { protocol: 'smtp' })
    expect(result.code).toBe(code)
  })
})
