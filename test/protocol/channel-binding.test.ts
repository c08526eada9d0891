import { expect, test } from 'vitest'
import { mailServer } from '../support/behaviour.ts'
import { createCanary } from '../support/canary.ts'
import { goodTls } from '../support/certificates.ts'
import { tryOut } from '../support/probe-bench.ts'
import { scramOverSmtp, type ScramVerdict } from '../support/scram-server.ts'

async function signIn(offers: string, tls = goodTls) {
  const canary = createCanary()
  const verdict: ScramVerdict = { bound: Buffer.alloc(0), accepted: false }
  let exported: Buffer = Buffer.alloc(0)
  const script = mailServer('smtp', 'tls', tls, {
    capabilities: `250-mail\r\n250 AUTH ${offers}`,
    login: async (turn) => {
      exported = turn.conversation.exportKeyingMaterial(32, 'EXPORTER-Channel-Binding')
      await scramOverSmtp(canary.secret, verdict)(turn)
    },
  })
  const { result } = await tryOut(script, { protocol: 'smtp', canary })
  return { code: result.code, verdict, exported }
}

test('over TLS 1.3 the sign-in is tied to the connection where the server can do that', async () => {
  const { code, verdict, exported } = await signIn('SCRAM-SHA-256-PLUS SCRAM-SHA-256')
  expect({ code, accepted: verdict.accepted }).toEqual({ code: 'OK', accepted: true })
  expect(verdict.bound).toEqual(Buffer.concat([Buffer.from('p=tls-exporter,,'), exported]))
})

test('where the server announces no tie, it learns that one would have been possible', async () => {
  const { code, verdict } = await signIn('SCRAM-SHA-256')
  expect(code).toBe('OK')
  expect(verdict.bound.toString()).toBe('y,,')
})

test('over TLS 1.2 nothing is tied, and nothing is claimed', async () => {
  const { code, verdict } = await signIn('SCRAM-SHA-256-PLUS SCRAM-SHA-256', {
    ...goodTls,
    maxVersion: 'TLSv1.2',
  })
  expect(code).toBe('OK')
  expect(verdict.bound.toString()).toBe('n,,')
})
