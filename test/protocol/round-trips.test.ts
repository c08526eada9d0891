import { describe, expect, test } from 'vitest'
import { failureIn } from '#shared/domain/evidence.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import { DEFAULT_LIMITS } from '#engine/limits.ts'
import { startScriptedServer } from '#engine/practice/kit/scripted-server.ts'
import { probe } from '#engine/probe/probe.ts'
import { Secret } from '#engine/secret.ts'
import { mailServer, type Behaviour } from '../support/behaviour.ts'
import { goodTls, HOST } from '../support/certificates.ts'
import { startDelayRelay } from '../support/delay-relay.ts'
import { toolsFor } from '../support/probe-bench.ts'

/** Long against what the computer itself takes, so that what was sent apart cannot look as if sent together. */
const ROUND_TRIP_MS = 60
const PORT = 1

const PIPELINING: Behaviour = { capabilities: '+OK\r\nPIPELINING\r\nSASL PLAIN\r\n.' }

interface Line {
  readonly protocol: Protocol
  readonly security: 'tls' | 'starttls'
  readonly behaviour?: Behaviour
}

/** How many round trips a probe waits for, from the first packet to the opened mailbox. */
async function roundTripsOf({ protocol, security, behaviour }: Line): Promise<number> {
  const server = await startScriptedServer(mailServer(protocol, security, goodTls, behaviour))
  const relay = await startDelayRelay(server.port, ROUND_TRIP_MS)
  const service = confirmService({ protocol, host: HOST, port: PORT, security }, 'anna@example.test')
  if (!service.ok) throw new Error(service.error)
  const evidence = await probe(
    {
      endpoint: service.value.endpoint,
      entry: {
        kind: 'sign-in',
        address: 'anna@example.test',
        service: service.value,
        credential: { kind: 'password', secret: new Secret('sunflower') },
        mayProceed: () => Promise.resolve(null),
        delivery: null,
      },
      pin: null,
      signal: new AbortController().signal,
      now: () => performance.now(),
      redact: (text) => text,
      onEvent: () => {},
      onWaiting: () => {},
    },
    toolsFor({ [PORT]: relay }, DEFAULT_LIMITS),
  )
  const waited = relay.connections.map(({ roundTrips }) => roundTrips)
  await relay.stop()
  await server.stop()
  expect(failureIn(evidence)).toBeNull()
  expect(waited, 'one connection is enough').toHaveLength(1)
  return waited[0] ?? 0
}

describe('a probe waits for no more round trips than the protocol demands', () => {
  test.concurrent.each<readonly [string, Line, number]>([
    ['SMTP 465: TCP, TLS, greeting, EHLO, AUTH', { protocol: 'smtp', security: 'tls' }, 5],
    [
      'SMTP 587: TCP, greeting, EHLO, STARTTLS, TLS, EHLO, AUTH',
      { protocol: 'smtp', security: 'starttls' },
      7,
    ],
    ['IMAP 993: TCP, TLS, greeting, AUTHENTICATE, EXAMINE', { protocol: 'imap', security: 'tls' }, 5],
    [
      'IMAP 143: TCP, greeting, STARTTLS, TLS, CAPABILITY, AUTHENTICATE, EXAMINE',
      { protocol: 'imap', security: 'starttls' },
      7,
    ],
    ['POP3 995: TCP, TLS, greeting, CAPA, AUTH, STAT', { protocol: 'pop3', security: 'tls' }, 6],
    ['POP3 110: TCP, greeting, STLS, TLS, CAPA, AUTH, STAT', { protocol: 'pop3', security: 'starttls' }, 7],
    [
      'POP3 995 with PIPELINING: TCP, TLS, greeting, CAPA, AUTH with STAT',
      { protocol: 'pop3', security: 'tls', behaviour: PIPELINING },
      5,
    ],
    [
      'POP3 110 with PIPELINING: TCP, greeting, STLS, TLS, CAPA, AUTH with STAT',
      { protocol: 'pop3', security: 'starttls', behaviour: PIPELINING },
      6,
    ],
  ])('%s', async (_, line, minimum) => {
    expect(await roundTripsOf(line)).toBe(minimum)
  })
})

describe('what a server does not tell costs one more', () => {
  test.concurrent('an IMAP greeting without capabilities costs the question for them', async () => {
    const behaviour = { greeting: '* OK ready' }
    expect(await roundTripsOf({ protocol: 'imap', security: 'tls', behaviour })).toBe(6)
  })

  test.concurrent('but not before STARTTLS, which is asked for straight away', async () => {
    const behaviour = { greeting: '* OK ready' }
    expect(await roundTripsOf({ protocol: 'imap', security: 'starttls', behaviour })).toBe(7)
  })

  test.concurrent('without SASL-IR the first message waits for its challenge', async () => {
    const behaviour: Behaviour = {
      greeting: '* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready',
      login: async ({ conversation, tag }) => {
        conversation.send('+')
        await conversation.readLine()
        conversation.send(`${tag} OK in`)
      },
    }
    expect(await roundTripsOf({ protocol: 'imap', security: 'tls', behaviour })).toBe(6)
  })

  test.concurrent('USER and PASS are two steps, with PIPELINING too: a refused name is not followed by a password', async () => {
    const behaviour = { capabilities: '+OK\r\nUSER\r\nPIPELINING\r\n.' }
    expect(await roundTripsOf({ protocol: 'pop3', security: 'tls', behaviour })).toBe(6)
  })

  test.concurrent('and without PIPELINING three, with STAT', async () => {
    const behaviour = { capabilities: '+OK\r\nUSER\r\n.' }
    expect(await roundTripsOf({ protocol: 'pop3', security: 'tls', behaviour })).toBe(7)
  })
})
