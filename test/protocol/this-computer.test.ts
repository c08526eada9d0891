import { describe, expect, test } from 'vitest'
import { localBridge } from '#shared/catalogue/providers/local-bridge.ts'
import { proton } from '#shared/catalogue/providers/proton.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { ActionKind } from '#shared/finding/action.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { Turn } from '#shared/finding/finding.ts'
import type { Script } from '#engine/practice/kit/scripted-server.ts'
import { mailServer, type Behaviour } from '../support/behaviour.ts'
import { authority, goodTls } from '../support/certificates.ts'
import { dialerTo, tryOut, type TrialOptions } from '../support/probe-bench.ts'

const ownCertificate = await authority.issueSelfSigned({ dnsNames: [], ipAddresses: ['127.0.0.1'] })
const bridge = mailServer('imap', 'starttls', ownCertificate)

interface Answer {
  readonly code: Code
  readonly turn?: Turn
  readonly first?: ActionKind
}

type Placed = Partial<TrialOptions>

const PLACE: TrialOptions = {
  protocol: 'imap',
  security: 'starttls',
  host: '127.0.0.1',
  port: 1143,
  provider: proton,
  origin: 'typed',
}

async function answerOf(script: Script, options: Placed): Promise<Answer> {
  const { result } = await tryOut(script, { ...PLACE, ...options })
  const [finding] = result.findings
  const { code } = result
  return finding === undefined ? { code } : { code, turn: finding.turn, first: finding.actions[0].kind }
}

const nothingListens: Placed = { tools: () => ({ dialer: dialerTo({}) }) }

describe('a program on this computer that stands for a provider', () => {
  test.each(['127.0.0.1', '::1', 'localhost'])(
    'is asked to be started where nothing listens at %s',
    async (host) => {
      expect(await answerOf(bridge, { host, ...nothingListens })).toEqual({
        code: 'NET_REFUSED',
        turn: 'computer',
        first: 'start-program',
      })
    },
  )

  test.each(['typed', 'found'] as const)(
    'has a certificate of its own, which can be trusted: %s',
    async (origin) => {
      expect(await answerOf(bridge, { origin })).toEqual({
        code: 'TLS_UNTRUSTED',
        turn: 'you',
        first: 'trust-certificate',
      })
    },
  )

  test('needs no encryption where it offers none', async () => {
    const script = mailServer('imap', 'clear', ownCertificate)
    const { result } = await tryOut(script, { ...PLACE, provider: localBridge })
    expect(result).toMatchObject({ code: 'STARTTLS_MISSING', passwordSent: 'no' })
    expect(result.findings[0]).toMatchObject({ turn: 'you' })
    expect(result.findings[0]?.actions[0]).toMatchObject({
      kind: 'use-endpoint',
      endpoint: { host: '127.0.0.1', port: 1143, security: 'none' },
    })
  })

  const smtp = mailServer('smtp', 'clear', goodTls)
  const rows: readonly (readonly [string, Script, Placed, Code])[] = [
    ['SSL/TLS typed where it uses STARTTLS', bridge, { security: 'tls' }, 'TLS_NOT_TLS'],
    [
      'no encryption typed where it uses SSL/TLS',
      mailServer('imap', 'tls', ownCertificate),
      { security: 'none' },
      'TLS_EXPECTED',
    ],
    ['the port for sending typed for IMAP', smtp, {}, 'PROTO_WRONG_SERVICE'],
    ['the port for sending typed for IMAP, in the clear', smtp, { security: 'none' }, 'PROTO_WRONG_SERVICE'],
  ]
  test.each(rows)('%s', async (_, script, options, code) => {
    const answer = await answerOf(script, options)
    expect(answer).toMatchObject({ code, turn: 'you' })
    expect(answer.first).not.toBe('other-network')
  })
})

const GREETINGS: Readonly<Record<Protocol, Behaviour>> = {
  imap: { greeting: '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready' },
  pop3: { capabilities: '+OK\r\nSASL PLAIN\r\n.' },
  smtp: { capabilities: '250-mail\r\n250 AUTH PLAIN' },
}

function inTheClear(protocol: Protocol, behaviour: Behaviour) {
  const script = mailServer(protocol, 'clear', goodTls, { ...GREETINGS[protocol], ...behaviour })
  return tryOut(script, { protocol, security: 'none', host: '127.0.0.1', origin: 'typed' })
}

const REFUSALS: readonly (readonly [Protocol, string])[] = [
  ['imap', '{tag} NO application-specific password required'],
  ['imap', '{tag} NO [ALERT] Your account is not enabled for IMAP use'],
  ['imap', '{tag} NO [ALERT] Too many simultaneous connections'],
  ['imap', '{tag} NO Unable to connect to the server behind'],
  ['imap', '{tag} NO [CANNOT] Unsupported authentication mechanism'],
  ['pop3', '-ERR [AUTH] Application-specific password required'],
  ['smtp', '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant'],
]

describe('without encryption to this computer, where no attacker can be on the way', () => {
  test.each(REFUSALS)(
    'the words of %s count as they do over TLS, and are shown: %s',
    async (protocol, login) => {
      const { result } = await inTheClear(protocol, { login })
      const encrypted = await tryOut(mailServer(protocol, 'tls', goodTls, { login }), { protocol })
      expect(result.code).toBe(encrypted.result.code)
      const words = login.replace(/^(\{tag\} NO |-ERR |\d{3} )(\[\w+\] |[\d.]+ )?/, '')
      expect(result.findings[0]?.serverSaid).toBe(words)
      expect(result.evidence.transcript.map(({ text }) => text).join('\n')).toContain(words)
      expect(result.evidence.transcript.some((line) => line.encrypted)).toBe(false)
    },
  )

  test.each([
    ['{tag} NO application-specific password required', 'AUTH_APP_PASSWORD'],
    ['{tag} NO [ALERT] Your account is not enabled for IMAP use', 'AUTH_PROTOCOL_DISABLED'],
  ])('a bridge that passes on %s', async (login, code) => {
    expect((await inTheClear('imap', { login })).result.code).toBe(code)
  })

  test('a mechanism that the server says it cannot do is followed by the next', async () => {
    const tried: string[] = []
    const { result } = await inTheClear('imap', {
      greeting: '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=SCRAM-SHA-256 AUTH=PLAIN] ready',
      login: async ({ conversation, line, tag }) => {
        const [, , mechanism = ''] = line.split(' ')
        tried.push(mechanism)
        conversation.send(
          mechanism === 'PLAIN' ? `${tag} OK in` : `${tag} NO [CANNOT] Unsupported authentication mechanism`,
        )
      },
    })
    expect(result.code).toBe('OK')
    expect(tried.at(-1)).toBe('PLAIN')
  })

  test('PREAUTH shows nothing about the password and is no tampering', async () => {
    const { result } = await inTheClear('imap', { greeting: '* PREAUTH IMAP4rev1 server logged in as anna' })
    expect(result).toMatchObject({ code: 'AUTH_UNVERIFIED', passwordSent: 'no' })
  })

  test('what arrives before its command is a broken server and no tampering', async () => {
    const { result } = await inTheClear('imap', {
      greeting: async ({ conversation }) => {
        await conversation.sendRaw('* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hi\r\n* OK unasked\r\n')
      },
    })
    expect(result.code).toBe('PROTO_GARBAGE')
  })
})
