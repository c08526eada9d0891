import { describe, expect, test } from 'vitest'
import { PROTOCOLS, type Protocol } from '#shared/domain/protocol.ts'
import { mailServer, type Behaviour } from '../support/behaviour.ts'
import { goodTls } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'

/** Servers that say they know letters beyond ASCII, each in the words of its protocol. */
const OFFERING: Readonly<Record<Protocol, NonNullable<Behaviour['capabilities']>>> = {
  smtp: '250-mail.example.test\r\n250-SMTPUTF8\r\n250 AUTH PLAIN',
  imap: '* CAPABILITY IMAP4rev1 UTF8=ACCEPT SASL-IR AUTH=PLAIN\r\n{tag} OK done',
  pop3: '+OK\r\nUTF8 USER\r\nSASL PLAIN\r\n.',
}

const address = 'jürgen@example.test'

describe.each(PROTOCOLS)('71: special letters before the @, over %s', (protocol) => {
  test('nothing of them is sent to a server that does not say it knows them', async () => {
    const { result, servers } = await tryOut(mailServer(protocol, 'tls', goodTls), { protocol, address })
    expect(result).toMatchObject({ code: 'ADDR_EAI', verdict: 'failed', passwordSent: 'no' })
    expect(result.evidence.stages.at(-1)).toMatchObject({ stage: 'login', status: 'failed' })
    expect(servers[0]?.received.map(({ text }) => text).join('')).not.toMatch(/AUTH |LOGIN|USER|PASS/)
  })

  test('the sign-in goes on where the server says so', async () => {
    // IMAP tells in its greeting already, and is not asked again.
    const greeting = { greeting: '* OK [CAPABILITY IMAP4rev1 UTF8=ACCEPT SASL-IR AUTH=PLAIN] ready' }
    const behaviour = { capabilities: OFFERING[protocol], ...(protocol === 'imap' ? greeting : {}) }
    const script = mailServer(protocol, 'tls', goodTls, behaviour)
    const { result } = await tryOut(script, { protocol, address })
    expect(result).toMatchObject({ code: 'OK', passwordSent: 'yes' })
  })

  test('without a sign-in nothing is asked of the server', async () => {
    const script = mailServer(protocol, 'tls', goodTls)
    const { result } = await tryOut(script, { protocol, address, credential: 'none' })
    expect(result).toMatchObject({ verdict: 'ok', passwordSent: 'no' })
  })
})

test.each([
  ['imap', 'OK'],
  ['pop3', 'OK'],
  ['smtp', 'ADDR_EAI'],
] as const)('with a user name in plain letters %s ends with %s', async (protocol, code) => {
  const script = mailServer(protocol, 'tls', goodTls)
  const { result } = await tryOut(script, { protocol, address, userName: 'juergen' })
  expect(result).toMatchObject({ code })
})

test('special letters in a user name alone ask nothing of the server', async () => {
  const script = mailServer('imap', 'tls', goodTls)
  const { result } = await tryOut(script, { protocol: 'imap', userName: 'FIRMA\\jürgen' })
  expect(result).toMatchObject({ code: 'OK' })
})
